import { z } from 'zod';
import { CustomerKey, Id, text } from './keys.ts';
import { Instant } from './time.ts';

/** Access: every feature but essential ones. Change: edits of the customer. Metering: use of what is metered. */
export const HoldBlock = z.enum(['access', 'change', 'metering']);
export type HoldBlock = z.infer<typeof HoldBlock>;

/** Blocks something of one customer for a while, and says why. Several may stack; each is lifted by itself. */
export const Hold = z.strictObject({
  id: Id,
  customer: CustomerKey,
  blocks: z
    .array(HoldBlock)
    .min(1)
    .max(3)
    .refine((blocks) => new Set(blocks).size === blocks.length, 'must name each once'),
  reason: text(2000),
  from: Instant,
  /** Null until it is lifted. */
  to: Instant.nullable(),
  placedBy: text(200),
  placedAt: Instant,
  lifted: z.strictObject({ at: Instant, by: text(200), reason: text(2000) }).nullable(),
});
export type Hold = z.infer<typeof Hold>;

/** When a hold stops blocking: at its end, or before that when it was lifted. */
export const endOfHold = ({ to, lifted }: Pick<Hold, 'to' | 'lifted'>): Instant | null =>
  lifted !== null && (to === null || lifted.at < to) ? lifted.at : to;

export type HoldState = 'scheduled' | 'active' | 'ended' | 'lifted';

export function holdStateAt(hold: Pick<Hold, 'from' | 'to' | 'lifted'>, at: Instant): HoldState {
  if (hold.lifted !== null && hold.lifted.at <= at) return 'lifted';
  if (hold.to !== null && hold.to <= at) return 'ended';
  return at < hold.from ? 'scheduled' : 'active';
}
