import type { PreparedContext } from './context.ts';
import { type Evaluation, malformedFlag } from './evaluation.ts';
import type { Trail } from './trail.ts';

/** Another flag that has to be on and to serve one variation. */
export type Prerequisite<Flag> = {
  readonly key: string;
  /** Null when there is no such flag. */
  readonly flag: Flag | null;
  readonly variation: number | null;
  /** What the flag that asks answers otherwise. */
  readonly answerIfFailed: Evaluation;
};

/**
 * Null when all hold; the answer of the flag when one does not. A cycle is malformed only if every later prerequisite
 * holds: those are still asked, as in the official evaluator.
 * `asked` receives the keys of the flags that were evaluated, up to the first that failed.
 */
export function answerOfPrerequisites<Flag extends { readonly on: boolean }>(
  prerequisites: readonly Prerequisite<Flag>[],
  context: PreparedContext,
  trail: Trail | null,
  answerOf: (flag: Flag, context: PreparedContext, trail: Trail | null) => Evaluation,
  asked: string[] | null = null,
): Evaluation | null {
  let answer: Evaluation | null = null;
  for (const { key, flag, variation, answerIfFailed } of prerequisites) {
    if (trail?.prerequisites.includes(key)) {
      answer = malformedFlag;
      continue;
    }
    if (flag === null) return answerIfFailed;
    if (trail !== null && !trail.mayGoOn()) return malformedFlag;
    trail?.prerequisites.push(key);
    const theirs = answerOf(flag, context, trail);
    trail?.prerequisites.pop();
    asked?.push(key);
    if (theirs === malformedFlag) return malformedFlag;
    if (!flag.on || theirs.variationIndex === null || theirs.variationIndex !== variation)
      return answerIfFailed;
  }
  return answer;
}
