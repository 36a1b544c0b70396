import type { GrantOrigin, Limit, Reason } from '@latchkey/model';

/** What a sentence may speak of. Names are people's; dates are written out; null is what there is nothing to say about. */
export interface Told {
  readonly customer: string;
  readonly feature: string;
  /** How they have it: `through Gold`, `as goodwill`. */
  readonly how: string | null;
  /** `31 March 2027`: the last day; null without an end. */
  readonly until: string | null;
  /** The first day of what is to come. */
  readonly from: string | null;
  /** The reason that was given for a denial. */
  readonly why: string | null;
  /** `Gold is the smallest plan with it`. */
  readonly offer: string | null;
  /** `up to 10 seats`. */
  readonly amount: string | null;
  readonly limit: string | null;
  /** The name of what it cannot do without. */
  readonly missing: string | null;
  readonly isNamed: boolean;
}

/** One sentence for every answer; a new reason does not compile without one. */
export const sentences: { readonly [R in Reason]: (told: Told) => string } = {
  entitled: ({ customer, feature, amount, how, until }) =>
    `${customer} has ${feature}${after(', ', amount, amount && how ? ',' : '')}${after(' ', how)}${after(' until ', until)}.`,
  open: ({ customer, feature }) => `${customer} has ${feature}, as everybody does.`,
  fail_mode: ({ feature }) => `${feature} is on for now, because nothing is known about the customer yet.`,
  no_data: ({ feature }) => `Nothing is known yet that could decide about ${feature}.`,
  feature_unknown: ({ feature }) => `There is no feature ${feature}.`,
  customer_unknown: ({ customer }) => `There is no customer ${customer}.`,
  feature_disabled: ({ feature }) => `${feature} is switched off for everybody at the moment.`,
  customer_suspended: ({ customer, feature }) =>
    `${customer} is suspended, and ${feature} is not among the features that stay on.`,
  on_hold: ({ customer, feature }) =>
    `${customer} is on hold, and ${feature} is blocked until that is lifted.`,
  denied_by_grant: ({ customer, feature, why, until }) =>
    `${customer} may not use ${feature}${after(' until ', until)}${after(': ', why)}.`,
  sunset: ({ feature }) => `${feature} has been retired.`,
  not_entitled: ({ customer, feature, offer }) =>
    offer
      ? `${customer} does not have ${feature}; ${offer}.`
      : `${customer} does not have ${feature}, and no plan includes it.`,
  expired: ({ customer, feature, how, until, offer }) =>
    `${customer} had ${feature}${after(' ', how)}${after(' until ', until)}${after('; ', offer)}.`,
  not_started: ({ customer, feature, how, from }) =>
    `${customer} will have ${feature}${after(' ', how)}${after(' from ', from)}.`,
  trial_ended: ({ customer, feature, until, offer }) =>
    `${customer} tried ${feature}${after(' until ', until)}${after('; ', offer)}.`,
  missing_dependency: ({ customer, feature, missing }) =>
    `${customer} cannot use ${feature} without ${missing ?? 'what it requires'}.`,
  not_rolled_out: ({ customer, feature, isNamed }) =>
    isNamed
      ? `${customer} has ${feature}, but it is not rolled out to this user or device.`
      : `${customer} has ${feature}, but it is not rolled out there yet.`,
  value_not_included: ({ customer, feature, amount, offer }) =>
    `${customer} has ${feature}, but not what was asked for${after(': ', amount)}${after('; ', offer)}.`,
  no_seat: ({ customer, feature }) =>
    `${customer} has free seats of ${feature}, but this user or device has not taken one.`,
  seat_limit_reached: ({ customer, feature, limit }) =>
    `${customer} does not have that many free seats of ${feature}${after('; the limit is ', limit)}.`,
  limit_reached: ({ customer, feature, limit, offer }) =>
    `${customer} has reached the limit of ${feature}${after(', which is ', limit)}${after('; ', offer)}.`,
  cap_reached: ({ customer, feature, limit }) =>
    `${customer} has reached the cap on ${feature}${after(', which is ', limit)}.`,
};

const after = (before: string, said: string | null, behind = ''): string =>
  said === null ? '' : `${before}${said}${behind}`;

/** How people say where a right comes from. */
export const howGranted: { readonly [O in GrantOrigin]: (label: string) => string } = {
  subscription: (plan) => `through ${plan}`,
  addon: (plan) => `through ${plan}`,
  default_plan: (plan) => `through ${plan}`,
  trial: () => 'on trial',
  poc: () => 'for a proof of concept',
  promotion: () => 'through a promotion',
  goodwill: () => 'as goodwill',
  contract: () => 'by contract',
  support: () => 'through support',
  legal: () => 'by law',
  import: () => 'as imported',
};

const figures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

export const inFigures = (amount: Limit): string =>
  amount === 'unlimited' ? 'unlimited' : figures.format(amount);

export const upTo = (amount: Limit, unit: string | null): string =>
  amount === 'unlimited'
    ? 'without limit'
    : `up to ${inFigures(amount)}${after(' ', amount === 1 ? singular(unit) : unit)}`;

/** Units are written in the plural: `seats`, `API calls`. */
const singular = (unit: string | null): string | null => unit?.replace(/([a-z])s$/, '$1') ?? null;

export const atLevel = (level: string): string => `at level ${level}`;

export const withMembers = (members: readonly string[]): string => `with ${members.join(', ')}`;

export const smallestWithIt = (kind: 'plan' | 'addon', name: string): string =>
  kind === 'plan' ? `${name} is the smallest plan with it` : `${name} adds it`;
