import { Customer, CustomerKey } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { aboveParent, parentOf, refuseParent } from './lineage.ts';
import { customerWords } from './words.ts';

const { shape } = Customer;

export const NewCustomer = z.strictObject({
  key: CustomerKey,
  name: shape.name,
  identifiers: shape.identifiers.exactOptional(),
  attributes: shape.attributes.exactOptional(),
  parent: shape.parent.exactOptional(),
  state: z.enum(['prospect', 'active']).exactOptional(),
  ...customerWords,
});

/** Somebody who can hold rights. A key that is a UUID of another system is as good as any. */
export const createCustomer = operation({
  kind: 'customer.create',
  scope: 'environment',
  input: NewCustomer,
  resource: ({ key }) => `customer/${key}`,
  setup: ({ key, parent }) => ({ customer: one('customer', key), parent: parentOf(parent) }),
  follow: (_, seen) => aboveParent(seen),
  compute({ parent = null, ...said }, { customer: existing, ...seen }, { place }) {
    if (existing) return refuse('key_taken', `There is a customer ${said.key} already.`, { field: 'key' });
    const refusal =
      parent === null ? null : refuseParent(said.key, parent, seen, { height: 1, field: 'parent' });
    if (refusal) return refusal;
    const customer: Customer = {
      identifiers: {},
      attributes: {},
      contacts: [],
      timeZone: 'UTC',
      owner: null,
      tags: [],
      state: 'active',
      ...said,
      parent,
    };
    return [mutate('customer', place, null, customer)];
  },
});
