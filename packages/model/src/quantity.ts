import { z } from 'zod';

/** Given, not counted: no number at all. Always written out; null never means it. */
export const unlimited = 'unlimited';

/**
 * An amount: a safe integer, or up to 10^9 with at most six decimals, so that sums of amounts stay exact when they are
 * counted in millionths. Never negative.
 */
export const Amount = z
  .number()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER)
  .refine(
    (amount) =>
      Number.isSafeInteger(amount) || (amount <= 1e9 && Number.isInteger(Math.round(amount * 1e12) / 1e6)),
    'must be a whole number, or up to 1000000000 with at most six decimals',
  );
export type Amount = number;

export const Limit = z.union([Amount, z.literal(unlimited)]);
export type Limit = Amount | typeof unlimited;

/** How many of a thing somebody bought or takes: whole, at least one. */
export const Count = z.int().min(1).max(10_000_000);
export type Count = number;
