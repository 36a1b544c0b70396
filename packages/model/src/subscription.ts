import { z } from 'zod';
import { CustomerKey, Id, Key, text } from './keys.ts';
import { Count } from './quantity.ts';
import { Instant } from './time.ts';

/** One plan bought: Sentinel-style clients call it a product key. */
export const SubscriptionItem = z.strictObject({
  pkId: Id,
  plan: Key,
  /** A pinned version keeps what the customer bought; `current` follows what is published. */
  version: z.union([z.int().min(1), z.literal('current')]),
  quantity: Count,
  from: Instant,
  to: Instant.nullable(),
  state: z.enum(['active', 'disabled', 'closed']),
});
export type SubscriptionItem = z.infer<typeof SubscriptionItem>;

/** What a customer has bought: Sentinel-style clients call it an entitlement. */
export const Subscription = z.strictObject({
  eId: Id,
  /** Drafts may still be without one. */
  customer: CustomerKey.nullable(),
  state: z.enum(['draft', 'active', 'suspended', 'closed']),
  source: z.strictObject({ system: text(50), ref: text(200) }),
  items: z.array(SubscriptionItem).max(200),
  /** The subscription it was split from. */
  parentEId: Id.nullable(),
  createdAt: Instant,
  changedAt: Instant,
});
export type Subscription = z.infer<typeof Subscription>;
