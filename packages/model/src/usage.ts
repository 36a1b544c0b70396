import { z } from 'zod';
import { JsonValue } from './json.ts';
import { CustomerKey, FeatureKey, text } from './keys.ts';
import { Amount, type Limit } from './quantity.ts';
import { Instant } from './time.ts';

/** What the sender calls an event, so that it counts once however often it is sent. */
export const EventKey = text(200).min(1);

/** Something that was used already: it is counted whatever the limit. */
export const UsageEvent = z
  .strictObject({
    key: EventKey,
    customer: CustomerKey,
    feature: FeatureKey,
    quantity: Amount,
    /** When it was used; now unless said. */
    at: Instant.optional(),
    /** By what else it may be told apart: a region, a model, an endpoint. */
    dimensions: z.record(text(100), JsonValue).optional(),
    /** The key of an event that this one takes back, before it counts its own quantity, which may then be nothing. */
    corrects: EventKey.optional(),
  })
  .refine(({ quantity, corrects }) => quantity > 0 || corrects !== undefined, {
    path: ['quantity'],
    error: 'must be more than nothing, unless the event corrects another',
  });
export type UsageEvent = z.infer<typeof UsageEvent>;

/** What was counted in one window of one bucket. Moments are epoch milliseconds; a window without beginning is null. */
export interface Counter {
  readonly from: number | null;
  readonly used: number;
  readonly reserved: number;
  /** Left over from the window before, on top of what this one allows. */
  readonly carried: number;
  /** The window before this one, for use that is reported late. */
  readonly before: { readonly from: number | null; readonly used: number } | null;
}

/**
 * Everything counted of one feature of one customer: by bucket, under each ceiling (`cap …`), and what no bucket had room
 * for (`overage`).
 */
export interface MeterState {
  readonly counters: { readonly [name: string]: Counter };
}

/** What was counted, as it was read: of two readings the one with the higher version is newer. */
export interface MeterReading extends MeterState {
  readonly version: number;
}

/** Where a quantity was counted: enough to give it back. */
export interface Portion {
  /** The counter's name. */
  readonly counter: string;
  readonly from: number | null;
  readonly quantity: number;
}

/** One allowance as it stands now. */
export interface BucketStanding {
  readonly bucket: string;
  readonly label: string;
  readonly limit: Limit;
  readonly carried: number;
  readonly used: number;
  readonly reserved: number;
  readonly remaining: Limit;
  readonly from: Instant | null;
  /** When it starts again, or is over. */
  readonly to: Instant | null;
}
