import { keyAttribute, parseAttributeReference } from './attribute.ts';
import { type Bucketing, bucketing, shareOf } from './bucket.ts';
import { type PreparedContext, partOf } from './context.ts';
import { type Evaluation, type EvaluationReason, malformedFlag, variationAnswer } from './evaluation.ts';
import type { LaunchDarklyFlag, LaunchDarklyRollout, LaunchDarklyServe } from './launchdarkly-model.ts';

/** What a rule or the fallthrough serves: one answer, or shares of several. */
export type Serve =
  | { readonly answer: Evaluation; readonly rollout: null }
  | { readonly answer: null; readonly rollout: Rollout };

export type Rollout = {
  readonly bucketing: Bucketing;
  /** Upper ends of the shares, added up as the official evaluator adds them, to its last rounding error. */
  readonly upTo: readonly number[];
  readonly answers: readonly Evaluation[];
  /** For contexts that take part in the experiment, if this is one: the reasons say so. */
  readonly experimentAnswers: readonly Evaluation[];
};

/** The reasons a rollout may give. */
type ServeReason = Extract<EvaluationReason, { readonly kind: 'FALLTHROUGH' | 'RULE_MATCH' }>;

export function compileServe(
  serve: LaunchDarklyServe | null | undefined,
  flag: LaunchDarklyFlag,
  reason: ServeReason,
): Serve {
  const variations = flag.variations ?? [];
  const variation = serve?.variation;
  if (variation !== undefined && variation !== null) {
    return { answer: variationAnswer(variations, variation, reason), rollout: null };
  }
  const rollout = serve?.rollout ? compileRollout(serve.rollout, flag, reason) : null;
  return rollout === null ? { answer: malformedFlag, rollout } : { answer: null, rollout };
}

/** Null when there is nothing to choose from or nothing to go by. */
function compileRollout(
  from: LaunchDarklyRollout,
  flag: LaunchDarklyFlag,
  reason: ServeReason,
): Rollout | null {
  const { contextKind, bucketBy, kind, seed } = from;
  const shares = from.variations ?? [];
  const isExperiment = kind === 'experiment';
  const attribute =
    isExperiment || !bucketBy ? keyAttribute : parseAttributeReference(bucketBy, { literal: !contextKind });
  if (shares.length === 0 || attribute === null) return null;

  let sum = 0;
  const upTo = shares.map(({ weight }) => {
    sum += Number(weight ?? Number.NaN) / 100_000;
    return sum;
  });
  const variations = flag.variations ?? [];
  const answers = shares.map(({ variation }) => variationAnswer(variations, variation, { ...reason }));
  const experimentAnswers = shares.map(({ variation, untracked }) =>
    variationAnswer(variations, variation, untracked ? { ...reason } : { ...reason, inExperiment: true }),
  );
  const by = { contextKind: contextKind ?? 'user', attribute, key: flag.key, salt: flag.salt, seed };
  return {
    bucketing: bucketing(by),
    upTo,
    answers,
    experimentAnswers: isExperiment ? experimentAnswers : answers,
  };
}

export function serveTo(context: PreparedContext, serve: Serve): Evaluation {
  return serve.rollout === null ? serve.answer : pick(serve.rollout, context);
}

function pick(
  { bucketing, upTo, answers, experimentAnswers }: Rollout,
  context: PreparedContext,
): Evaluation {
  const share = shareOf(bucketing, upTo, context);
  // Shares that add up to less than the whole leave the rest to the last one, which then counts as taking part.
  if (share === upTo.length) return experimentAnswers[share - 1] as Evaluation;
  const takesPart = experimentAnswers !== answers && partOf(context, bucketing.contextKind) !== undefined;
  return (takesPart ? experimentAnswers : answers)[share] as Evaluation;
}
