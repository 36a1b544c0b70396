import { check } from '@latchkey/engine';
import { dayMilliseconds, type Feature, type Place } from '@latchkey/model';
import type { Delivery, World } from '../delivery/delivery.ts';
import type { Database } from '../kernel/store/database.ts';
import type { Ask, UsageDesk } from '../metering/index.ts';
import { type Random, seeded } from './random.ts';

const metered = 'api-calls';
/** A part of the customers have programs that call. */
const customersCalling = 60;
const daysBack = 75;
const hourMilliseconds = 3_600_000;
const unlimitedAMonth = 900_000;
/** What the desk counts in one transaction. */
const togetherMax = 1000;

/** Sunday first: programs work on, people do not. */
const weekdayPercents = [55, 98, 104, 106, 103, 92, 58];

/** How much of a month's allowance is gone by today, in percent: most are at ease, some near the end, two beyond it. */
const percentsUsed = [34, 12, 57, 83, 41, 26, 68, 9, 92, 48, 21, 63, 37, 104, 52, 17, 71, 44, 30, 88];

/** Apart from the story's own chance, so that neither changes the other. */
const seed = 5_150_026;

interface UsingDeps {
  readonly db: Database;
  readonly delivery: Delivery;
  readonly desk: UsageDesk;
  readonly now: number;
}

/** The API calls of the last months, told to the same desk that counts everybody's, under keys that count once. */
export async function usageOfTheYear(place: Place, { db, delivery, desk, now }: UsingDeps): Promise<void> {
  const random = seeded(seed);
  const customers = await db.reader
    .selectFrom('resource')
    .select('id')
    .where('project', '=', place.project)
    .where('environment', '=', place.environment)
    .where('kind', '=', 'customer')
    .orderBy('id')
    .limit(customersCalling)
    .execute();
  const asks: Ask[] = [];
  let limited = 0;
  for (const { id } of customers) {
    const world = await delivery.world(place, id);
    const feature = world?.configuration.features.get(metered);
    if (!world || feature === undefined) continue;
    const { limit } = check(world.configuration, world.customer, { feature: metered }, now);
    if (limit !== null && limit !== 'unlimited') limited += 1;
    const percent = percentsUsed[limited % percentsUsed.length] ?? 0;
    asks.push(...callsOf({ world, feature, percent, now, random }));
  }
  // Day by day, as it would have arrived: a window is counted before the next one begins.
  asks.sort((a, b) => a.at - b.at);
  for (let begin = 0; begin < asks.length; begin += togetherMax)
    await desk.countBatch(place, asks.slice(begin, begin + togetherMax), false);
}

interface Calling {
  readonly world: World;
  readonly feature: Feature;
  readonly percent: number;
  readonly now: number;
  readonly random: Random;
}

function callsOf({ world, feature, percent, now, random }: Calling): readonly Ask[] {
  const { configuration, customer } = world;
  const days = daysOf(now, random);
  return days.flatMap(({ day, at, ofMonth, isThisMonth }) => {
    const { limit } = check(configuration, customer, { feature: feature.key }, at);
    if (limit === null) return [];
    // Months that are over ended at ease.
    const used = isThisMonth ? percent : Math.min(percent, 75);
    const aMonth = limit === 'unlimited' ? unlimitedAMonth : limit;
    const quantity = Math.round((aMonth * used * ofMonth) / 100);
    if (quantity === 0) return [];
    const key = `demo ${customer.key} ${day}`;
    const rest = { at, context: undefined, dimensions: {}, corrects: null };
    return [{ kind: 'reported', key, configuration, customer, feature, quantity, ...rest }];
  });
}

interface CallingDay {
  /** From today: 0, -1 … */
  readonly day: number;
  readonly at: number;
  /** What part of its month's calls it has. */
  readonly ofMonth: number;
  readonly isThisMonth: boolean;
}

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);

/** The last days with their share of the month: of this one as far as it has come. */
function daysOf(now: number, random: Random): readonly CallingDay[] {
  const today = now - (now % dayMilliseconds);
  const days = Array.from({ length: daysBack + 1 }, (_, index) => {
    const day = index - daysBack;
    const date = today + day * dayMilliseconds;
    const at = day === 0 ? now - (now % hourMilliseconds) : date + 18 * hourMilliseconds;
    const weight = random.whole(80, 120) * (weekdayPercents[new Date(date).getUTCDay()] ?? 100);
    return { day, at, weight, month: monthOf(at) };
  });
  return days.map(({ day, at, weight, month }) => {
    const together = days.filter((other) => other.month === month);
    const all = together.reduce((sum, other) => sum + other.weight, 0);
    const isThisMonth = month === monthOf(now);
    const part = isThisMonth ? 1 : Math.min(together.length / 30, 1);
    return { day, at, ofMonth: (weight / all) * part, isThisMonth };
  });
}
