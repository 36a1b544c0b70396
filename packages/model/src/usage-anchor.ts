import { z } from 'zod';
import { Id, text } from './keys.ts';
import { Instant } from './time.ts';

/** What the ledger knows of events that were counted beside it: enough to show that none was altered, added or removed. */
export const UsageAnchor = z.strictObject({
  id: Id,
  events: z.int().min(1),
  /** All their quantities together, as a decimal. */
  quantity: text(60),
  /** SHA-256 of the events in the order of their keys, in hexadecimal digits. */
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  /** When the first and the last of them arrived. */
  from: Instant,
  to: Instant,
});
export type UsageAnchor = z.infer<typeof UsageAnchor>;
