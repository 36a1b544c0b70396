import { check } from '@latchkey/engine';
import {
  type CheckCount,
  dayMilliseconds,
  type EvaluationCount,
  type Place,
  toInstant,
} from '@latchkey/model';
import type { Delivery } from '../delivery/delivery.ts';
import type { Database } from '../kernel/store/database.ts';
import type { Recorder } from '../slices/insights/index.ts';
import { type Random, seeded } from './random.ts';

interface Asked {
  readonly flag: string;
  /** On a usual day. */
  readonly perDay: number;
  /** How many of a hundred were given each variation. */
  readonly percents: readonly number[];
  /** The last day on which somebody asked, from today; the code is gone since. */
  readonly lastDay?: number;
  /** What is left of it after a year, of a hundred. */
  readonly leftPercent?: number;
}

/** What the application asks for. Dark mode shipped long ago and left the code; classic reports are fading. */
const asked: readonly Asked[] = [
  { flag: 'advanced-reports', perDay: 5_200, percents: [62, 38] },
  { flag: 'sso-login', perDay: 9_400, percents: [100] },
  { flag: 'session-recording', perDay: 2_100, percents: [71, 29] },
  { flag: 'bulk-import', perDay: 740, percents: [100] },
  { flag: 'ai-assistant', perDay: 3_600, percents: [27, 73] },
  { flag: 'classic-reports', perDay: 4_000, percents: [100], leftPercent: 15 },
  { flag: 'new-navigation', perDay: 21_000, percents: [50, 50] },
  { flag: 'dark-mode', perDay: 18_000, percents: [100], lastDay: -48 },
  { flag: 'invoice-in-german', perDay: 310, percents: [24, 76] },
  { flag: 'billing-portal', perDay: 640, percents: [100] },
  { flag: 'invoice-download', perDay: 280, percents: [100] },
  { flag: 'search-ranking', perDay: 12_500, percents: [34, 33, 33] },
  { flag: 'import-batch-size', perDay: 1_150, percents: [100] },
  { flag: 'maintenance-banner', perDay: 16_000, percents: [100] },
];

/** Days that are told hour by hour, and days before them that are told as one. */
const days = { hourly: 8, daily: 130 } as const;
const hourMilliseconds = 3_600_000;

/** How much of a day falls into each of its hours: people of Europe and America at work. */
const hourShares = [1, 1, 1, 1, 2, 3, 5, 8, 10, 10, 9, 8, 8, 9, 9, 8, 7, 6, 5, 4, 3, 2, 2, 1];
const hourSharesSum = hourShares.reduce((sum, share) => sum + share, 0);
/** Sunday first. */
const weekdayPercents = [22, 96, 100, 104, 101, 88, 25];

/** Apart from the story's own chance, so that neither changes the other. */
const seed = 4_112_026;

interface CountingDeps {
  readonly db: Database;
  readonly recorder: Recorder;
  readonly delivery: Delivery;
  readonly now: number;
}

/** What applications asked in the last months, added up as they would report it, and the same every day it is told. */
export async function answersOfTheYear(production: Place, staging: Place, deps: CountingDeps): Promise<void> {
  const { recorder, now } = deps;
  const random = seeded(seed);
  const inProduction = evaluationsOf(asked, 100, now, random);
  const inStaging = evaluationsOf(asked, 2, now, random);
  const checks = await checksOf(deps, production, random);
  const report = (place: Place, id: string) => ({ place, id, checks: [], evaluations: [] });
  await recorder.write({ ...report(production, 'demo-evaluations'), evaluations: inProduction });
  await recorder.write({ ...report(staging, 'demo-evaluations'), evaluations: inStaging });
  await recorder.write({ ...report(production, 'demo-checks'), checks });
}

function evaluationsOf(
  flags: readonly Asked[],
  percentOfAll: number,
  now: number,
  random: Random,
): EvaluationCount[] {
  const today = now - (now % dayMilliseconds);
  const counts: EvaluationCount[] = [];
  for (const { flag, perDay, percents, lastDay = 0, leftPercent = 100 } of flags) {
    for (let day = -days.daily; day <= lastDay; day += 1) {
      const date = today + day * dayMilliseconds;
      const weekday = weekdayPercents[new Date(date).getUTCDay()] ?? 100;
      const fading = 100 - ((100 - leftPercent) * (365 + day)) / 365;
      const chance = random.whole(92, 108);
      const ofDay = (perDay * percentOfAll * weekday * fading * chance) / 100 ** 4;
      const isHourly = day > -days.hourly;
      for (let hour = isHourly ? 0 : 12; hour < (isHourly ? 24 : 13); hour += 1) {
        const begin = date + hour * hourMilliseconds;
        // Whole hours alone, so that every telling within one hour is the same.
        if (begin + hourMilliseconds > now) break;
        const at = begin + random.whole(0, hourMilliseconds - 1);
        const all = isHourly ? (ofDay * (hourShares[hour] ?? 0)) / hourSharesSum : ofDay;
        for (const [variation, percent] of percents.entries()) {
          const count = Math.round((all * percent * random.whole(95, 105)) / 100 ** 2);
          if (count > 0) counts.push({ flag, variation, count, at: toInstant(at) });
        }
      }
    }
  }
  return counts;
}

/** Features whose use somebody will want to know: three that are sold by plan, and one that is being retired. */
const features = ['sso', 'session-recording', 'bulk-import', 'classic-reports'];
const customersAsking = 60;

/** A part of the customers, each asking on some of the last thirty days and answered as the product answers them. */
async function checksOf(
  { db, delivery, now }: CountingDeps,
  place: Place,
  random: Random,
): Promise<CheckCount[]> {
  const known = new Set(delivery.configuration(place)?.features.map(({ key }) => key));
  const customers = await db.reader
    .selectFrom('resource')
    .select('id')
    .where('project', '=', place.project)
    .where('environment', '=', place.environment)
    .where('kind', '=', 'customer')
    .orderBy('id')
    .limit(customersAsking)
    .execute();
  const counts: CheckCount[] = [];
  const lastHour = now - (now % hourMilliseconds);
  for (const { id: customer } of customers) {
    const world = await delivery.world(place, customer);
    if (world === null) continue;
    for (const feature of features) {
      const daysAgo = random.whole(0, 60);
      if (!known.has(feature) || daysAgo > 30) continue;
      const { allowed, reason } = check(world.configuration, world.customer, { feature }, now);
      const at = toInstant(lastHour - daysAgo * dayMilliseconds - random.whole(0, 6) * hourMilliseconds);
      counts.push({ feature, customer, allowed, reason, count: random.whole(1, 240), at });
    }
  }
  return counts;
}
