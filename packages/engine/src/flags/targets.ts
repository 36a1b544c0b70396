import { keyOf, type PreparedContext } from './context.ts';
import { type Evaluation, variationAnswer } from './evaluation.ts';
import type { LaunchDarklyFlag, LaunchDarklyTarget } from './launchdarkly-model.ts';

/** Individual targets, looked up by key: one table per kind of context. */
export type Targets = readonly TargetTable[];

type TargetTable = { readonly contextKind: string; readonly hitByKey: ReadonlyMap<string, Hit> };

/** Where several kinds of a context are targeted, the target written first wins. */
type Hit = { readonly position: number; readonly answer: Evaluation };

export function compileTargets(flag: LaunchDarklyFlag): Targets {
  const hitsByKind = new Map<string, Map<string, Hit>>();
  targetsInOrder(flag).forEach(({ contextKind, variation, values }, position) => {
    const kind = contextKind ?? 'user';
    const hits = hitsByKind.get(kind) ?? new Map<string, Hit>();
    const answer = variationAnswer(flag.variations ?? [], variation, { kind: 'TARGET_MATCH' });
    for (const key of values ?? []) if (!hits.has(key)) hits.set(key, { position, answer });
    if (hits.size > 0) hitsByKind.set(kind, hits);
  });
  return [...hitsByKind].map(([contextKind, hitByKey]) => ({ contextKind, hitByKey }));
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
  for (const { contextKind, hitByKey } of targets) {
    const key = keyOf(context, contextKind);
    const hit = key === undefined ? undefined : hitByKey.get(key);
    if (hit !== undefined && (first === null || hit.position < first.position)) first = hit;
  }
  return first === null ? null : first.answer;
}
