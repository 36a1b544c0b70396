import { type Attributes, Customer, CustomerKey, JsonValue } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { customerWords } from './words.ts';

export const CustomerWords = z.strictObject({
  customer: CustomerKey,
  name: Customer.shape.name.exactOptional(),
  attributes: z.record(z.string().min(1).max(100), JsonValue).exactOptional(),
  state: z.enum(['prospect', 'active']).exactOptional(),
  ...customerWords,
});

/**
 * What a customer is called and is like. What is not mentioned stays; an attribute that is set to null goes. A prospect
 * becomes active here too; suspending and archiving have operations, and rights, of their own.
 */
export const describeCustomer = operation({
  kind: 'customer.describe',
  scope: 'environment',
  input: CustomerWords,
  resource: ({ customer }) => `customer/${customer}`,
  setup: ({ customer }) => ({ customer: one('customer', customer) }),
  compute({ customer: key, attributes = {}, ...said }, { customer }, { place }) {
    if (!customer) return refuse('customer_unknown', `There is no customer ${key}.`);
    if (customer.state === 'archived') return refuse('customer_archived', `${customer.name} is archived.`);
    if (said.state !== undefined && customer.state === 'suspended') {
      return refuse('conflict', `${customer.name} is suspended; resume it first.`, { field: 'state' });
    }
    const described = { ...customer, ...said, attributes: withChanges(customer.attributes, attributes) };
    if (Object.keys(described.attributes).length > 100) {
      return refuse('invalid_request', 'A customer has at most 100 attributes.', { field: 'attributes' });
    }
    return [mutate('customer', place, customer, described)];
  },
});

const withChanges = (before: Attributes, changes: Attributes): Attributes =>
  Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null));
