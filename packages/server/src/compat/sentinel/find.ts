import type { Activation, Customer, Subscription, SubscriptionItem } from '@latchkey/model';
import { sql } from 'kysely';
import type { CustomerParameter } from '../../delivery/find-customer.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { type Address, addressIn, addressOf } from './address.ts';
import type { Reference } from './body.ts';
import { assertMay } from './edit.ts';
import { type Asked, type Desk, param, type Query } from './endpoint.ts';
import { EmsFailure, invalid, notFound } from './failure.ts';
import { single } from './lists.ts';
import { type Loaded, loadOne, loadPage } from './load.ts';

/** What a customer may be addressed by, and the name that the look-up has for it. */
const customerParameters = {
  id: 'customerId',
  identifier: 'customerIdentifier',
  externalId: 'customerExternalId',
  refId: 'customerRefId',
  crmId: 'customerCrmId',
  name: 'customerName',
  emailId: 'contactEmailId',
} as const satisfies Record<string, CustomerParameter>;
type CustomerName = keyof typeof customerParameters;
export const customerNames = Object.keys(customerParameters) as readonly CustomerName[];

/** The one customer who is meant, for those who may look at it. Archived ones are gone as far as the protocol goes. */
export async function findCustomer(
  asked: Asked,
  { db, customers }: Desk,
  { by, value }: Address,
): Promise<Loaded<Customer>> {
  assertMay(asked, 'customer.read', asked.place, 'customer/*');
  const key = await customers.find(asked.place, customerParameters[by as CustomerName], value);
  const found = await loadOne(db.reader, 'customer', asked.place, key);
  if (!found || found.body.state === 'archived') throw notFound(`There is no customer ${value}.`);
  assertMay(asked, 'customer.read', asked.place, `customer/${key}`);
  return found;
}

export const customerAddressed = (asked: Asked, desk: Desk): Promise<Loaded<Customer>> =>
  findCustomer(asked, desk, addressOf(param(asked, 'id'), customerNames));

/** From a body; undefined where none is named. */
export async function customerIn(
  asked: Asked,
  desk: Desk,
  { customer, contact }: { readonly customer?: Reference; readonly contact?: { readonly emailId: string } },
): Promise<Customer | null> {
  const reference = customer ?? contact;
  if (!reference) return null;
  return (await findCustomer(asked, desk, addressIn(reference, customerNames, 'customer'))).body;
}

/** The query parameters by which lists are narrowed to one customer. */
export const customerFilters: readonly string[] = Object.values(customerParameters);

/** The key of the customer that a list is narrowed to; null for all. */
export async function customerWanted(
  asked: Asked,
  { customers }: Desk,
  query: Query,
): Promise<string | null> {
  const named = Object.values(customerParameters).flatMap((parameter) => {
    const value = single(query, parameter);
    return value === null ? [] : [{ parameter, value }];
  });
  const [one, ...others] = named;
  if (!one) return null;
  if (others.length > 0) throw invalid('Name one customer.', one.parameter);
  return customers.find(asked.place, one.parameter, one.value);
}

/** Whether the sender may look at what belongs to this customer. */
export function assertMaySee(
  asked: Asked,
  noun: 'subscription' | 'activation',
  customer: string | null,
): void {
  if (customer !== null) assertMay(asked, `${noun}.read`, asked.place, `customer/${customer}`);
}

export async function findEntitlement(asked: Asked, { db }: Desk): Promise<Loaded<Subscription>> {
  assertMay(asked, 'subscription.read', asked.place, 'subscription/*');
  const { by, value } = addressOf(param(asked, 'id'), ['id', 'eId', 'externalId']);
  const found =
    by === 'externalId'
      ? await byExternalId(asked, db.reader, value)
      : await loadOne(db.reader, 'subscription', asked.place, value);
  if (!found) throw new ProblemError('subscription_unknown', `There is no entitlement ${value}.`);
  assertMaySee(asked, 'subscription', found.body.customer);
  return found;
}

async function byExternalId({ place }: Asked, db: Desk['db']['reader'], value: string) {
  const isIt = sql<boolean>`body -> 'source' ->> 'ref' = ${value}`;
  const { items } = await loadPage(db, 'subscription', place, [isIt], { first: 0, size: 10 });
  const eIds = items.map(({ body }) => body.eId);
  if (items.length > 1)
    throw new EmsFailure(
      409,
      'identifier_ambiguous',
      `Several entitlements are known by that: ${eIds.join(', ')}.`,
    );
  return items[0] ?? null;
}

interface Line {
  readonly kept: Loaded<Subscription>;
  readonly item: SubscriptionItem;
}

/** A product key and the entitlement that it belongs to. */
export async function findProductKey(asked: Asked, { db }: Desk, pkId: string): Promise<Line> {
  assertMay(asked, 'subscription.read', asked.place, 'subscription/*');
  const holds = sql<boolean>`body -> 'items' @> ${JSON.stringify([{ pkId }])}::jsonb`;
  const { items } = await loadPage(db.reader, 'subscription', asked.place, [holds], { first: 0, size: 1 });
  const kept = items[0];
  const item = kept?.body.items.find((one) => one.pkId === pkId);
  if (!kept || !item) throw new ProblemError('subscription_item_unknown', `There is no product key ${pkId}.`);
  assertMaySee(asked, 'subscription', kept.body.customer);
  return { kept, item };
}

export const productKeyAddressed = (asked: Asked, desk: Desk): Promise<Line> =>
  findProductKey(asked, desk, addressOf(param(asked, 'id'), ['id', 'pkId']).value);

export async function findActivation(asked: Asked, { db }: Desk, aId: string): Promise<Activation> {
  assertMay(asked, 'activation.read', asked.place, 'activation/*');
  const found = await loadOne(db.reader, 'activation', asked.place, aId);
  if (!found) throw new ProblemError('activation_unknown', `There is no activation ${aId}.`);
  assertMaySee(asked, 'activation', found.body.customer);
  return found.body;
}

export const activationAddressed = (asked: Asked, desk: Desk): Promise<Activation> =>
  findActivation(asked, desk, addressOf(param(asked, 'id'), ['id', 'aId']).value);

/** The customer of an entitlement; drafts may have none. */
export async function ownerOf({ place }: Asked, { db }: Desk, key: string | null): Promise<Customer | null> {
  if (key === null) return null;
  const found = await loadOne(db.reader, 'customer', place, key);
  return found?.body ?? null;
}

const attempts = 5;

/** Does it again when somebody else was faster: what is computed from the present is computed from the new present. */
export async function untilUndisturbed<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const raced = error instanceof ProblemError && error.code === 'version_mismatch';
      if (!raced || count === attempts) throw error;
    }
  }
}
