import { Count, CustomerKey, Id, Subscription, SubscriptionItem } from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';
import { counters } from '../projects/index.ts';
import { NewSubscription } from './operations/create.ts';
import { ItemEdit } from './operations/edit.ts';
import { NewItem } from './operations/items.ts';

export const OfCustomer = z.strictObject({ customer: CustomerKey });
export const OneSubscription = z.strictObject({ eId: Id });
export const Asked = z.strictObject(pageQuery);
export const AskedOfAll = Asked.extend({ state: Subscription.shape.state.exactOptional() });

export const SubscriptionView = Subscription.extend({
  ...counters,
  items: z.array(SubscriptionItem.extend({ consumed: z.int(), available: z.int() })),
});
export const SubscriptionPage = pageOf(SubscriptionView);

/** What is bought is in force at once, unless it is to be a draft. */
export const Buy = NewSubscription.omit({ customer: true }).extend({
  state: NewSubscription.shape.state.default('active'),
});
export const BuyFor = Buy.extend({ customer: CustomerKey.nullable().exactOptional() });

export const ChangeSubscription = z.strictObject({
  items: z
    .array(ItemEdit.extend({ quantity: Count.exactOptional() }))
    .max(200)
    .exactOptional(),
  addItems: z.array(NewItem).max(200).exactOptional(),
});
export type ChangeSubscription = z.infer<typeof ChangeSubscription>;

/** Without a customer the part stays with the one who has the whole. */
export const Split = z.strictObject({ pkId: Id, quantity: Count, customer: CustomerKey.exactOptional() });
export const Activate = z.strictObject({ customer: CustomerKey.exactOptional() });
