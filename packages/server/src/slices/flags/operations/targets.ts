import { contextKindInWords, isContextKind } from '@latchkey/engine';
import type { FlagTargeting, Target, TargetEnd } from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** Which list of targets is meant: those of one kind of context that get one variation. */
export interface TargetList {
  readonly contextKind?: string | undefined;
  readonly variation: number;
}

const kindOf = ({ contextKind }: { readonly contextKind?: string | undefined }): string =>
  contextKind ?? 'user';

export const isOfList =
  (list: TargetList) =>
  (target: Target): boolean =>
    target.variation === list.variation && kindOf(target) === kindOf(list);

/** The variation that a context is targeted with; null when it is not. */
export function variationFor(
  targets: readonly Target[],
  contextKind: string | undefined,
  key: string,
): number | null {
  const found = targets.find(
    (target) => kindOf(target) === kindOf({ contextKind }) && target.values.includes(key),
  );
  return found?.variation ?? null;
}

/** Replaces the targets. Lists without anybody go, and so do the ends of those who are not targeted any more. */
export function withTargets(
  { targetEnds = [], ...targeting }: FlagTargeting,
  lists: readonly Target[],
  ends: readonly TargetEnd[] = targetEnds,
): FlagTargeting {
  const targets = lists
    .filter(({ values }) => values.length > 0)
    .map((list) => ({ ...list, values: [...new Set(list.values)] }));
  const listed = new Set(targets.flatMap((list) => list.values.map((key) => nameOf({ ...list, key }))));
  const left = ends.filter((end) => listed.has(nameOf(end)));
  return { ...targeting, targets, ...(left.length > 0 && { targetEnds: left }) };
}

/** One target among all of a flag. */
export const nameOf = ({ contextKind, variation, key }: TargetList & { readonly key: string }): string =>
  `${kindOf({ contextKind })}\n${variation}\n${key}`;

/** Whether the kinds exist, and nobody is to get two variations at once. */
export function refuseTargets(targets: readonly Target[]): Refusal | null {
  const firsts = new Map<string, number>();
  for (const [index, { contextKind, variation, values }] of targets.entries()) {
    if (contextKind !== undefined && !isContextKind(contextKind)) {
      const at = { field: `targets/${index}/contextKind` };
      return refuse('invalid_request', `The kind of context ${contextKindInWords}.`, at);
    }
    for (const [position, key] of values.entries()) {
      const name = `${kindOf({ contextKind })}\n${key}`;
      const first = firsts.get(name) ?? variation;
      firsts.set(name, first);
      if (first !== variation) return refuseTwice(first, `targets/${index}/values/${position}`);
    }
  }
  return null;
}

export const refuseTwice = (variation: number, field: string): Refusal =>
  refuse('targeted_already', `This context is targeted with variation ${variation} already.`, {
    field,
    variation,
  });
