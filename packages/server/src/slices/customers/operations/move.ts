import { CustomerKey } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { aboveParent, heightOf, lineOf, parentOf, refuseParent } from './lineage.ts';

/** Puts a customer, with all that is below it, under another one or under none. Inherited grants change with it. */
export const moveCustomer = operation({
  kind: 'customer.move',
  scope: 'environment',
  input: z.strictObject({ customer: CustomerKey, parent: CustomerKey.nullable() }),
  resource: ({ customer }) => `customer/${customer}`,
  setup: ({ customer, parent }) => ({
    customer: one('customer', customer),
    parent: parentOf(parent),
    below: lineOf.below(customer),
  }),
  follow: (_, seen) => aboveParent(seen),
  compute({ customer: key, parent }, { customer, below, ...seen }, { place }) {
    if (!customer) return refuse('customer_unknown', `There is no customer ${key}.`);
    if (customer.state === 'archived') return refuse('customer_archived', `${customer.name} is archived.`);
    const refusal =
      parent === null
        ? null
        : refuseParent(key, parent, seen, { height: heightOf(key, below), field: 'parent' });
    return refusal ?? [mutate('customer', place, customer, { ...customer, parent })];
  },
});
