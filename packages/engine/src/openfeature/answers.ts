import type { JsonValue, Milliseconds } from '@latchkey/model';
import { type Asking, guardedFlags } from '../check/guarded-flags.ts';
import type { CompiledFlag } from '../flags/compiled-flag.ts';
import type { Evaluation } from '../flags/evaluation.ts';
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
  /** The same object for the same answer under one configuration, whoever asks, so that its text may be kept with it. */
  readonly answer: (flagKey: string) => OpenFeatureAnswer | OpenFeatureFailure;
  /** Up to when the clock alone changes nothing, epoch milliseconds. */
  readonly until: () => Milliseconds;
}

/** All that is asked about one context at one moment. Total, like all rules. */
export function openFeatureAnswers(
  configuration: CompiledConfiguration,
  asking: Asking,
  now: Milliseconds,
): OpenFeatureAnswers {
  const flags = guardedFlags(configuration, asking, now);
  const { flagsByKey } = configuration.flags;
  const guards = configuration.guardedByFlag;
  const known = translationsOf(configuration);
  return {
    answer(key) {
      const flag = flagsByKey.get(key);
      if (flag === undefined) return notFound(key);
      if (!flags.isContextValid) return notAContext(key);
      const evaluation = flags.answer(key);
      if (evaluation.reason.kind === 'ERROR') return malformed(key);
      const mayBeWithheld = evaluation === flag.off && flag.on && guards.has(key);
      const withheld = mayBeWithheld ? flags.withheldBy(key) : null;
      const why = withheld === null ? '' : `${withheld.feature} ${withheld.reason}`;
      let translated = known.get(key);
      if (translated === undefined) {
        translated = [];
        known.set(key, translated);
      }
      for (const each of translated)
        if (each.evaluation === evaluation && each.why === why) return each.answer;
      const answer =
        withheld === null
          ? answerOf(configuration, flag, evaluation)
          : withheldAnswer(configuration, flag, evaluation, withheld);
      if (translated.length < translationsMax) translated.push({ evaluation, why, answer });
      return answer;
    },
    until: flags.until,
  };
}

/** An answer as it was translated before: of one flag, under one configuration. */
interface Translation {
  readonly evaluation: Evaluation;
  /** What withholds it; empty where nothing does. */
  readonly why: string;
  readonly answer: OpenFeatureAnswer;
}

/** A flag has a handful of answers, made when it was compiled. More come only from evaluations that are made anew each time. */
const translationsMax = 50;

const translations = new WeakMap<CompiledConfiguration, Map<string, Translation[]>>();

function translationsOf(configuration: CompiledConfiguration): Map<string, Translation[]> {
  const known = translations.get(configuration) ?? new Map<string, Translation[]>();
  translations.set(configuration, known);
  return known;
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
  { feature, reason }: { readonly feature: string; readonly reason: string },
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
