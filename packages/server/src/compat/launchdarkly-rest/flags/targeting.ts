import type { FlagRule, FlagTargeting, Prerequisite, Rollout, Serve, Target } from '@latchkey/model';
import { z } from 'zod';
import { ClauseSent, clauseOf, type RestClause, toClause } from '../clauses.ts';

export interface RestTarget {
  readonly contextKind: string;
  readonly variation: number;
  readonly values: readonly string[];
}
interface RestRollout {
  readonly contextKind?: string;
  readonly bucketBy?: string;
  readonly seed?: number;
  readonly variations: readonly { readonly variation: number; readonly weight: number }[];
}
export type RestServe = { readonly variation: number } | { readonly rollout: RestRollout };
export type RestRule = RestServe & {
  readonly _id: string;
  readonly clauses: readonly RestClause[];
  readonly trackEvents: false;
  readonly description?: string;
};

/** The part of LaunchDarkly's representation that is edited per environment. */
export interface RestTargeting {
  readonly on: boolean;
  readonly targets: readonly RestTarget[];
  readonly contextTargets: readonly RestTarget[];
  readonly rules: readonly RestRule[];
  readonly fallthrough: RestServe;
  readonly offVariation?: number;
  readonly prerequisites: readonly { readonly key: string; readonly variation: number }[];
}

export function targetingOf(targeting: FlagTargeting): RestTargeting {
  const { on, targets, rules, fallthrough, offVariation, prerequisites } = targeting;
  const shown = targets.map(({ contextKind = 'user', variation, values }) => ({
    contextKind,
    variation,
    values,
  }));
  return {
    on,
    targets: shown.filter(({ contextKind }) => contextKind === 'user'),
    // One of kind user only says where among the others the entry of `targets` has its turn.
    contextTargets: shown.map((target) =>
      target.contextKind === 'user' ? { ...target, values: [] } : target,
    ),
    rules: rules.map(ruleOf),
    fallthrough: serveOf(fallthrough),
    ...(offVariation !== null && { offVariation }),
    prerequisites: prerequisites.map(({ flag, variation }) => ({ key: flag, variation })),
  };
}

const ruleOf = (rule: FlagRule): RestRule => ({
  _id: rule.id,
  ...serveOf(rule),
  clauses: rule.clauses.map(clauseOf),
  trackEvents: false,
  ...(rule.description && { description: rule.description }),
});

function serveOf(served: Serve): RestServe {
  if ('variation' in served) return { variation: served.variation };
  const { contextKind, bucketBy, seed, variations } = served.rollout;
  return {
    rollout: {
      ...(contextKind === undefined && bucketBy?.startsWith('/')
        ? {}
        : { contextKind: contextKind ?? 'user' }),
      ...(bucketBy !== undefined && { bucketBy }),
      ...(seed !== undefined && { seed }),
      variations: variations.map(({ variation, weight }) => ({ variation, weight })),
    },
  };
}

const off = z.literal(false, 'cannot be true: single evaluations are not tracked here').optional();
const Variation = z.int().min(0).max(99);
const RolloutSent = z.strictObject({
  kind: z.literal('rollout', 'cannot be an experiment here').optional(),
  contextKind: z.string().optional(),
  bucketBy: z.string().optional(),
  seed: z.int().optional(),
  variations: z.array(z.strictObject({ variation: Variation, weight: z.int().min(0).max(100_000) })),
});
/** Either of the two; LaunchDarkly's own clients send the other as null. */
const ServeSent = z
  .object({ variation: Variation.nullish(), rollout: RolloutSent.nullish() })
  .refine(
    ({ variation, rollout }) => (variation ?? null) === null || !rollout,
    'serves a variation or a rollout',
  )
  .refine(
    ({ variation, rollout }) => (variation ?? null) !== null || rollout,
    'needs a variation or a rollout',
  );

const TargetSent = z.strictObject({
  contextKind: z.string().default('user'),
  variation: Variation,
  values: z.array(z.string()),
});
const RuleSent = z.intersection(
  z.object({
    _id: z.string().max(64).optional(),
    clauses: z.array(ClauseSent),
    description: z.string().optional(),
    trackEvents: off,
  }),
  ServeSent,
);
export const TargetingSent = z.object({
  on: z.boolean(),
  targets: z.array(TargetSent),
  contextTargets: z.array(TargetSent).default([]),
  rules: z.array(RuleSent),
  fallthrough: ServeSent,
  offVariation: Variation.nullish(),
  prerequisites: z.array(z.strictObject({ key: z.string(), variation: Variation })),
});
type TargetingSent = z.infer<typeof TargetingSent>;

/** What of a targeting people edit. */
export interface Editable {
  readonly on: boolean;
  readonly targets: Target[];
  readonly rules: (Omit<FlagRule, 'id'> & { id?: string } & Serve)[];
  readonly fallthrough: Serve;
  readonly offVariation: number | null;
  readonly prerequisites: Prerequisite[];
}

export const toTargeting = (sent: TargetingSent): Editable => ({
  on: sent.on,
  targets: toTargets(sent),
  rules: sent.rules.map((rule) => ({
    ...(rule._id && { id: rule._id }),
    ...(rule.description && { description: rule.description }),
    clauses: rule.clauses.map(toClause),
    ...toServe(rule),
  })),
  fallthrough: toServe(sent.fallthrough),
  offVariation: sent.offVariation ?? null,
  prerequisites: sent.prerequisites.map(({ key, variation }) => ({ flag: key, variation })),
});

/** Users stand in `targets`, everybody else in `contextTargets`, which also says in which order all of them come. */
function toTargets({ targets, contextTargets }: Pick<TargetingSent, 'targets' | 'contextTargets'>): Target[] {
  const users = targets.filter(({ contextKind }) => contextKind === 'user');
  const others = targets.filter(({ contextKind }) => contextKind !== 'user');
  const ordered = [...contextTargets, ...others].flatMap((target) => {
    if (target.contextKind !== 'user' || target.values.length > 0) return [target];
    const at = users.findIndex(({ variation }) => variation === target.variation);
    return at < 0 ? [] : users.splice(at, 1);
  });
  return [...ordered, ...users].map(({ contextKind, variation, values }) => ({
    contextKind,
    variation,
    values,
  }));
}

export function toServe({ variation, rollout }: z.infer<typeof ServeSent>): Serve {
  if (!rollout) return { variation: variation ?? 0 };
  const { contextKind, bucketBy, seed, variations } = rollout;
  const kept: Rollout = {
    ...(contextKind !== undefined && { contextKind }),
    ...(bucketBy !== undefined && { bucketBy }),
    ...(seed !== undefined && { seed }),
    variations,
  };
  return { rollout: kept };
}
