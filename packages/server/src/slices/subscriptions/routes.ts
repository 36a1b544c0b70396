import type { OperationCall, Subscription } from '@latchkey/model';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { type Applied, type Route, read, type WriteContext, write } from '../../kernel/http/routes.ts';
import type { Reader } from '../../kernel/store/database.ts';
import type { Kept } from '../../kernel/store/resources.ts';
import { knownCustomer } from '../customers/index.ts';
import { written } from '../projects/index.ts';
import { type Consumed, consumedIn, knownSubscription, listSubscriptions, withUse } from './list.ts';
import { activateSubscription } from './operations/activate.ts';
import { changeQuantity } from './operations/change-quantity.ts';
import { createSubscription } from './operations/create.ts';
import { editSubscription } from './operations/edit.ts';
import { closeSubscription, resumeSubscription, suspendSubscription } from './operations/lifecycle.ts';
import { splitSubscription } from './operations/split.ts';
import {
  Activate,
  Asked,
  AskedOfAll,
  Buy,
  BuyFor,
  ChangeSubscription,
  OfCustomer,
  OneSubscription,
  Split,
  SubscriptionPage,
  SubscriptionView,
} from './schemas.ts';

const tag = 'Subscriptions';
const scope = 'environment';
const ofCustomer = ({ customer }: { readonly customer: string }) => `customer/${customer}`;
/** An address that names a subscription does not say whose it is; each operation asks again in its customer's name. */
const ofSubscription = ({ eId }: { readonly eId: string }) => `subscription/${eId}`;
const itself = ({ eId }: { readonly eId: string }) => ({ kind: 'subscription', id: eId });

interface Before {
  readonly kept: Kept<'subscription'>;
  readonly consumed: Consumed;
}

async function before(
  {
    place,
    params: { eId },
    now,
  }: Pick<WriteContext<{ eId: string }, unknown, unknown>, 'place' | 'params' | 'now'>,
  db: Reader,
): Promise<Before> {
  const kept = await knownSubscription(db, place, eId);
  return { kept, consumed: await consumedIn(db, place, [kept.body], now) };
}

const after = (applied: Applied, { kept, consumed }: Before) =>
  withUse(written(applied, 'subscription', kept.body.eId, kept), consumed);

/** What was made new by the change: nobody sits in it yet. */
function made({ resources, revision }: Applied, parentEId: string | null = null) {
  const found = resources.find(({ kind, id }) => kind === 'subscription' && id !== parentEId);
  if (!found) throw new Error('the change made no subscription');
  return withUse({ ...(found.after as Subscription), version: found.version, revision }, new Map());
}

const stateRoute = (
  path: string,
  summary: string,
  change: typeof suspendSubscription | typeof resumeSubscription | typeof closeSubscription,
): Route =>
  write({
    method: 'POST',
    scope,
    path: `/subscriptions/{eId}/${path}`,
    summary,
    tag,
    params: OneSubscription,
    action: 'subscription.read',
    resource: ofSubscription,
    reply: SubscriptionView,
    edits: itself,
    prepare: before,
    operations: ({ params: { eId } }, { kept }) => [
      change({ subscription: eId, customer: kept.body.customer }),
    ],
    answer: (applied, _, was) => after(applied, was),
  });

export const subscriptionRoutes: readonly Route[] = [
  read({
    scope,
    path: '/customers/{customer}/subscriptions',
    summary: 'What a customer has bought, newest first',
    tag,
    params: OfCustomer,
    query: Asked,
    action: 'subscription.read',
    resource: ofCustomer,
    reply: SubscriptionPage,
    answer: async ({ place, params: { customer }, query, now }, db) => {
      await knownCustomer(db, place, customer);
      return listSubscriptions(db, place, { ...query, parents: [customer] }, now);
    },
  }),
  write({
    method: 'POST',
    scope,
    path: '/customers/{customer}/subscriptions',
    summary: 'Put a customer on plans',
    tag,
    params: OfCustomer,
    body: Buy,
    action: 'subscription.create',
    resource: ofCustomer,
    status: 201,
    reply: SubscriptionView,
    operations: ({ params: { customer }, body }) => [createSubscription({ ...body, customer })],
    answer: (applied) => made(applied),
  }),
  read({
    scope,
    path: '/subscriptions',
    summary: 'What all customers have bought, newest first',
    tag,
    query: AskedOfAll,
    action: 'subscription.read',
    resource: () => 'subscription/*',
    reply: SubscriptionPage,
    answer: ({ place, query: { state, ...page }, now }, db) =>
      listSubscriptions(db, place, { ...page, ...(state && { secondaries: [state] }) }, now),
  }),
  write({
    method: 'POST',
    scope,
    path: '/subscriptions',
    summary: 'Draft a subscription that has no customer yet',
    tag,
    body: BuyFor,
    action: 'subscription.read',
    resource: () => 'subscription/*',
    status: 201,
    reply: SubscriptionView,
    operations: ({ body: { customer = null, ...body } }) => [createSubscription({ ...body, customer })],
    answer: (applied) => made(applied),
  }),
  read({
    scope,
    path: '/subscriptions/{eId}',
    summary: 'A subscription with the seats taken and left of each item',
    tag,
    params: OneSubscription,
    action: 'subscription.read',
    resource: ofSubscription,
    reply: SubscriptionView,
    answer: async (context, db) => {
      const { kept, consumed } = await before(context, db);
      return withUse({ ...kept.body, version: kept.version }, consumed);
    },
  }),
  write({
    method: 'PATCH',
    scope,
    path: '/subscriptions/{eId}',
    summary: 'Change quantities, ends and versions of items, or add items',
    tag,
    params: OneSubscription,
    body: ChangeSubscription,
    action: 'subscription.read',
    resource: ofSubscription,
    reply: SubscriptionView,
    edits: itself,
    prepare: before,
    operations: ({ params: { eId }, body }, { kept }) =>
      editsOf({ subscription: eId, customer: kept.body.customer }, body),
    answer: (applied, _, was) => after(applied, was),
  }),
  write({
    method: 'POST',
    scope,
    path: '/subscriptions/{eId}/split',
    summary: 'Move seats that nobody uses into a subscription of their own',
    tag,
    params: OneSubscription,
    body: Split,
    action: 'subscription.read',
    resource: ofSubscription,
    status: 201,
    reply: SubscriptionView,
    prepare: before,
    operations: ({ params: { eId }, body: { customer: receiver, ...part } }, { kept }) => [
      splitSubscription({
        ...part,
        subscription: eId,
        customer: kept.body.customer,
        receiver: receiver ?? ownerOf(kept.body),
      }),
    ],
    answer: (applied, { params: { eId } }) => made(applied, eId),
  }),
  write({
    method: 'POST',
    scope,
    path: '/subscriptions/{eId}/activate',
    summary: 'Put a draft into force',
    tag,
    params: OneSubscription,
    body: Activate,
    action: 'subscription.read',
    resource: ofSubscription,
    reply: SubscriptionView,
    edits: itself,
    prepare: before,
    operations: ({ params: { eId }, body: { customer } }, { kept }) => [
      activateSubscription({ subscription: eId, customer: customer ?? kept.body.customer }),
    ],
    answer: (applied, _, was) => after(applied, was),
  }),
  stateRoute('suspend', 'Stop everything that a subscription gives, until resumed', suspendSubscription),
  stateRoute('resume', 'Give back what a suspended subscription gave', resumeSubscription),
  stateRoute('close', 'End a subscription now and for good', closeSubscription),
];

function ownerOf({ customer }: Subscription): string {
  if (customer !== null) return customer;
  throw new ProblemError('customer_required', 'Say who gets the part.', {}, [
    { pointer: '#/customer', detail: 'must name a customer' },
  ]);
}

/** More or fewer seats is one right, everything else about what was bought another. */
function editsOf(
  held: { readonly subscription: string; readonly customer: string | null },
  { items = [], addItems = [] }: ChangeSubscription,
): OperationCall[] {
  const quantities = items.map(({ pkId, quantity }) => ({
    pkId,
    ...(quantity !== undefined && { quantity }),
  }));
  const edits = items.map(({ quantity: _, ...edit }) => edit);
  const calls: OperationCall[] = [];
  if (items.some(({ quantity }) => quantity !== undefined)) {
    calls.push(changeQuantity({ ...held, items: quantities }));
  }
  if (addItems.length > 0 || edits.some((edit) => Object.keys(edit).length > 1)) {
    calls.push(editSubscription({ ...held, items: edits, addItems }));
  }
  return calls;
}
