import type {
  Activation,
  CustomerSnapshot,
  Feature,
  FeatureKind,
  Flag,
  FlagTargeting,
  Grant,
  GrantEffect,
  HoldBlock,
  MeterState,
  Plan,
  PlanItem,
  PlanPublication,
  PlanVersion,
  SeatUse,
  Segment,
  Subscription,
  SubscriptionItem,
} from '@latchkey/model';
import { howGranted } from '../explain/words.en.ts';
import { isKnownOperator } from '../flags/clauses.ts';

/**
 * Whether a resource has the shape that the rules rely on. Rows may have been written by an older or a newer version,
 * or by hand; only what decides is looked at, and fields that are not known here are welcome.
 */
type Raw<T> = { readonly [K in keyof T]?: unknown };

export const isFields = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const as = <T>(value: unknown): Raw<T> | null => (isFields(value) ? (value as Raw<T>) : null);

const isText = (value: unknown): value is string => typeof value === 'string';
const isTruth = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown): boolean => isNumber(value) && value >= 0;
const isInstant = (value: unknown): boolean => isText(value) && !Number.isNaN(Date.parse(value));
const isList = (value: unknown, isMember: (member: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isMember);

const orNull =
  (isValue: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || isValue(value);
const orLeftOut =
  (isValue: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || value === null || isValue(value);
const isOneOf =
  (known: object) =>
  (value: unknown): boolean =>
    isText(value) && Object.hasOwn(known, value);

/** As objects, so that a word which is added to the model does not compile until it is added here. */
const kinds: { readonly [K in FeatureKind]: true } = {
  switch: true,
  number: true,
  level: true,
  set: true,
  config: true,
  meter: true,
};
const effects: { readonly [E in GrantEffect]: true } = {
  allow: true,
  deny: true,
  set: true,
  add: true,
  cap: true,
};
const givingEffects: { readonly [E in PlanItem['effect']]: true } = { allow: true, set: true, add: true };
const enforcements: { readonly [E in Feature['enforcement']]: true } = {
  hard: true,
  soft: true,
  observe: true,
};
const accesses: { readonly [A in Feature['access']]: true } = { gated: true, open: true };
const audiences: { readonly [A in Grant['subject']['kind']]: true } = {
  customer: true,
  plan: true,
  segment: true,
  everyone: true,
};
const planKinds: { readonly [K in Plan['kind']]: true } = { plan: true, addon: true, trial: true };

const isInstantOrNull = orNull(isInstant);
const isTextOrNull = orNull(isText);
const isTruthOrLeftOut = orLeftOut(isTruth);
const isFieldsOrLeftOut = orLeftOut(isFields);
const isKind = isOneOf(kinds);
const isEffect = isOneOf(effects);
const isGivingEffect = isOneOf(givingEffects);
const isEnforcement = isOneOf(enforcements);
const isAccess = isOneOf(accesses);
const isAudience = isOneOf(audiences);
const isPlanKind = isOneOf(planKinds);
const isOrigin = isOneOf(howGranted);

export function isFlag(value: unknown): value is Flag {
  const flag = as<Flag>(value);
  return (
    flag !== null &&
    isText(flag.key) &&
    isText(flag.kind) &&
    isText(flag.state) &&
    isList(flag.variations, (variation) => isFields(variation) && Object.hasOwn(variation, 'value'))
  );
}

export function isTargeting(value: unknown): value is FlagTargeting {
  const targeting = as<FlagTargeting>(value);
  return (
    targeting !== null &&
    isText(targeting.flag) &&
    isTruth(targeting.on) &&
    isText(targeting.salt) &&
    orNull(isNumber)(targeting.offVariation) &&
    isFields(targeting.fallthrough) &&
    isList(targeting.rules, (rule) => isFields(rule) && isList(rule['clauses'], isClauseWeKnow)) &&
    isList(
      targeting.targets,
      (target) => isFields(target) && isNumber(target['variation']) && isList(target['values'], isText),
    ) &&
    isList(
      targeting.prerequisites,
      (one) => isFields(one) && isText(one['flag']) && isNumber(one['variation']),
    )
  );
}

export function isSegment(value: unknown): value is Segment {
  const segment = as<Segment>(value);
  return (
    segment !== null &&
    isText(segment.key) &&
    isText(segment.salt) &&
    isList(segment.rules, (rule) => isFields(rule) && isList(rule['clauses'], isClause))
  );
}

/** A newer version may know more operators: guessing what a flag would answer is worse than saying that we cannot tell. */
const isClauseWeKnow = (clause: unknown): boolean =>
  isClause(clause) && isFields(clause) && isKnownOperator(clause['op']);

const isClause = (clause: unknown): boolean =>
  isFields(clause) && isText(clause['op']) && Array.isArray(clause['values']);

export function isFeature(value: unknown): value is Feature {
  const feature = as<Feature>(value);
  return (
    feature !== null &&
    isText(feature.key) &&
    isText(feature.name) &&
    isKind(feature.kind) &&
    isText(feature.state) &&
    isText(feature.merge) &&
    isAccess(feature.access) &&
    isEnforcement(feature.enforcement) &&
    isTruth(feature.seatBound) &&
    isTruth(feature.essential) &&
    isTextOrNull(feature.flagKey) &&
    isTextOrNull(feature.exclusiveTo) &&
    isTextOrNull(feature.unit) &&
    isList(feature.requires, isText) &&
    (feature.levels === null || isList(feature.levels, isText))
  );
}

export function isPlan(value: unknown): value is Plan {
  const plan = as<Plan>(value);
  return (
    plan !== null &&
    isText(plan.key) &&
    isText(plan.name) &&
    isPlanKind(plan.kind) &&
    isNumber(plan.rank) &&
    isText(plan.state)
  );
}

/** Apart from what it lists; see `isPlanItem`. */
export function isPlanVersion(value: unknown): value is PlanVersion {
  const edition = as<PlanVersion>(value);
  return (
    edition !== null &&
    isText(edition.plan) &&
    isNumber(edition.version) &&
    Array.isArray(edition.resolvedItems)
  );
}

export function isPlanItem(value: unknown): value is PlanItem {
  const item = as<PlanItem>(value);
  return (
    item !== null &&
    isText(item.feature) &&
    isGivingEffect(item.effect) &&
    isTruthOrLeftOut(item.unlimited) &&
    isTruthOrLeftOut(item.perQuantity) &&
    isFieldsOrLeftOut(item.reset)
  );
}

export function isPublication(value: unknown): value is PlanPublication {
  const publication = as<PlanPublication>(value);
  return (
    publication !== null &&
    isText(publication.plan) &&
    isList(
      publication.editions,
      (edition) => isFields(edition) && isNumber(edition['version']) && isInstant(edition['from']),
    )
  );
}

export function isGrant(value: unknown): value is Grant {
  const grant = as<Grant>(value);
  if (grant === null) return false;
  const subject = as<{ kind: string; key: string }>(grant.subject);
  return (
    subject !== null &&
    isAudience(subject.kind) &&
    (subject.kind === 'everyone' || isText(subject.key)) &&
    isText(grant.id) &&
    isText(grant.lineageId) &&
    isText(grant.feature) &&
    isText(grant.reason) &&
    isTruth(grant.inherit) &&
    isOrigin(grant.origin) &&
    isEffect(grant.effect) &&
    isNumber(grant.priority) &&
    isTruthOrLeftOut(grant.unlimited) &&
    isFieldsOrLeftOut(grant.reset) &&
    isInstant(grant.from) &&
    isInstant(grant.grantedAt) &&
    isInstantOrNull(grant.to) &&
    isInstantOrNull(grant.revokedAt)
  );
}

/** Apart from its items; see `isItem`. */
export function isSubscription(value: unknown): value is Subscription {
  const subscription = as<Subscription>(value);
  return (
    subscription !== null &&
    isText(subscription.eId) &&
    isText(subscription.state) &&
    isInstant(subscription.changedAt) &&
    Array.isArray(subscription.items)
  );
}

export function isItem(value: unknown): value is SubscriptionItem {
  const item = as<SubscriptionItem>(value);
  return (
    item !== null &&
    isText(item.pkId) &&
    isText(item.plan) &&
    isText(item.state) &&
    (item.version === 'current' || isNumber(item.version)) &&
    isCount(item.quantity) &&
    isInstant(item.from) &&
    isInstantOrNull(item.to)
  );
}

export function isActivation(value: unknown): value is Activation {
  const activation = as<Activation>(value);
  return (
    activation !== null &&
    isText(activation.pkId) &&
    isText(activation.customer) &&
    isText(activation.state) &&
    isCount(activation.quantity) &&
    isInstant(activation.changedAt) &&
    isInstantOrNull(activation.to) &&
    isFields(activation.subject) &&
    isText(activation.subject['kind']) &&
    isText(activation.subject['key'])
  );
}

export function isSeatUse(value: unknown): value is SeatUse {
  const use = as<SeatUse>(value);
  return (
    use !== null &&
    isText(use.pkId) &&
    isInstantOrNull(use.changedAt) &&
    isList(
      use.seats,
      (seat) =>
        isFields(seat) && isText(seat['subject']) && isCount(seat['quantity']) && isInstantOrNull(seat['to']),
    )
  );
}

const holdBlocks: { readonly [B in HoldBlock]: true } = { access: true, change: true, metering: true };

export function isHold(value: unknown): value is NonNullable<CustomerSnapshot['holds']>[number] {
  const hold = as<NonNullable<CustomerSnapshot['holds']>[number]>(value);
  return (
    hold !== null &&
    isList(hold.blocks, isOneOf(holdBlocks)) &&
    isInstant(hold.from) &&
    isInstantOrNull(hold.to)
  );
}

export function isMeterState(value: unknown): value is MeterState {
  const state = as<MeterState>(value);
  return (
    state !== null &&
    isFields(state.counters) &&
    Object.values(state.counters).every((counter) => isCounter(counter))
  );
}

const isCounter = (counter: unknown): boolean =>
  isFields(counter) &&
  isNumberOrNull(counter['from']) &&
  isCount(counter['used']) &&
  isCount(counter['reserved']) &&
  isCount(counter['carried']) &&
  (counter['before'] === null || (isFields(counter['before']) && isCount(counter['before']['used'])));

const isNumberOrNull = (value: unknown): boolean => value === null || isNumber(value);

export function isCustomer(value: unknown): value is NonNullable<CustomerSnapshot['customer']> {
  const customer = as<NonNullable<CustomerSnapshot['customer']>>(value);
  return (
    customer !== null &&
    isText(customer.name) &&
    isText(customer.state) &&
    isText(customer.timeZone) &&
    isFields(customer.attributes) &&
    isList(customer.tags, isText)
  );
}
