export {
  ApiToken,
  Connection,
  EnvironmentKey,
  EnvironmentKeyKind,
  FlagLink,
  Member,
  Role,
  Statement,
} from './access.ts';
export { Activation, ActivationSubject } from './activation.ts';
export { type Actor, ChangeNote, type FlagImpact, type Impact, Link, type OperationCall } from './change.ts';
export { Contact, Customer, type IdentifierKind, Identifiers } from './customer.ts';
export {
  type AllowReason,
  type Decision,
  type DecisionSource,
  type DecisionStep,
  type DenialReason,
  denialReasons,
  type Reason,
  type StageName,
  stageNames,
  type Unlock,
} from './decision.ts';
export {
  CatalogueEntity,
  Feature,
  FeatureKind,
  FeatureSource,
  FeatureState,
  MergePolicy,
  SentinelAttributes,
} from './feature.ts';
export {
  Clause,
  ClauseOperator,
  Flag,
  FlagKind,
  FlagRule,
  FlagTargeting,
  Prerequisite,
  Rollout,
  Segment,
  SegmentImport,
  SegmentMember,
  SegmentRule,
  Serve,
  Target,
  TargetEnd,
  Variation,
} from './flag.ts';
export { Grant, GrantEffect, GrantOrigin, GrantSubject, ManualOrigin } from './grant.ts';
export {
  Guardrail,
  GuardrailWhen,
  type Reasoning,
  type Requirement,
  type Verdict,
} from './guardrail.ts';
export { endOfHold, Hold, HoldBlock, type HoldState, holdStateAt } from './hold.ts';
export { CheckCount, EvaluationCount, type InsightReport } from './insight-report.ts';
export { type Interval, isEmpty, isWithin, overlaps, type Phase, phaseOf } from './interval.ts';
export { Attributes, JsonValue } from './json.ts';
export { CustomerKey, FeatureKey, FlagKey, Id, isSafeText, Key, Name, Tag, Tags, text } from './keys.ts';
export type { LedgerEntry } from './ledger.ts';
export {
  Licence,
  type LicenceClaims,
  LicenceKey,
  type LicenceType,
  type RevocationClaims,
  type RevocationsType,
} from './licence.ts';
export { Plan, PlanItem, PlanPublication, PlanVersion, Reset } from './plan.ts';
export { type Facts, isRefusal, type ProblemCode, problems, type Refusal, refuse } from './problem.ts';
export {
  accessEnd,
  EndAction,
  Goal,
  Overlay,
  Programme,
  type ProgrammeState,
  programmeEnd,
  programmeSource,
  programmeStateAt,
  programmeStates,
  TriedFeature,
} from './programme.ts';
export { Environment, Project } from './project.ts';
export { Amount, Count, Limit, unlimited } from './quantity.ts';
export {
  type AnyMutation,
  idOf,
  type Mutation,
  type Place,
  planVersionId,
  type ResourceKind,
  type Resources,
  type Scope,
  scopeOf,
} from './resources.ts';
export type { Configuration, CustomerSnapshot, SeatUse } from './snapshot.ts';
export {
  type Approval,
  type ChangePreview,
  type ChangeStatus,
  changeStatuses,
  type PreviewedEdit,
  type StoredChange,
} from './stored-change.ts';
export { Subscription, SubscriptionItem } from './subscription.ts';
export { dayMilliseconds, fromInstant, Instant, type Milliseconds, readInstant, toInstant } from './time.ts';
export {
  type BucketStanding,
  type Counter,
  EventKey,
  type MeterReading,
  type MeterState,
  type Portion,
  UsageEvent,
} from './usage.ts';
export { UsageAnchor } from './usage-anchor.ts';
export { Webhook } from './webhook.ts';
export type { ConfigurationChange, ConfigurationKind, Patch, StreamEvent } from './wire.ts';
