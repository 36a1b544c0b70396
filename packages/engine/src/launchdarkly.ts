/**
 * LaunchDarkly's own data model, evaluated here: for imports that must prove that nobody changes bucket, for benchmarks,
 * and for applications that hold flag data and want answers without an SDK.
 *
 * @example
 * const evaluator = launchDarklyEvaluator({ flags, segments });
 * evaluator.evaluate('checkout', { kind: 'user', key: 'u1' }, false); // { value, variationIndex, reason }
 */
import { compileFlags, type FlagProblem } from './flags/compile.ts';
import { type BigSegments, prepareContext } from './flags/context.ts';
import { evaluateFlag } from './flags/evaluate.ts';
import type { Evaluation } from './flags/evaluation.ts';
import type { LaunchDarklyData } from './flags/launchdarkly-model.ts';

export type { FlagProblem } from './flags/compile.ts';
export type { BigSegments } from './flags/context.ts';
export type { BigSegmentsStatus, Evaluation, EvaluationReason } from './flags/evaluation.ts';
export type { LaunchDarklyData, LaunchDarklyFlag, LaunchDarklySegment } from './flags/launchdarkly-model.ts';

export type LaunchDarklyEvaluator = {
  /** Never throws, never waits. `value` is the default when there is no variation, as the reason then explains. */
  evaluate(flagKey: string, context: unknown, defaultValue: unknown): Evaluation;
  /** Flags and segments that cannot be evaluated as they are written, and clauses that never match. */
  readonly problems: readonly FlagProblem[];
};

/** Compiles flags and segments, as `/sdk/latest-all` of LaunchDarkly has them, for many evaluations. */
export function launchDarklyEvaluator(
  data: LaunchDarklyData & { readonly bigSegments?: BigSegments },
): LaunchDarklyEvaluator {
  const compiled = compileFlags(data);
  const lookups = data.bigSegments === undefined ? null : { bigSegments: data.bigSegments };
  return {
    problems: compiled.problems,
    evaluate(flagKey, context, defaultValue) {
      const answer = evaluateFlag(compiled, flagKey, prepareContext(context, lookups));
      return answer.variationIndex === null ? { ...answer, value: defaultValue } : answer;
    },
  };
}
