import { z } from 'zod';
import { CustomerKey, Id, text } from './keys.ts';
import { Count } from './quantity.ts';
import { Instant } from './time.ts';

export const ActivationSubject = z.strictObject({ kind: z.enum(['user', 'device']), key: text(200).min(1) });
export type ActivationSubject = z.infer<typeof ActivationSubject>;

/** A seat taken by a named user or device. */
export const Activation = z.strictObject({
  aId: Id,
  eId: Id,
  pkId: Id,
  customer: CustomerKey,
  subject: ActivationSubject,
  quantity: Count,
  state: z.enum(['active', 'revoked']),
  /** Null lives as long as the item it belongs to. */
  to: Instant.nullable(),
  history: z
    .array(
      z.strictObject({
        at: Instant,
        what: z.enum(['activated', 'renewed', 'rehosted', 'revoked']),
        by: text(200),
        subject: ActivationSubject,
      }),
    )
    .max(1000),
  createdAt: Instant,
  changedAt: Instant,
});
export type Activation = z.infer<typeof Activation>;
