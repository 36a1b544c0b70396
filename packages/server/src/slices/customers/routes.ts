import type { OperationCall } from '@latchkey/model';
import { type Route, read, write } from '../../kernel/http/routes.ts';
import { written } from '../projects/index.ts';
import { listCustomers } from './list.ts';
import { createCustomer } from './operations/create.ts';
import { describeCustomer } from './operations/describe.ts';
import { identifyCustomer } from './operations/identify.ts';
import { archiveCustomer, resumeCustomer, suspendCustomer } from './operations/lifecycle.ts';
import { moveCustomer } from './operations/move.ts';
import { Asked, ChangeCustomer, CreateCustomer, CustomerPage, CustomerView, OneCustomer } from './schemas.ts';
import { customerStore, knownCustomer } from './store.ts';

const tag = 'Customers';
const scope = 'environment';
const ofCustomer = ({ customer }: { readonly customer: string }) => `customer/${customer}`;

const stateRoute = (
  path: string,
  summary: string,
  change: typeof suspendCustomer | typeof resumeCustomer | typeof archiveCustomer,
): Route =>
  write({
    method: 'POST',
    scope,
    path: `/customers/{customer}/${path}`,
    summary,
    tag,
    params: OneCustomer,
    action: change.kind,
    resource: ofCustomer,
    reply: CustomerView,
    edits: ({ customer }) => ({ kind: 'customer', id: customer }),
    prepare: ({ place, params: { customer } }, db) => customerStore.one(db, place, customer),
    operations: ({ params }) => [change(params)],
    answer: (applied, { params: { customer } }, before) => written(applied, 'customer', customer, before),
  });

export const customerRoutes: readonly Route[] = [
  read({
    scope,
    path: '/customers',
    summary: 'Customers by name, found by name, key or identifier, or by what they have',
    tag,
    query: Asked,
    action: 'customer.read',
    resource: () => 'customer/*',
    reply: CustomerPage,
    answer: ({ place, query, now }, db) => listCustomers(db, place, query, now),
  }),
  write({
    method: 'POST',
    scope,
    path: '/customers',
    summary: 'Add a customer, by any unique id that it has elsewhere',
    tag,
    body: CreateCustomer,
    action: 'customer.create',
    resource: () => 'customer/*',
    status: 201,
    reply: CustomerView,
    operations: ({ body: { externalId, identifiers, ...said } }) => [
      createCustomer({
        ...said,
        identifiers: { ...identifiers, ...(externalId !== undefined && { externalId }) },
      }),
    ],
    answer: (applied, { body: { key } }) => written(applied, 'customer', key),
  }),
  read({
    scope,
    path: '/customers/{customer}',
    summary: 'A customer',
    tag,
    params: OneCustomer,
    action: 'customer.read',
    resource: ofCustomer,
    reply: CustomerView,
    version: ({ version }) => version,
    answer: async ({ place, params: { customer } }, db) => {
      const { body, version } = await knownCustomer(db, place, customer);
      return { ...body, version };
    },
  }),
  write({
    method: 'PATCH',
    scope,
    path: '/customers/{customer}',
    summary: 'Change what a customer is called and is like, its identifiers and its parent',
    tag,
    params: OneCustomer,
    body: ChangeCustomer,
    action: 'customer.describe',
    resource: ofCustomer,
    reply: CustomerView,
    edits: ({ customer }) => ({ kind: 'customer', id: customer }),
    prepare: ({ place, params: { customer } }, db) => customerStore.one(db, place, customer),
    operations: ({ params: { customer }, body }) => editsOf(customer, body),
    answer: (applied, { params: { customer } }, before) => written(applied, 'customer', customer, before),
  }),
  stateRoute('suspend', 'Take everything but essential features away, until resumed', suspendCustomer),
  stateRoute('resume', 'Give a suspended or archived customer back what it has', resumeCustomer),
  stateRoute('archive', 'Put a customer away; its history stays', archiveCustomer),
];

/** One operation for each part that is named. */
function editsOf(
  customer: string,
  { externalId, identifiers, parent, ...words }: ChangeCustomer,
): OperationCall[] {
  const names = { ...identifiers, ...(externalId !== undefined && { externalId }) };
  const calls: OperationCall[] = [];
  if (Object.keys(words).length > 0) calls.push(describeCustomer({ customer, ...words }));
  if (Object.keys(names).length > 0) calls.push(identifyCustomer({ customer, identifiers: names }));
  if (parent !== undefined) calls.push(moveCustomer({ customer, parent }));
  return calls;
}
