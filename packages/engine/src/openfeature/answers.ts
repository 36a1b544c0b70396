import type { JsonValue, Milliseconds } from '@latchkey/model';
import type { FlagAnswer, Withholding } from '../check/all-flags.ts';
import { type Asking, guardedFlags } from '../check/guarded-flags.ts';
import type { CompiledFlag } from '../flags/compiled-flag.ts';
import { type Evaluation, userNotSpecified } from '../flags/evaluation.ts';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';

export interface OpenFeatureAnswer {
  readonly key: string;
  /** Which variation it is, for those who count; null where it is none. No part of what OpenFeature tells. */
  readonly variation: number | null;
  /** Absent where the flag has none to give: the caller's own default counts then, and nothing is wrong. */
  readonly value?: JsonValue;
  /** The variation's name, or its number where it has none. */
  readonly variant?: string;
  /** `STATIC`, `TARGETING_MATCH`, `SPLIT`, `DISABLED` or `DEFAULT`. */
  readonly reason: string;
  /** `latchkey.reason` says why in our words; `latchkey.entitled` is there for flags that guard features. */
  readonly metadata: { readonly [name: string]: string | number | boolean };
}

export interface OpenFeatureFailure {
  readonly key: string;
  readonly errorCode: 'FLAG_NOT_FOUND' | 'PARSE_ERROR' | 'INVALID_CONTEXT';
  readonly errorDetails: string;
}

export interface OpenFeatureAnswers {
  readonly answer: (flagKey: string) => OpenFeatureAnswer | OpenFeatureFailure;
}

/** What is asked about one context at one moment, flag by flag. Total, like all rules. */
export function openFeatureAnswers(
  configuration: CompiledConfiguration,
  asking: Asking,
  now: Milliseconds,
): OpenFeatureAnswers {
  const flags = guardedFlags(configuration, asking, now);
  const { flagsByKey } = configuration.flags;
  return {
    answer(key) {
      const flag = flagsByKey.get(key);
      if (flag !== undefined && !flags.isContextValid) return notAContext(key);
      const evaluation = flags.answer(key);
      const mayBeWithheld = flag?.on === true && evaluation === flag.off;
      const withheldBy = mayBeWithheld ? flags.withheldBy(key) : null;
      return inOpenFeature(configuration, key, withheldBy ? { ...evaluation, withheldBy } : evaluation);
    },
  };
}

/** The answer of one flag in OpenFeature's words. */
export function inOpenFeature(
  configuration: CompiledConfiguration,
  key: string,
  answer: FlagAnswer,
): OpenFeatureAnswer | OpenFeatureFailure {
  const flag = configuration.flags.flagsByKey.get(key);
  if (flag === undefined) return notFound(key);
  if (answer === userNotSpecified) return notAContext(key);
  if (answer.reason.kind === 'ERROR') return malformed(key);
  return answer.withheldBy === undefined
    ? answerOf(configuration, flag, answer)
    : withheldAnswer(configuration, flag, answer, answer.withheldBy);
}

function answerOf(
  configuration: CompiledConfiguration,
  flag: CompiledFlag,
  evaluation: Evaluation,
): OpenFeatureAnswer {
  const { reason } = evaluation;
  const isGuarded = flag.on && configuration.guardedByFlag.has(flag.key);
  return {
    key: flag.key,
    ...servedBy(configuration, flag, evaluation),
    reason: reasonOf(flag, evaluation, isGuarded),
    metadata: {
      'latchkey.reason': reason.kind.toLowerCase(),
      ...(reason.kind === 'RULE_MATCH' && reason.ruleId && { 'latchkey.rule': reason.ruleId }),
      ...(reason.kind === 'PREREQUISITE_FAILED' && { 'latchkey.prerequisite': reason.prerequisiteKey }),
      ...(isGuarded && { 'latchkey.entitled': true }),
    },
  };
}

/** The flag is on, and the customer has no right to what it guards: its rules were not asked. */
const withheldAnswer = (
  configuration: CompiledConfiguration,
  flag: CompiledFlag,
  evaluation: Evaluation,
  { feature, reason }: Withholding,
): OpenFeatureAnswer => ({
  key: flag.key,
  ...servedBy(configuration, flag, evaluation),
  reason: 'TARGETING_MATCH',
  metadata: { 'latchkey.reason': reason, 'latchkey.entitled': false, 'latchkey.feature': feature },
});

function reasonOf(flag: CompiledFlag, { reason, variationIndex }: Evaluation, isGuarded: boolean): string {
  const { rules = [], fallthrough } = flag.source;
  switch (reason.kind) {
    case 'OFF':
      // Never touched in this environment: nobody switched it off, it has nothing to say.
      return variationIndex === null ? 'DEFAULT' : 'DISABLED';
    case 'PREREQUISITE_FAILED':
      return 'DISABLED';
    case 'TARGET_MATCH':
      return 'TARGETING_MATCH';
    case 'RULE_MATCH':
      return rules?.[reason.ruleIndex]?.rollout ? 'SPLIT' : 'TARGETING_MATCH';
    case 'FALLTHROUGH':
      if (fallthrough?.rollout) return 'SPLIT';
      if (isGuarded) return 'TARGETING_MATCH';
      return flag.rules.length + flag.targets.length + flag.prerequisites.length === 0 ? 'STATIC' : 'DEFAULT';
    case 'ERROR':
      return 'ERROR';
  }
}

function servedBy(
  configuration: CompiledConfiguration,
  flag: CompiledFlag,
  { value, variationIndex }: Evaluation,
): Pick<OpenFeatureAnswer, 'variation' | 'value' | 'variant'> {
  if (variationIndex === null) return { variation: null };
  const name = configuration.flagsByKey.get(flag.key)?.flag.variations[variationIndex]?.name ?? null;
  const variant = name || String(variationIndex);
  return { variation: variationIndex, value: value as JsonValue, variant };
}

const notFound = (key: string): OpenFeatureFailure => ({
  key,
  errorCode: 'FLAG_NOT_FOUND',
  errorDetails: 'There is no such flag in this environment.',
});

const malformed = (key: string): OpenFeatureFailure => ({
  key,
  errorCode: 'PARSE_ERROR',
  errorDetails: 'MALFORMED_FLAG: the flag cannot be evaluated as it is written.',
});

const notAContext = (key: string): OpenFeatureFailure => ({
  key,
  errorCode: 'INVALID_CONTEXT',
  errorDetails: 'A context has a kind, and a key for every kind.',
});
