import type { Counter, Limit, MeterState, Milliseconds, Portion } from '@latchkey/model';
import { exceeds, remainder, total, unlimited } from '../quantity.ts';
import type { Bucket } from './buckets.ts';
import { type Window, windowAt } from './window.ts';

export const nothingCounted: MeterState = { counters: {} };

/** How windows begin in a counter: JSON has no number for "always". */
export const beginning = (from: Milliseconds): number | null => (Number.isFinite(from) ? from : null);

/** A sum of amounts that were counted; none of them is unlimited. */
export const sum = (amounts: readonly Limit[]): number => {
  const all = total(amounts);
  return all === unlimited ? Number.MAX_SAFE_INTEGER : all;
};

/** What is still to be had under a limit. */
export const freeOf = (limit: Limit, { used, reserved, carried }: Counter): Limit =>
  remainder(total([limit, carried]), sum([used, reserved]));

const heldIn = ({ counters }: MeterState, name: string): Counter | undefined =>
  Object.hasOwn(counters, name) ? counters[name] : undefined;

/** Whether something was counted under this name in this window. */
export const isCountedIn = (state: MeterState, name: string, { from }: Window): boolean =>
  heldIn(state, name)?.from === beginning(from);

/** The counter of a window: the one that is held, or a new one that remembers the window before. */
export function counterIn(state: MeterState, name: string, window: Window): Counter {
  const from = beginning(window.from);
  const held = heldIn(state, name);
  if (held !== undefined && held.from === from) return held;
  // Use that is reported late: the window before is still at hand, older ones are not.
  if (held?.before != null && held.before.from === from)
    return { from, used: held.before.used, reserved: 0, carried: 0, before: null };
  const before = isBefore(held, from) ? { from: held.from, used: held.used } : null;
  return { from, used: 0, reserved: 0, carried: 0, before };
}

/** The state with a counter in it. One of a window that is over alters what is remembered of it, and nothing newer. */
export function withCounter({ counters }: MeterState, name: string, counter: Counter): MeterState {
  const held = Object.hasOwn(counters, name) ? counters[name] : undefined;
  if (held === undefined || !isBefore(counter, held.from))
    return { counters: { ...counters, [name]: counter } };
  if (held.before === null || held.before.from !== counter.from) return { counters };
  const before = { from: counter.from, used: counter.used };
  return { counters: { ...counters, [name]: { ...held, before } } };
}

/** The same for an allowance, whose new window begins with what the one before left over. */
export function counterOf(state: MeterState, bucket: Bucket, timeZone: string): Counter {
  const counter = counterIn(state, bucket.name, bucket.window);
  if (bucket.rollover === 0 || counter === heldIn(state, bucket.name)) return counter;
  return { ...counter, carried: carriedInto(state, bucket, timeZone) };
}

/** More idle windows than this change nothing any more: what is carried over has settled by then. */
const idleWindowsMax = 100;

/** What is left of the windows before, each of which could pass on what it was passed itself. */
function carriedInto(state: MeterState, bucket: Bucket, timeZone: string): number {
  const { window, since, grant, name } = bucket;
  if (!Number.isFinite(window.from)) return 0;
  const held = heldIn(state, name);
  const last = isBefore(held, window.from) ? held : undefined;
  let idle = 0;
  let before = windowAt(grant.reset, timeZone, window.from - 1);
  while (before.to > since && before.from !== last?.from && idle < idleWindowsMax) {
    idle += 1;
    before = windowAt(grant.reset, timeZone, before.from - 1);
  }
  const wasLast = last !== undefined && before.from === last.from;
  let carried = wasLast ? passedOn(bucket, last.carried, last.used) : 0;
  for (; idle > 0; idle -= 1) carried = passedOn(bucket, carried, 0);
  return carried;
}

function passedOn({ limit, rollover }: Bucket, carried: number, used: number): number {
  const left = remainder(total([limit, carried]), used);
  if (left === unlimited) return 0;
  return exceeds(left, rollover) ? sum([rollover]) : left;
}

const isBefore = (
  counter: Counter | undefined,
  from: number | null,
): counter is Counter & { readonly from: number } =>
  counter !== undefined && counter.from !== null && from !== null && counter.from < from;

/** Gives back what was counted. What lies in a window longer over than the last stays counted there. */
export function givenBack(
  { counters }: MeterState,
  portions: readonly Portion[],
  column: 'used' | 'reserved',
): MeterState {
  const after: Record<string, Counter> = { ...counters };
  for (const { counter: name, from, quantity } of portions) {
    const counter = Object.hasOwn(after, name) ? after[name] : undefined;
    if (counter === undefined) continue;
    const { before } = counter;
    if (counter.from === from)
      after[name] = { ...counter, [column]: sum([remainder(counter[column], quantity)]) };
    else if (column === 'used' && before !== null && before.from === from)
      after[name] = { ...counter, before: { from, used: sum([remainder(before.used, quantity)]) } };
  }
  return { counters: after };
}
