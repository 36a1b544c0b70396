import { type Customer, CustomerKey } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

const stateChange = (
  kind: `customer.${string}`,
  state: Customer['state'],
  from: readonly Customer['state'][],
) =>
  operation({
    kind,
    scope: 'environment',
    input: z.strictObject({ customer: CustomerKey }),
    resource: ({ customer }) => `customer/${customer}`,
    setup: ({ customer }) => ({ customer: one('customer', customer) }),
    compute({ customer: key }, { customer }, { place }) {
      if (!customer) return refuse('customer_unknown', `There is no customer ${key}.`);
      if (customer.state === state) return [];
      if (!from.includes(customer.state)) {
        return refuse('customer_archived', `${customer.name} is archived; resume it first.`);
      }
      return [mutate('customer', place, customer, { ...customer, state })];
    },
  });

/** Takes every feature away except essential ones, until resumed. Nothing that was bought or granted is touched. */
export const suspendCustomer = stateChange('customer.suspend', 'suspended', ['prospect', 'active']);

/** Gives a suspended or archived customer back what it has. */
export const resumeCustomer = stateChange('customer.resume', 'active', ['prospect', 'suspended', 'archived']);

/** Puts a customer away. Its history stays, and it can be resumed. */
export const archiveCustomer = stateChange('customer.archive', 'archived', [
  'prospect',
  'active',
  'suspended',
]);
