import { keyOf, type PreparedContext } from './context.ts';
import { type Evaluation, variationAnswer } from './evaluation.ts';
import type { LaunchDarklyFlag, LaunchDarklyTarget } from './launchdarkly-model.ts';

/** Individual targets, looked up by key: one table per kind of context. */
export type Targets = readonly TargetTable[];

type TargetTable = {
  readonly contextKind: string;
  /** One bit for each trait that a key of the table has: most other keys are told apart without the table. */
  readonly traits: number;
  readonly hitByKey: ReadonlyMap<string, Hit>;
};

/** One of 32 bits, by the ends of keys, where they differ: `user-17`, `0f3a…9c`, `ada@customer.test`. */
function traitOf(key: string): number {
  const last = key.length - 1;
  return 1 << (key.charCodeAt(last) * 5 + key.charCodeAt(last - 1) * 3 + key.charCodeAt(last - 2) + last);
}

/** Where several kinds of a context are targeted, the target written first wins. */
type Hit = { readonly position: number; readonly answer: Evaluation };

export function compileTargets(flag: LaunchDarklyFlag): Targets {
  const hitsByKind = new Map<string, Map<string, Hit>>();
  targetsInOrder(flag).forEach(({ contextKind, variation, values }, position) => {
    const kind = contextKind ?? 'user';
    const hits = hitsByKind.get(kind) ?? new Map<string, Hit>();
    const answer = variationAnswer(flag.variations ?? [], variation, { kind: 'TARGET_MATCH' });
    for (const key of values ?? []) {
      if (typeof key === 'string' && !hits.has(key)) hits.set(key, { position, answer });
    }
    if (hits.size > 0) hitsByKind.set(kind, hits);
  });
  return [...hitsByKind].map(([contextKind, hitByKey]) => ({
    contextKind,
    traits: [...hitByKey.keys()].reduce((traits, key) => traits | traitOf(key), 0),
    hitByKey,
  }));
}

/** Context targets, if there are any, are the master list; those of kind `user` point at the user targets. */
function targetsInOrder(flag: LaunchDarklyFlag): readonly LaunchDarklyTarget[] {
  const userTargets = flag.targets ?? [];
  const contextTargets = flag.contextTargets ?? [];
  if (contextTargets.length === 0) return userTargets;
  return contextTargets.flatMap((target) => {
    if (target.contextKind && target.contextKind !== 'user') return target;
    return userTargets.find(({ variation }) => (variation ?? null) === (target.variation ?? null)) ?? [];
  });
}

export function answerForTarget(targets: Targets, context: PreparedContext): Evaluation | null {
  let first: Hit | null = null;
  for (const { contextKind, traits, hitByKey } of targets) {
    const key = keyOf(context, contextKind);
    if (key === undefined || (traits & traitOf(key)) === 0) continue;
    const hit = hitByKey.get(key);
    if (hit !== undefined && (first === null || hit.position < first.position)) first = hit;
  }
  return first === null ? null : first.answer;
}
