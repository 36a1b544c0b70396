import {
  accessEnd,
  type Customer,
  isEmpty,
  type Programme,
  programmeSource,
  type Subscription,
  type TriedFeature,
  toInstant,
} from '@latchkey/model';
import {
  all,
  isRefusal,
  mutate,
  one,
  operation,
  type Refusal,
  refuse,
} from '../../../kernel/changes/operation.ts';
import { refuseFreeze } from './freeze.ts';
import { pathOf } from './held.ts';
import { goalsOf, NewProgramme } from './input.ts';
import { refusePlan, refusePurchase } from './plans.ts';
import { refuseSecondTry } from './second-try.ts';
import { featuresNamed, grantOf, triedFeature } from './tried-features.ts';

/** `start` tries a thing once a family; `start-again` is the right to let somebody try it once more. */
const starting = (kind: `programme.${string}`, { again }: { readonly again: boolean }) =>
  operation({
    kind,
    scope: 'environment',
    input: NewProgramme,
    resource: pathOf,
    setup: ({ customer, overlays, endAction }) => ({
      customer: one('customer', customer),
      line: all('customer', { parent: `above/${customer}` }),
      subscriptions: all('subscription', { parent: customer }),
      plan: 'plan' in overlays ? one('plan', overlays.plan) : null,
      publication: 'plan' in overlays ? one('plan_publication', overlays.plan) : null,
      next: endAction?.does === 'convert' ? one('plan', endAction.plan) : null,
      nextPublication: endAction?.does === 'convert' ? one('plan_publication', endAction.plan) : null,
    }),
    follow: ({ customer, overlays }, { line }) =>
      Object.assign(featuresNamed('plan' in overlays ? [] : overlays.features), {
        relatives: all('programme', { parent: familyOf(customer, line) }),
      }),
    compute(input, seen, { actor, place, now, newId, comment }) {
      const { customer } = seen;
      const { overlays, goals = [], owner = null, graceDays = 0, seats } = input;
      const endAction = input.endAction ?? { does: 'revert' };
      if (!customer) return refuse('customer_unknown', `There is no customer ${input.customer}.`);
      if (customer.state === 'archived') return refuse('customer_archived', `${customer.name} is archived.`);
      const at = toInstant(now);
      const from = input.from !== undefined && input.from > at ? input.from : at;
      const refusedDates = refuseDates({ from, to: input.to }, at);
      if (refusedDates) return refusedDates;
      if (!('plan' in overlays) && seats !== undefined) {
        const detail = 'Seats go with a plan. Say the amount with the feature instead.';
        return refuse('programme_without_seats', detail, { field: 'seats' });
      }
      const line = seen.line.map(({ key }) => key);
      const tried: TriedFeature[] = [];
      if ('plan' in overlays) {
        const refusal = refusePlan(overlays.plan, seen, 'overlays/plan');
        if (refusal) return refusal;
      } else {
        for (const [index, named] of overlays.features.entries()) {
          const feature = seen[`feature ${typeof named === 'string' ? named : named.feature}`];
          const one = triedFeature(named, feature, line, `overlays/features/${index}`);
          if (isRefusal(one)) return one;
          tried.push(one);
        }
      }
      const refusedEnd = refuseEnd(input, seen, at);
      if (refusedEnd) return refusedEnd;
      const id = newId('pr');
      const draft: Programme = {
        id,
        kind: input.kind,
        customer: input.customer,
        family: familyOf(input.customer, seen.line),
        overlays: 'plan' in overlays ? overlays : { features: tried },
        seats: 'plan' in overlays ? (seats ?? 1) : null,
        owner,
        goals: goalsOf(goals, [], at, newId),
        from,
        to: input.to,
        graceDays,
        extensions: [],
        endAction,
        outcome: null,
        subscription: null,
        grants: [],
        startedBy: actor.name.slice(0, 200),
        startedAt: at,
      };
      const refusedTry = again ? null : refuseSecondTry(draft, seen.relatives, at);
      if (refusedTry) return refusedTry;
      if ('plan' in draft.overlays) {
        const subscription = subscriptionFor(draft, draft.overlays.plan, newId, at);
        const pkId = subscription.items[0]?.pkId ?? '';
        return [
          mutate('programme', place, null, { ...draft, subscription: { eId: subscription.eId, pkId } }),
          mutate('subscription', place, null, subscription),
        ];
      }
      const grants = tried.map((one) =>
        grantOf(one, {
          id: newId('g'),
          subject: { kind: 'customer', key: input.customer },
          origin: input.kind,
          from,
          to: accessEnd(draft),
          reason:
            comment.trim() || `${input.kind === 'poc' ? 'POC' : 'Trial'} until ${input.to.slice(0, 10)}`,
          grantedBy: draft.startedBy,
          grantedAt: at,
        }),
      );
      return [
        mutate('programme', place, null, { ...draft, grants: grants.map((grant) => grant.id) }),
        ...grants.map((grant) => mutate('grant', place, null, grant)),
      ];
    },
  });

/** Lays a plan or features over what a customer has, for a time. What it issues ends by its own date. */
export const startProgramme = starting('programme.start', { again: false });

export const startProgrammeAgain = starting('programme.start-again', { again: true });

/** The topmost of the line, which begins with the customer itself. */
const familyOf = (customer: string, line: readonly Customer[]): string =>
  line.find(({ parent }) => parent === null)?.key ?? customer;

function refuseDates(interval: { readonly from: string; readonly to: string }, at: string): Refusal | null {
  if (interval.to <= at) {
    return refuse('end_in_past', 'The end must be in the future.', { field: 'to', now: at });
  }
  return isEmpty(interval)
    ? refuse('interval_empty', 'The end must be after the start.', { field: 'to', from: interval.from })
    : null;
}

type SeenAtStart = Parameters<typeof refusePlan>[1] & {
  readonly next: Parameters<typeof refusePlan>[1]['plan'];
  readonly nextPublication: Parameters<typeof refusePlan>[1]['publication'];
  readonly subscriptions: readonly Subscription[];
};

function refuseEnd({ overlays, endAction }: NewProgramme, seen: SeenAtStart, at: string): Refusal | null {
  if (endAction?.does === 'freeze') return refuseFreeze(seen.subscriptions, null, at);
  if (endAction?.does !== 'convert') return null;
  if (!('plan' in overlays)) {
    const detail = 'Only a plan that is tried can be bought by itself. Convert it by hand instead.';
    return refuse('invalid_request', detail, { field: 'endAction/does' });
  }
  const bought = { plan: seen.next, publication: seen.nextPublication };
  return refusePurchase(endAction.plan, bought, 'endAction/plan');
}

/** A subscription of its own, so that what is bought and what is tried never share a row. */
function subscriptionFor(
  programme: Programme,
  plan: string,
  newId: (prefix: string) => string,
  at: string,
): Subscription {
  const { id, customer, from, seats } = programme;
  return {
    eId: newId('e'),
    customer,
    state: 'active',
    source: { system: programmeSource, ref: id },
    items: [
      {
        pkId: newId('pk'),
        plan,
        version: 'current',
        quantity: seats ?? 1,
        from,
        to: accessEnd(programme),
        state: 'active',
      },
    ],
    parentEId: null,
    createdAt: at,
    changedAt: at,
  };
}
