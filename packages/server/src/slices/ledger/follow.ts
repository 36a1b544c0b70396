import type { LedgerEntry, Place } from '@latchkey/model';
import { type Stream, type StreamOptions, toFrame } from '../../kernel/http/stream.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { type About, isAbout } from './about.ts';
import { entriesAfter } from './list.ts';

/** Tells a listener of every commit in a place, in order, until stopped. Entries may be of other places of the project. */
export type Follow = (place: Place, listener: (entries: readonly LedgerEntry[]) => void) => () => void;

export interface Following {
  readonly place: Place;
  /** Which entries the reader asked for. */
  readonly about: About;
  /** The entry that the reader saw last; null for news only. */
  readonly after: number | null;
}

/** Missed entries read at a time; a reader who was away for long gets all of them, page by page. */
const missedPage = 500;

/**
 * Sends every entry of an environment as it is written: as event `entry` with the entry's number as id, so that a broken
 * stream goes on where it was. What comes in while the missed ones are read waits its turn.
 */
export async function streamEntries(
  { place, about, after }: Following,
  start: (options?: StreamOptions) => Stream,
  db: Reader,
  follow: Follow,
): Promise<void> {
  let stop: (() => void) | null = null;
  let closed = false;
  const stream = start({
    onClose: () => {
      closed = true;
      stop?.();
    },
  });
  let sent = after ?? 0;
  let waiting: LedgerEntry[] | null = [];
  const send = (entry: LedgerEntry): void => {
    if (entry.seq <= sent || !isHere(entry, place) || !isAbout(entry, about)) return;
    sent = entry.seq;
    stream.send(toFrame({ event: 'entry', id: String(entry.seq), body: JSON.stringify(entry) }));
  };
  stop = follow(place, (entries) => {
    if (waiting) waiting.push(...entries);
    else for (const entry of entries) send(entry);
  });
  if (closed) stop();
  try {
    for (let from = after, full = after !== null; full && !closed; ) {
      const missed = await entriesAfter(db, place, from ?? 0, missedPage);
      for (const entry of missed) send(entry);
      full = missed.length === missedPage;
      from = missed.at(-1)?.seq ?? from;
    }
  } catch (error) {
    stop();
    throw error;
  }
  const arrived = waiting;
  waiting = null;
  for (const entry of arrived) send(entry);
}

const isHere = (entry: LedgerEntry, { environment }: Place): boolean =>
  entry.environment === '' || entry.environment === environment;
