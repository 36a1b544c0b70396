import {
  Amount,
  CustomerKey,
  EventKey,
  FeatureKey,
  Instant,
  JsonValue,
  Limit,
  text,
  UsageEvent,
} from '@latchkey/model';
import { z } from 'zod';
import { DecisionReply } from '../delivery/decision-schema.ts';

const Moment = z.iso.datetime();
const Used = Amount.refine((amount) => amount > 0, 'must be more than nothing');
const Context = z.record(z.string().max(100), JsonValue);

export const Consume = z.strictObject({
  customer: CustomerKey,
  feature: FeatureKey,
  quantity: Used.default(1),
  /** The same key counts once, however often it is sent. */
  idempotencyKey: EventKey.optional(),
  context: Context.optional(),
  dimensions: z.record(text(100), JsonValue).optional(),
});

const Counter = z.object({
  from: z.number().nullable(),
  used: z.number(),
  reserved: z.number(),
  carried: z.number(),
  before: z.object({ from: z.number().nullable(), used: z.number() }).nullable(),
});
/** `MeterReading` of the model, for applications that decide by themselves while this cannot be asked. */
const Reading = z.object({
  counters: z.record(z.string(), Counter),
  version: z.int().describe('Of two readings the one with the higher version is newer'),
});

export const Consumed = DecisionReply.extend({
  meter: Reading,
  consumed: z.number().describe('What was counted: the whole quantity, or nothing'),
  overage: z.number(),
  duplicate: z.boolean().describe('Whether it had been counted before'),
});

export const eventsMax = 1000;
export const Report = z.strictObject({
  events: z.array(UsageEvent).min(1).max(eventsMax),
  /** `all`: one that cannot be counted, and none is. `each`: the others are. */
  mode: z.enum(['all', 'each']).default('each'),
});

export const Reported = z.object({
  counted: z.int(),
  duplicates: z.int(),
  refused: z.int(),
  meters: z.array(z.object({ customer: z.string(), feature: z.string(), meter: Reading })),
  items: z.array(
    z.object({
      key: z.string(),
      status: z.enum(['counted', 'duplicate', 'refused']),
      overage: z.number(),
      code: z.string().optional(),
      detail: z.string().optional(),
    }),
  ),
});

export const Reserve = z.strictObject({
  customer: CustomerKey,
  feature: FeatureKey,
  quantity: Used,
  expiresInSeconds: z.int().min(1).max(86_400).default(300),
  idempotencyKey: EventKey.optional(),
  context: Context.optional(),
});

export const ReservationView = z.object({
  id: z.string(),
  customer: z.string(),
  feature: z.string(),
  quantity: z.number(),
  status: z.enum(['held', 'settled', 'released', 'expired']),
  settled: z.number().nullable(),
  expiresAt: Moment,
});
export const Ended = ReservationView.extend({ meter: Reading });
export const Reserved = z.object({
  reservation: ReservationView.nullable(),
  decision: DecisionReply,
  meter: Reading,
});

export const Settle = z.strictObject({ quantity: Amount });
export const Release = z.strictObject({});

export const OneReservation = z.object({ reservation: z.string().max(100) });
export const OfCustomer = z.object({ customer: CustomerKey });
export const OneMeter = z.object({ customer: CustomerKey, feature: FeatureKey });

export const Asked = z.strictObject({
  from: Instant.optional(),
  to: Instant.optional(),
  every: z.enum(['hour', 'day', 'month']).default('day'),
});

const Standing = z.object({
  bucket: z.string(),
  label: z.string(),
  limit: Limit,
  carried: z.number(),
  used: z.number(),
  reserved: z.number(),
  remaining: Limit,
  from: Moment.nullable(),
  to: Moment.nullable(),
});

export const Meters = z.object({
  items: z.array(
    z.object({
      feature: z.string(),
      name: z.string(),
      unit: z.string().nullable(),
      decision: DecisionReply,
      buckets: z.array(Standing).readonly(),
    }),
  ),
});

export const History = z.object({
  items: z.array(z.object({ at: Moment, quantity: z.number(), events: z.int() })).readonly(),
});

export const AskedThresholds = z.strictObject({
  customer: CustomerKey.optional(),
  open: z
    .enum(['true', 'false'])
    .transform((written) => written === 'true')
    .optional(),
});
export const Thresholds = z.object({
  items: z
    .array(
      z.object({
        customer: z.string(),
        feature: z.string(),
        percent: z.int(),
        reachedAt: Moment,
        used: z.number(),
        limit: z.number(),
        recoveredAt: Moment.nullable(),
      }),
    )
    .readonly(),
});
