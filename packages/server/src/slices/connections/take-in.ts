import type { Feature, FlagLink } from '@latchkey/model';
import type { Heard } from './heard.ts';
import { type FlagEvent, isNewer, meaningOf } from './operations/flag-event.ts';

export type HeardFlag = Extract<Heard, { kind: 'flag' }>;

/** What became of an event. `blocked`: its feature cannot be made while these entries of the catalogue are missing. */
export type Fate =
  | { readonly status: 'applied' }
  | { readonly status: 'ignored'; readonly reason: string }
  | { readonly status: 'blocked'; readonly missing: readonly string[] }
  | { readonly status: 'failed'; readonly reason: string };

/** What taking in needs of the world. */
export interface Desk {
  readonly known: (
    event: FlagEvent,
  ) => Promise<{ readonly link: FlagLink | null; readonly feature: Feature | null }>;
  readonly submit: (heard: HeardFlag) => Promise<Fate>;
  /** The newest that was ever heard of the same flag, whatever became of it. */
  readonly newest: (event: FlagEvent) => Promise<HeardFlag | null>;
}

/**
 * Takes in one event of a flag. Most change nothing here, and cost two reads. One that does may have overtaken, or been
 * overtaken by, others that meant nothing before it: the newest of the flag then has the last word. Every event is kept
 * before it is looked at, so of two at once at least one sees the other.
 */
export async function takeIn(heard: HeardFlag, desk: Desk): Promise<Fate> {
  const fate = await takeInAlone(heard, desk);
  if (fate.status !== 'applied') return fate;
  const newest = await desk.newest(heard.event);
  if (newest && isNewer(newest.event, orderOf(heard.event))) await takeInAlone(newest, desk);
  return fate;
}

async function takeInAlone(heard: HeardFlag, desk: Desk): Promise<Fate> {
  const { link, feature } = await desk.known(heard.event);
  const meaning = meaningOf(heard.event, link, feature);
  switch (meaning) {
    case 'not_sold':
    case 'older':
    case 'unchanged':
      return { status: 'ignored', reason: reasons[meaning] };
    case 'create':
    case 'attach':
    case 'update':
      return desk.submit(heard);
  }
}

const orderOf = ({ date, version }: FlagEvent) => ({ lastDate: date, lastVersion: version });

const reasons = {
  not_sold: 'The flag is not sold.',
  older: 'Something newer is known of this flag.',
  unchanged: 'It changes nothing that we keep.',
} as const;
