/** What a flag answers and why, in LaunchDarkly's words. */
export type Evaluation = {
  /** Null, without a meaning, when `variationIndex` is null: the caller's default counts then. */
  readonly value: unknown;
  readonly variationIndex: number | null;
  readonly reason: EvaluationReason;
};

export type EvaluationReason = (
  | { readonly kind: 'OFF' | 'TARGET_MATCH' }
  | { readonly kind: 'FALLTHROUGH'; readonly inExperiment?: true }
  | {
      readonly kind: 'RULE_MATCH';
      readonly ruleIndex: number;
      readonly ruleId?: string;
      readonly inExperiment?: true;
    }
  | { readonly kind: 'PREREQUISITE_FAILED'; readonly prerequisiteKey: string }
  | { readonly kind: 'ERROR'; readonly errorKind: EvaluationErrorKind }
) & { readonly bigSegmentsStatus?: BigSegmentsStatus };

/** The ones an evaluator can meet. `CLIENT_NOT_READY` and `WRONG_TYPE` arise in SDKs only. */
export type EvaluationErrorKind = 'FLAG_NOT_FOUND' | 'MALFORMED_FLAG' | 'USER_NOT_SPECIFIED';

export type BigSegmentsStatus = 'HEALTHY' | 'STALE' | 'STORE_ERROR' | 'NOT_CONFIGURED';

const error = (errorKind: EvaluationErrorKind) => evaluation(null, null, { kind: 'ERROR', errorKind });

/** The flag cannot be evaluated as it is written. One shared object, so that it is recognised by identity. */
export const malformedFlag = error('MALFORMED_FLAG');
export const flagNotFound = error('FLAG_NOT_FOUND');
export const userNotSpecified = error('USER_NOT_SPECIFIED');

/** Answers are made once, when flags are compiled, and handed out many times: hence frozen. */
export function evaluation(
  value: unknown,
  variationIndex: number | null,
  reason: EvaluationReason,
): Evaluation {
  return Object.freeze({ value, variationIndex, reason: Object.freeze(reason) });
}

/** The answer of one variation. An index that is not there makes the flag malformed. */
export function variationAnswer(
  variations: readonly unknown[],
  index: unknown,
  reason: EvaluationReason,
): Evaluation {
  const exists = typeof index === 'number' && index >= 0 && index < variations.length;
  return exists ? evaluation(variations[index], index, reason) : malformedFlag;
}
