import type { Target, TargetEnd, Targeting } from './draft.ts';

/** Targets of no kind are users: so it is in the data of long ago. */
export const kindOf = ({ contextKind = 'user' }: { readonly contextKind?: string | undefined }): string =>
  contextKind;

interface Named {
  readonly contextKind: string;
  readonly variation: number;
  readonly keys: readonly string[];
  /** When they are struck off by themselves; null is never. */
  readonly until: string | null;
}

/** Names keys for a variation. Nobody is named twice: whoever was named for another variation moves over. */
export function nameKeys(targeting: Targeting, { contextKind, variation, keys, until }: Named): Targeting {
  const named = new Set(keys);
  const others = targeting.targets
    .map((target) =>
      kindOf(target) === contextKind
        ? { ...target, values: target.values.filter((key) => !named.has(key)) }
        : target,
    )
    .filter(({ values }, index) => values.length > 0 || targeting.targets[index]?.values.length === 0);
  const at = others.findIndex((target) => kindOf(target) === contextKind && target.variation === variation);
  const there = others[at];
  const targets: Target[] = there
    ? others.with(at, { ...there, values: [...there.values, ...named] })
    : [...others, { contextKind, variation, values: [...named] }];
  const ends = targeting.targetEnds.filter((end) => kindOf(end) !== contextKind || !named.has(end.key));
  const added: readonly TargetEnd[] =
    until === null ? [] : [...named].map((key) => ({ contextKind, variation, key, at: until }));
  return { ...targeting, targets, targetEnds: [...ends, ...added] };
}

/** Strikes keys off, with the ends that they had. */
export function strikeOff(
  targeting: Targeting,
  { contextKind, keys }: Pick<Named, 'contextKind' | 'keys'>,
): Targeting {
  const struck = new Set(keys);
  return {
    ...targeting,
    targets: targeting.targets
      .map((target) =>
        kindOf(target) === contextKind
          ? { ...target, values: target.values.filter((key) => !struck.has(key)) }
          : target,
      )
      .filter(({ values }) => values.length > 0),
    targetEnds: targeting.targetEnds.filter((end) => kindOf(end) !== contextKind || !struck.has(end.key)),
  };
}

/** When who is struck off, by kind and key. */
export const endsOf = ({ targetEnds }: Pick<Targeting, 'targetEnds'>): ReadonlyMap<string, string> =>
  new Map(targetEnds.map((end) => [`${kindOf(end)} ${end.key}`, end.at]));
