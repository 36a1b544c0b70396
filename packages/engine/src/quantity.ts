import type { Amount, Limit } from '@latchkey/model';

export const unlimited = 'unlimited';

const millionth = 1_000_000;
/** Up to here an amount in millionths is still a safe integer. */
const exactInMillionths = Math.floor(Number.MAX_SAFE_INTEGER / millionth);

const isAmount = (value: unknown): value is Amount =>
  typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
export const isLimit = (value: unknown): value is Limit => value === unlimited || isAmount(value);

/** Whole part and millionths apart, so that neither large counts nor small fractions are rounded in a sum. */
const wholeOf = (amount: Amount): number => Math.floor(amount);
const millionthsOf = (amount: Amount): number => Math.round((amount - Math.floor(amount)) * millionth);

function join(whole: number, millionths: number): Amount {
  const carried = saturate(whole + Math.floor(millionths / millionth));
  const rest = millionths % millionth;
  if (rest === 0 || carried === Number.MAX_SAFE_INTEGER) return carried;
  return carried < exactInMillionths
    ? (carried * millionth + rest) / millionth
    : saturate(carried + rest / millionth);
}

/** Beyond the largest safe integer counting is no longer exact; such sums stop there, in any order. */
const saturate = (amount: number): number => Math.min(amount, Number.MAX_SAFE_INTEGER);

/** The exact sum, whatever the order. Unlimited absorbs. */
export function total(amounts: readonly Limit[]): Limit {
  let whole = 0;
  let millionths = 0;
  for (const amount of amounts) {
    if (amount === unlimited) return unlimited;
    whole = saturate(whole + wholeOf(amount));
    millionths += millionthsOf(amount);
  }
  return join(whole, millionths);
}

export const times = (amount: Limit, count: number): Limit =>
  amount === unlimited ? unlimited : join(saturate(wholeOf(amount) * count), millionthsOf(amount) * count);

export const exceeds = (amount: Limit, other: Limit): boolean =>
  other !== unlimited && (amount === unlimited || amount > other);

/** What is left of a limit; never below nothing. */
export function remainder(limit: Limit, used: Amount): Limit {
  if (limit === unlimited) return unlimited;
  if (used >= limit) return 0;
  const whole = wholeOf(limit) - wholeOf(used);
  const millionths = millionthsOf(limit) - millionthsOf(used);
  return millionths < 0 ? join(whole - 1, millionths + millionth) : join(whole, millionths);
}
