import type { Guardrail, Reasoning, Requirement, Verdict } from '@latchkey/model';
import { matchesGlob } from '../access/resource-specifier.ts';
import type { Deed } from './deeds.ts';

/** What a guardrail may need to know besides the change itself; asked for only where one does. */
export interface Figures {
  /** Customers whose entitlements the change touches. */
  readonly customers: number;
  /** How often the like was done before, by guardrail and customer. */
  readonly timesBefore: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export const allowed: Verdict = { outcome: 'allow', because: [], requirements: [] };

/** A guardrail with what it is about in a change. */
export interface Concern {
  readonly guardrail: Guardrail;
  readonly deeds: readonly Deed[];
}

/** The guardrails that bind somebody with these roles, each with the deeds that it looks at. */
export function concerns(
  guardrails: readonly Guardrail[],
  deeds: readonly Deed[],
  { roles, environment }: { readonly roles: readonly string[]; readonly environment: string },
): readonly Concern[] {
  return guardrails
    .filter((one) => one.environment === null || one.environment === environment)
    .filter((one) => one.roles.length === 0 || one.roles.some((role) => roles.includes(role)))
    .map((guardrail) => ({ guardrail, deeds: deeds.filter((deed) => isAbout(guardrail, deed)) }))
    .filter((concern) => concern.deeds.length > 0);
}

function isAbout({ actions, when: { tags, features } }: Guardrail, deed: Deed): boolean {
  return (
    actions.some((pattern) => matchesGlob(pattern, deed.action)) &&
    (tags === undefined || tags.some((tag) => deed.tags.has(tag))) &&
    (features === undefined || features.some((feature) => deed.features.has(feature)))
  );
}

/** What they say together. The most restrictive wins: a denial over any approval, and every approval is needed. */
export function weigh(concerned: readonly Concern[], figures: Figures): Verdict {
  const because = concerned.flatMap((concern) => reasoningOf(concern, figures) ?? []);
  const denials = because.filter(({ outcome }) => outcome === 'deny');
  if (denials.length > 0) return { outcome: 'deny', because: denials, requirements: [] };
  if (because.length === 0) return allowed;
  const speaking = new Set(because.map(({ guardrail }) => guardrail));
  const requirements = concerned
    .filter(({ guardrail }) => speaking.has(guardrail.key))
    .map(({ guardrail: { key, name, approvals, approverRoles } }): Requirement => {
      return { guardrail: key, name, approvals, approverRoles };
    });
  return { outcome: 'approve', because, requirements };
}

/** The author wants another pair of eyes. A denial stays one. */
export function withOwnWish(verdict: Verdict): Verdict {
  if (verdict.outcome === 'deny') return verdict;
  const name = 'Asked for by its author';
  const sentence = 'Its author asked for approval.';
  const own: Reasoning = { guardrail: null, name, outcome: 'approve', sentence, ...noLimit };
  return {
    outcome: 'approve',
    because: [...verdict.because, own],
    requirements: [...verdict.requirements, { guardrail: null, name, approvals: 1, approverRoles: [] }],
  };
}

const noLimit = { limit: null, allowed: null, asked: null, left: null } as const;

/** Null: it is about something in this change, and within its limits. */
function reasoningOf({ guardrail, deeds }: Concern, figures: Figures): Reasoning | null {
  const { key, name, outcome, when } = guardrail;
  const said = { guardrail: key, name, outcome };
  const limits = limitsOf(guardrail, deeds, figures);
  if (limits.length === 0 && !hasLimit(when))
    return { ...said, sentence: `${name}: ${always[outcome]}.`, ...noLimit };
  const passed = limits.find(({ asked, allowed: most }) => asked > most);
  if (!passed) return null;
  const { limit, allowed: most, asked, left, sentence } = passed;
  return {
    ...said,
    sentence: `${name}: ${sentence}.`,
    limit,
    allowed: most,
    asked: Number.isFinite(asked) ? asked : null,
    left,
  };
}

const always = {
  approve: 'somebody else has to approve this',
  deny: 'this is not done here',
} as const;

const hasLimit = ({ maxDays, maxQuantity, maxCustomers, maxTimes }: Guardrail['when']): boolean =>
  [maxDays, maxQuantity, maxCustomers, maxTimes].some((limit) => limit !== undefined);

interface Limit {
  readonly limit: NonNullable<Reasoning['limit']>;
  readonly allowed: number;
  readonly asked: number;
  readonly left: number;
  readonly sentence: string;
}

function limitsOf(
  { key, when: { maxDays, maxQuantity, maxCustomers, maxTimes } }: Guardrail,
  deeds: readonly Deed[],
  { customers, timesBefore }: Figures,
): readonly Limit[] {
  const limits: Limit[] = [];
  if (maxDays !== undefined) {
    const asked = roundedUp(Math.max(...deeds.map(({ days }) => days)));
    const taken = Number.isFinite(asked) ? `this is ${count(asked, 'day')}` : 'this has no end';
    limits.push(upTo('days', maxDays, asked, `up to ${count(maxDays, 'day')} on your own; ${taken}`));
  }
  if (maxQuantity !== undefined) {
    const asked = mostForOneCustomer(deeds);
    const taken = Number.isFinite(asked) ? `this adds ${asked}` : 'this has no limit';
    limits.push(
      upTo('quantity', maxQuantity, asked, `a quantity of up to ${maxQuantity} on your own; ${taken}`),
    );
  }
  if (maxCustomers !== undefined) {
    const taken = Number.isFinite(customers)
      ? `this touches ${customers}`
      : 'this touches more than can be counted';
    const sentence = `up to ${count(maxCustomers, 'customer')} at once on your own; ${taken}`;
    limits.push(upTo('customers', maxCustomers, customers, sentence));
  }
  if (maxTimes !== undefined) {
    const { before, asked } = mostTimes(deeds, timesBefore.get(key) ?? new Map());
    const left = Math.max(0, maxTimes.times - before);
    const often = `${count(maxTimes.times, 'time')} per customer in ${count(maxTimes.days, 'day')} on your own`;
    const sentence = `${often}; it was done ${count(before, 'time')}, so ${left === 0 ? 'none is' : `${left} are`} left`;
    limits.push({ limit: 'times', allowed: maxTimes.times, asked, left, sentence });
  }
  return limits;
}

const upTo = (limit: Limit['limit'], most: number, asked: number, sentence: string): Limit => ({
  limit,
  allowed: most,
  asked,
  left: most,
  sentence,
});

/** Several operations for one customer count together, so that nothing is gained by cutting a change into pieces. */
function mostForOneCustomer(deeds: readonly Deed[]): number {
  const byCustomer = new Map<string, number>();
  for (const { customers, quantity } of deeds) {
    for (const customer of customers.size === 0 ? [''] : customers) {
      byCustomer.set(customer, (byCustomer.get(customer) ?? 0) + quantity);
    }
  }
  return Math.max(0, ...byCustomer.values());
}

/** Of the customer for whom it will have been done most often. */
function mostTimes(deeds: readonly Deed[], timesBefore: ReadonlyMap<string, number>) {
  let most = { before: 0, asked: 0 };
  for (const customer of new Set(deeds.flatMap(({ customers }) => [...customers]))) {
    const before = timesBefore.get(customer) ?? 0;
    const asked = before + deeds.filter(({ customers }) => customers.has(customer)).length;
    if (asked > most.asked) most = { before, asked };
  }
  return most;
}

const roundedUp = (days: number): number => (Number.isFinite(days) ? Math.ceil(days - 1e-9) : days);
const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
