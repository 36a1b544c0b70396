import type { CustomerSnapshot, JsonValue, Milliseconds, Subscription } from '@latchkey/model';
import { closeness, compareText, dateGrant } from '../grants/dated-grant.ts';
import type { Holding } from '../grants/holdings.ts';
import { allOfTime, type Span } from '../grants/span.ts';
import { always, endOf, forever, fromInstant } from '../time.ts';

/**
 * What only the server knows of a customer, as attributes of it that flag and segment rules may ask for. Facts say what
 * was sold or given to the customer itself, never what a segment or a flag gives: so no fact rests on a rule.
 */
interface Facts {
  readonly 'latchkey.customerState'?: 'prospect' | 'active' | 'suspended' | 'archived';
  /** The highest-ranking plan that is held, trial plans included and add-ons not. Absent where there is none. */
  readonly 'latchkey.planType'?: string;
  /** Every plan and add-on that is held, by default too. */
  readonly 'latchkey.plans': readonly string[];
  /** The best that any subscription is. */
  readonly 'latchkey.subscriptionStatus': SubscriptionStatus;
  /** How many were bought of the plans that run, add-ons not counted. */
  readonly 'latchkey.orderQuantity': number;
  /** Of trials and proofs of concept. */
  readonly 'latchkey.trial': 'running' | 'planned' | 'ended' | 'none';
}

/** From the most to the least alive. */
const statuses = ['active', 'suspended', 'scheduled', 'draft', 'ended', 'closed', 'none'] as const;
type SubscriptionStatus = (typeof statuses)[number];

/** A customer's facts at every moment: time cut where one of them may change. */
export class FactsOverTime {
  #cuts: readonly Milliseconds[] | null = null;
  readonly #snapshot: CustomerSnapshot;
  readonly #holdings: readonly Holding[];
  readonly #trials: readonly Span[];

  constructor(snapshot: CustomerSnapshot, holdings: readonly Holding[]) {
    this.#snapshot = snapshot;
    this.#holdings = holdings;
    this.#trials = [...trialGrants(snapshot), ...holdings.filter(({ trial }) => trial)];
  }

  /** Ascending, finite. */
  get cuts(): readonly Milliseconds[] {
    if (this.#cuts !== null) return this.#cuts;
    const spans = [...this.#holdings, ...this.#trials, ...itemsOf(this.#snapshot)];
    const moments = new Set(spans.flatMap(({ from, to }) => [from, to]));
    this.#cuts = [...moments].filter(Number.isFinite).sort((a, b) => a - b);
    return this.#cuts;
  }

  /** All of time, in stretches in which no fact changes. */
  get spans(): readonly Span[] {
    const { cuts } = this;
    return [always, ...cuts].map((from, index) => ({ from, to: cuts[index] ?? forever }));
  }

  /** How many cuts are not after `now`: the same number, the same facts. */
  stretchOf(now: Milliseconds): number {
    const { cuts } = this;
    let stretch = 0;
    while (stretch < cuts.length && (cuts[stretch] as number) <= now) stretch += 1;
    return stretch;
  }

  at(now: Milliseconds): Facts & { readonly [fact: string]: JsonValue } {
    const held = this.#holdings.filter((holding) => isDuring(holding, now));
    const plans = held.filter(({ plan }) => plan?.kind !== 'addon');
    const [highest] = plans.toSorted(byRank);
    const state = this.#snapshot.customer?.state;
    return {
      ...(state !== undefined && { 'latchkey.customerState': state }),
      ...(highest !== undefined && { 'latchkey.planType': highest.planKey }),
      'latchkey.plans': [...new Set(held.map(({ planKey }) => planKey))].sort(compareText),
      'latchkey.subscriptionStatus': bestOf(this.#snapshot.subscriptions.map((each) => statusOf(each, now))),
      'latchkey.orderQuantity': plans.reduce(
        (sum, { pkId, quantity }) => sum + (pkId === null ? 0 : quantity),
        0,
      ),
      'latchkey.trial': this.#trialAt(now),
    };
  }

  #trialAt(now: Milliseconds): Facts['latchkey.trial'] {
    if (this.#trials.some((trial) => isDuring(trial, now))) return 'running';
    if (this.#trials.some(({ from }) => from > now)) return 'planned';
    return this.#trials.length > 0 ? 'ended' : 'none';
  }
}

const isDuring = ({ from, to }: Span, now: Milliseconds): boolean => now >= from && now < to;

const byRank = (a: Holding, b: Holding): number =>
  (b.plan?.rank ?? -1) - (a.plan?.rank ?? -1) || compareText(a.planKey, b.planKey);

/** The customer's own trials, and those that it inherits. */
function trialGrants({ key, ancestors, grants }: CustomerSnapshot): readonly Span[] {
  return grants.flatMap((grant) => {
    const { origin, subject, inherit } = grant;
    const isTheirs =
      subject.kind === 'customer' && (subject.key === key || (inherit && ancestors.includes(subject.key)));
    if (!isTheirs || (origin !== 'trial' && origin !== 'poc')) return [];
    return dateGrant(grant, closeness.customer, allOfTime) ?? [];
  });
}

const itemsOf = ({ subscriptions }: CustomerSnapshot): readonly Span[] =>
  subscriptions.flatMap(({ items }) =>
    items.map(({ from, to }) => ({ from: fromInstant(from), to: endOf(to) })),
  );

function statusOf({ state, items }: Subscription, now: Milliseconds): SubscriptionStatus {
  if (state !== 'active' || items.length === 0) return state;
  return bestOf(
    items.map((item) => {
      if (item.state !== 'active') return item.state === 'closed' ? 'closed' : 'suspended';
      if (now < fromInstant(item.from)) return 'scheduled';
      return now < endOf(item.to) ? 'active' : 'ended';
    }),
  );
}

const bestOf = (found: readonly SubscriptionStatus[]): SubscriptionStatus =>
  statuses.find((status) => found.includes(status)) ?? 'none';
