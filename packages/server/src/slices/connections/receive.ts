import type { Place } from '@latchkey/model';
import type { Principal } from '../../kernel/access/principal.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Submit } from '../../kernel/changes/submit.ts';
import type { Database } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import type { StoreLog } from '../../kernel/store/store-event.ts';
import type { Found } from './find-connection.ts';
import type { Message } from './heard.ts';
import {
  type EventStatus,
  type KeptEvent,
  keepEvent,
  leaveEvent,
  markEvent,
  newestOf,
} from './inbound-events.ts';
import { linkIdOf } from './operations/flag-event.ts';
import { receiveFlag } from './operations/receive-flag.ts';
import { type Desk, type Fate, type HeardFlag, takeIn } from './take-in.ts';

export interface ReceiveDeps {
  readonly db: Database;
  readonly submit: Submit;
  readonly now: () => number;
  readonly newChangeId: () => string;
  readonly log: StoreLog;
}

const links = tableStore('flag_link');
const features = tableStore('feature');

/** Keeps a message and takes it in. Once it is kept it counts as received, whatever becomes of it. */
export async function receive(
  found: Found,
  message: Message,
  deps: ReceiveDeps,
): Promise<EventStatus | 'repeated'> {
  const kept = await keepEvent(deps.db, found.connection.id, message, deps.now());
  if (!kept) return 'repeated';
  return kept.heard ? takeInKept(found, kept, kept.heard, deps) : 'ignored';
}

/** After so many failures of our own it is a fault to look into, and no reason to try on for ever. */
const attemptsMax = 10;

export async function takeInKept(
  found: Found,
  kept: KeptEvent,
  heard: HeardFlag,
  deps: ReceiveDeps,
): Promise<EventStatus> {
  const { id } = found.connection;
  try {
    const fate = await takeIn(heard, deskOf(found, deps));
    await markEvent(deps.db, id, kept, fate);
    return fate.status;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    deps.log({
      level: 'error',
      message: 'inbound_event_failed',
      facts: { connection: id, event: kept.id, why },
    });
    if (kept.attempts + 1 < attemptsMax) {
      await leaveEvent(deps.db, id, kept);
      return 'received';
    }
    const fate = {
      status: 'failed',
      reason: 'It could not be taken in; see the log of the server.',
    } as const;
    await markEvent(deps.db, id, kept, fate);
    return fate.status;
  }
}

const deskOf = ({ project, connection }: Found, { db, submit, now, newChangeId }: ReceiveDeps): Desk => {
  const place: Place = { project, environment: '' };
  const principal = principalOf({ project, connection });
  return {
    async known(event) {
      const [link, feature] = await Promise.all([
        links.one(db.reader, place, linkIdOf(event)),
        features.one(db.reader, place, event.flagRef),
      ]);
      return { link: link?.body ?? null, feature: feature?.body ?? null };
    },
    newest: async (event) => (await newestOf(db.reader, connection.id, event)) ?? null,
    async submit({ event, comment, link }) {
      try {
        await submit({
          id: newChangeId(),
          place,
          principal,
          calls: [receiveFlag({ connection: connection.id, event })],
          comment,
          links: link === null ? [] : [{ url: link }],
          now: now(),
          preview: false,
          effectiveAt: null,
          basedOn: null,
          idempotency: null,
        });
        return { status: 'applied' };
      } catch (error) {
        if (error instanceof ProblemError && error.code !== 'unavailable') return fateOf(error);
        throw error;
      }
    },
  };
};

function fateOf({ code, facts, message }: ProblemError): Fate {
  const missing = facts['missing'];
  return code === 'catalogue_entity_unknown' && Array.isArray(missing)
    ? { status: 'blocked', missing: missing as readonly string[] }
    : { status: 'failed', reason: message };
}

/** A connection may say what its platform's flags are like, and nothing else. */
const principalOf = ({ project, connection: { id, name } }: Found): Principal => ({
  kind: 'connection',
  id,
  name,
  statements: [
    {
      effect: 'allow',
      actions: [receiveFlag.kind],
      resources: [`proj/${project}:connection/${id}`],
    },
  ],
});
