import { Customer, CustomerKey, FeatureKey, Identifiers, Instant, Key, Tag } from '@latchkey/model';
import { z } from 'zod';
import { pageOf } from '../../kernel/http/paging.ts';
import { counters, searchQuery } from '../projects/index.ts';
import { NewCustomer } from './operations/create.ts';
import { CustomerWords } from './operations/describe.ts';
import { IdentifierChanges } from './operations/identify.ts';

export const OneCustomer = z.strictObject({ customer: CustomerKey });

export const Asked = z.strictObject({
  ...searchQuery,
  /** On this plan now. */
  plan: Key.exactOptional(),
  /** With a grant of this feature, or a plan with it. */
  feature: FeatureKey.exactOptional(),
  state: Customer.shape.state.exactOptional(),
  tag: Tag.exactOptional(),
});

const HeldPlan = z.object({ plan: Key, name: z.string(), quantity: z.int(), to: Instant.nullable() });

export const CustomerView = Customer.extend(counters);
export const CustomerPage = pageOf(
  CustomerView.extend({ plans: z.array(HeldPlan).readonly(), endsNext: Instant.nullable() }),
);

/** `externalId` may stand beside the other identifiers, because nearly everybody has one. */
export const CreateCustomer = NewCustomer.extend({
  externalId: Identifiers.shape.externalId.unwrap().exactOptional(),
});
export type CreateCustomer = z.infer<typeof CreateCustomer>;

export const ChangeCustomer = CustomerWords.omit({ customer: true }).extend({
  externalId: IdentifierChanges.shape.externalId,
  identifiers: IdentifierChanges.exactOptional(),
  parent: Customer.shape.parent.exactOptional(),
});
export type ChangeCustomer = z.infer<typeof ChangeCustomer>;
