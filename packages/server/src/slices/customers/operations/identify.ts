import { type Customer, CustomerKey, Identifiers } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

const { shape } = Identifiers;

export const IdentifierChanges = z.strictObject({
  externalId: shape.externalId.unwrap().nullable().exactOptional(),
  identifier: shape.identifier.unwrap().nullable().exactOptional(),
  refId: shape.refId.unwrap().nullable().exactOptional(),
  crmId: shape.crmId.unwrap().nullable().exactOptional(),
  stripe: shape.stripe.unwrap().nullable().exactOptional(),
});

/** The names that other systems know a customer by. What is not mentioned stays; null forgets one. */
export const identifyCustomer = operation({
  kind: 'customer.identify',
  scope: 'environment',
  input: z.strictObject({
    customer: CustomerKey,
    identifiers: IdentifierChanges,
  }),
  resource: ({ customer }) => `customer/${customer}`,
  setup: ({ customer }) => ({ customer: one('customer', customer) }),
  compute({ customer: key, identifiers }, { customer }, { place }) {
    if (!customer) return refuse('customer_unknown', `There is no customer ${key}.`);
    if (customer.state === 'archived') return refuse('customer_archived', `${customer.name} is archived.`);
    const all = Object.entries({ ...customer.identifiers, ...identifiers });
    const known: Customer['identifiers'] = Object.fromEntries(all.filter(([, value]) => value !== null));
    return [mutate('customer', place, customer, { ...customer, identifiers: known })];
  },
});
