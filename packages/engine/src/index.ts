/**
 * The rules of Latchkey as pure functions: no clock, no randomness, no waiting, and none of them throws. `now` is
 * epoch milliseconds. Compile a configuration once per revision and a customer once per snapshot, then ask.
 *
 * @example
 * const configuration = compileConfiguration(received);
 * const acme = compileCustomer(configuration, snapshot);
 * check(configuration, acme, { feature: 'exports' }, now); // { allowed, reason, value, nextChangeAt, … }
 */
export { answersYesWhenOff } from './catalogue/answers-yes-when-off.ts';
export { bornOfFlag, entitledFeatureTag, isSold, missingEntries } from './catalogue/born-of-flag.ts';
export { firstTargeting } from './catalogue/first-targeting.ts';
export { inOneForm, isCounted, type Said, valueMissing } from './catalogue/value-of-kind.ts';
export { type AnswersOfAll, type FlagAnswer, FlagRoll } from './check/all-flags.ts';
export { check, worldOf } from './check/check.ts';
export { type ClauseStep, type ExplainedFlag, explainFlag, type FlagStep } from './check/flag-steps.ts';
export { flagsOpenTo } from './check/flags-open-to.ts';
export { evaluateGuardedFlag } from './check/guarded-flag.ts';
export { type Asking, type GuardedFlags, guardedFlags } from './check/guarded-flags.ts';
export { meterOf } from './check/meter.ts';
export type { Question } from './check/stage.ts';
export { type EntitlementsOptions, entitlements } from './explain/entitlements.ts';
export { explain } from './explain/explain.ts';
export { sentences, type Told } from './explain/words.en.ts';
export type { Evaluation, EvaluationReason } from './flags/evaluation.ts';
export { derivedGrantId, isDerivedGrantId } from './grants/derive.ts';
export { compareDecisions, type Movement } from './impact/compare.ts';
export { ServedTally } from './impact/served.ts';
export { tally } from './impact/tally.ts';
export { beginning, givenBack, nothingCounted, withCounter } from './meters/counter.ts';
export {
  isFromBucket,
  Meter,
  type MeterSummary,
  type Taken,
  type Taking,
  type Tally,
} from './meters/meter.ts';
export { type Window, windowAt } from './meters/window.ts';
export { holdsSeat, seatsTaken, seatUseOf } from './seats/live-seat.ts';
export { type CompiledConfiguration, compileConfiguration } from './snapshot/compile-configuration.ts';
export {
  type CompiledCustomer,
  compileCustomer,
  unknownCustomer,
  withMeters,
} from './snapshot/compile-customer.ts';
export type { EvaluationContext } from './snapshot/customer-context.ts';
export { applyPatch } from './snapshot/delta.ts';
export {
  type EntitledFeature,
  type EntitledFeatureReason,
  entitledFeatures,
} from './snapshot/entitled-features.ts';
export { type FactClause, isTrueOf, projectFacts } from './snapshot/project-facts.ts';
export { toLaunchDarkly } from './snapshot/project-to-launchdarkly.ts';
export { isActivation, isCustomer, isGrant, isHold, isSubscription } from './snapshot/shapes.ts';
export type { ConfigurationProblem } from './snapshot/sift.ts';
export { nextTransition, type Transition, transitions } from './snapshot/transitions.ts';
export { contextKindInWords, faultOfClause, isAttribute, isContextKind } from './targeting/clause-faults.ts';
export {
  reordered,
  withClause,
  withoutClauses,
  withoutRule,
  withoutValues,
  withRule,
  withRuleEdited,
  withValues,
} from './targeting/edit-rules.ts';
