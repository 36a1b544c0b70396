import {
  dayMilliseconds,
  type Instant,
  type Link,
  type OperationCall,
  type Subscription,
  toInstant,
} from '@latchkey/model';
import type { Principal } from '../kernel/access/principal.ts';
import type { Applied } from '../kernel/changes/change.ts';
import type { Random } from './random.ts';

/** One change of the story: who did what, when and why. */
export interface Chapter {
  /** Epoch milliseconds. Chapters of a place follow each other in time. */
  readonly at: number;
  readonly by: Principal;
  readonly where: 'installation' | 'project' | 'production' | 'staging';
  readonly calls: readonly OperationCall[];
  readonly comment: string;
  readonly links?: readonly Link[];
  /** When it shall happen, for a change that waits for its time. */
  readonly effectiveAt?: number;
}

/** Chapters in order. What one of them brought about comes back, for those who go on from there. */
export type Story = Generator<Chapter, void, Applied | null>;

export interface Teller {
  readonly random: Random;
  readonly calendar: Calendar;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What was sold in a chapter. */
export const soldIn = (outcome: Applied | null): readonly Subscription[] =>
  (outcome?.resources ?? [])
    .filter(({ kind }) => kind === 'subscription')
    .map(({ after }) => after as Subscription);

/** Days as people count them from today: `day(-30)` was a month ago. All of them begin at midnight UTC. */
export interface Calendar {
  /** Epoch milliseconds of an hour of a past or coming day. */
  moment(day: number, hour: number, minute?: number): number;
  /** The first moment of a day. */
  day(day: number): Instant;
}

export function calendarAt(now: number): Calendar {
  const today = now - (now % dayMilliseconds);
  const moment = (day: number, hour: number, minute = 0): number =>
    today + day * dayMilliseconds + (hour * 60 + minute) * 60_000;
  return { moment, day: (day) => toInstant(moment(day, 0)) };
}

export const ticket = (key: string, label: string): Link => ({
  url: `https://tickets.example/${key}`,
  label: `${key}: ${label}`,
});

export const contract = (number: string): Link => ({
  url: `https://contracts.example/${number}`,
  label: `Contract ${number}`,
});
