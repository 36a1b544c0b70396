import {
  type Environment,
  type Flag,
  FlagKey,
  type FlagTargeting,
  JsonValue,
  text,
  Variation,
} from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, type Refusal, refuse } from '../../../kernel/changes/operation.ts';
import { targetingIn, targetingsFound, targetingsIn, waitingFor } from './everywhere.ts';
import { refuseGuarding } from './guarding.ts';
import { refuseVariations, servedBy } from './variations.ts';

const variationsMax = 100;

/** One more value that a flag can have. It is the last, so that nothing that is served moves. */
export const addVariation = operation({
  kind: 'flag.add-variation',
  scope: 'project',
  input: z.strictObject({ flag: FlagKey, variation: Variation }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: ({ flag }) => ({ flag: one('flag', flag) }),
  compute({ flag: key, variation }, { flag }, { place }) {
    if (!flag) return refuse('flag_unknown', `There is no flag ${key}.`);
    if (flag.variations.length >= variationsMax) {
      const said = `A flag takes at most ${variationsMax} variations.`;
      return refuse('invalid_request', said, { field: 'variation' });
    }
    const variations = [...flag.variations, variation];
    return refuseVariations(flag.kind, variations) ?? [mutate('flag', place, flag, { ...flag, variations })];
  },
});

/** Changes the parts of a variation that are named. Whoever is served it gets the new value. */
export const updateVariation = operation({
  kind: 'flag.update-variation',
  scope: 'project',
  input: z.strictObject({
    flag: FlagKey,
    variation: z.int().min(0).max(99),
    value: JsonValue.exactOptional(),
    name: text(200).exactOptional(),
    description: text(1000).exactOptional(),
  }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: ({ flag }) => ({
    flag: one('flag', flag),
    guarded: all('feature', { parent: flag }),
    environments: all('environment'),
  }),
  follow: ({ flag }, { environments }) => targetingIn(environments, flag),
  compute({ flag: key, variation: index, ...said }, seen, { place }) {
    const { flag, guarded, environments } = seen;
    if (!flag) return refuse('flag_unknown', `There is no flag ${key}.`);
    const variation = flag.variations[index];
    if (!variation) return refuseUnknown(flag);
    const after = { ...flag, variations: flag.variations.with(index, { ...variation, ...said }) };
    const targetings = targetingsFound(environments, seen).map(({ targeting }) => targeting);
    return (
      refuseVariations(flag.kind, after.variations) ??
      refuseGuarding(after, targetings, guarded, 'value') ?? [mutate('flag', place, flag, after)]
    );
  },
});

const refuseUnknown = ({ key, variations }: Flag): Refusal =>
  refuse('variation_unknown', `${key} has variations 0 to ${variations.length - 1} only.`, {
    field: 'variation',
    count: variations.length,
  });

/**
 * Takes a variation away, unless anything anywhere serves it. Variations are known by their position, so everything
 * that names a later one is moved along with it, in every environment.
 */
export const removeVariation = operation({
  kind: 'flag.remove-variation',
  scope: 'project',
  input: z.strictObject({ flag: FlagKey, variation: z.int().min(0).max(99) }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: ({ flag }) => ({ flag: one('flag', flag), environments: all('environment') }),
  follow: ({ flag }, { environments }) => ({
    ...targetingIn(environments, flag),
    ...targetingsIn(environments),
  }),
  compute({ flag: key, variation: index }, seen, { place }) {
    const { flag, environments } = seen;
    if (!flag) return refuse('flag_unknown', `There is no flag ${key}.`);
    if (index >= flag.variations.length) return refuseUnknown(flag);
    const variations = flag.variations.toSpliced(index, 1);
    if (variations.length < 2) {
      return refuse('variation_in_use', 'A flag keeps at least two variations.', { field: 'variation' });
    }
    const own = targetingsFound(environments, seen);
    const waiting = waitingFor(key, environments, seen);
    const uses = [
      ...own.flatMap(({ environment, targeting }) => usesOf(index, targeting, environment)),
      ...waiting
        .filter(({ targeting }) =>
          targeting.prerequisites.some((one) => one.flag === key && one.variation === index),
        )
        .map(({ environment, targeting }) => `${targeting.flag} waits for it in ${environment.name}`),
    ];
    const [first] = uses;
    if (first !== undefined) {
      const more = uses.length > 1 ? `, and ${uses.length - 1} more` : '';
      const said = `The variation is in use: ${first}${more}.`;
      return refuse('variation_in_use', said, { field: 'variation', uses: uses.slice(0, 50) });
    }
    const refusal = refuseVariations(flag.kind, variations);
    if (refusal) return refusal;
    const inPlace = ({ key: environment }: Environment) => ({ ...place, environment });
    return [
      mutate('flag', place, flag, { ...flag, variations }),
      ...own.map(({ environment, targeting }) =>
        mutate('flag_targeting', inPlace(environment), targeting, movedUp(index, targeting)),
      ),
      ...waiting.map(({ environment, targeting }) =>
        mutate('flag_targeting', inPlace(environment), targeting, {
          ...targeting,
          prerequisites: targeting.prerequisites.map((one) =>
            one.flag === key ? { ...one, variation: down(index, one.variation) } : one,
          ),
        }),
      ),
    ];
  },
});

/** Where the variation is served or named in one environment, in words. */
function usesOf(index: number, targeting: FlagTargeting, { name }: Environment): readonly string[] {
  const { offVariation, fallthrough, rules, targets } = targeting;
  return [
    ...(offVariation === index ? [`it is served in ${name} while the flag is off`] : []),
    ...(servedBy(fallthrough).includes(index) ? [`it is served in ${name} by default`] : []),
    ...rules.flatMap((rule, at) =>
      servedBy(rule).includes(index) ? [`rule ${at + 1} serves it in ${name}`] : [],
    ),
    ...(targets.some(({ variation }) => variation === index)
      ? [`contexts are targeted with it in ${name}`]
      : []),
  ];
}

const down = (removed: number, variation: number): number =>
  variation > removed ? variation - 1 : variation;

/** The same targeting, by the positions that variations have once one of them is gone. */
function movedUp(removed: number, targeting: FlagTargeting): FlagTargeting {
  const moved = <T extends { readonly variation: number }>(one: T): T => ({
    ...one,
    variation: down(removed, one.variation),
  });
  const served = <T extends object>(one: T): T => {
    if ('variation' in one) return { ...one, variation: down(removed, one.variation as number) };
    if (!('rollout' in one)) return one;
    const rollout = one.rollout as { readonly variations: readonly { readonly variation: number }[] };
    return { ...one, rollout: { ...rollout, variations: rollout.variations.map(moved) } };
  };
  const { offVariation, fallthrough, rules, targets, targetEnds } = targeting;
  return {
    ...targeting,
    offVariation: offVariation === null ? null : down(removed, offVariation),
    fallthrough: served(fallthrough),
    rules: rules.map(served),
    targets: targets.map(moved),
    ...(targetEnds && { targetEnds: targetEnds.map(moved) }),
  };
}
