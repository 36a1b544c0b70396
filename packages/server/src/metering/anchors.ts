import { createHash } from 'node:crypto';
import { type Place, toInstant, type UsageAnchor } from '@latchkey/model';
import { submitDue } from '../kernel/changes/by-calendar.ts';
import type { Submit } from '../kernel/changes/submit.ts';
import type { Database, Reader } from '../kernel/store/database.ts';
import { type PreparedStatement, readPrepared, writePrepared } from '../kernel/store/prepared.ts';
import { transact } from '../kernel/store/transact.ts';
import { anchorUsage } from './operations.ts';

/** Events that one entry speaks for: as many as are read and added up in well under a second. */
const eventsMax = 10_000;
/** Entries of one run; what is left waits for the next. */
const anchorsMax = 50;

interface AnchorDeps {
  readonly db: Database;
  readonly submit: Submit;
  readonly newChangeId: () => string;
}

/**
 * Tells the ledger what was counted since the last time, environment by environment. Events get their anchor first, so
 * that one which the process did not live to tell is told at the next run, for exactly the same events.
 */
export async function anchorUse(deps: AnchorDeps, now: number): Promise<number> {
  const { db } = deps;
  for (const { id, project, environment } of await untold(db.reader))
    await tell(deps, { project, environment }, id, now);
  let anchored = 0;
  for (const place of await placesWithLoose(db.reader)) {
    for (let turn = 0; turn < anchorsMax; turn += 1) {
      const id = deps.newChangeId().replace(/^chg_/, 'use_');
      const claimed = await transact(db, async (tx) => {
        const rows = await writePrepared(tx, claimLoose, [place.project, place.environment, id, eventsMax]);
        if (rows.length > 0)
          await tx
            .insertInto('usage_anchor_untold')
            .values({ ...place, id })
            .execute();
        return rows.length;
      });
      if (claimed === 0) break;
      await tell(deps, place, id, now);
      anchored += claimed;
      if (claimed < eventsMax) break;
    }
  }
  return anchored;
}

async function tell({ db, submit, newChangeId }: AnchorDeps, place: Place, id: string, now: number) {
  const anchor = await anchorOf(db.reader, place, id);
  if (anchor !== null)
    await submitDue({ id: newChangeId(), place, call: anchorUsage(anchor), comment, now }, submit);
  await transact(db, (tx) => tx.deleteFrom('usage_anchor_untold').where('id', '=', id).execute());
}

const comment = 'What was used, as it was counted.';

/** The keys as a list, so that they are looked up one by one also before the database has counted the table. */
const claimLoose: PreparedStatement = {
  name: 'claim-loose-usage',
  text: `
    update usage_event set anchor = $3
    where project = $1 and environment = $2 and key = any(array(
      select key from usage_event where project = $1 and environment = $2 and anchor is null
      order by received_at limit $4 for update skip locked
    ))
    returning key`,
};

interface AnchoredRow {
  readonly line: string;
  readonly quantity: string;
  readonly received_at: string;
}

/** What never changes of an event, as one line; the order of the keys is that of their bytes, on every database. */
const anchoredEvents: PreparedStatement = {
  name: 'anchored-usage',
  text: `
    select jsonb_build_array(key, customer, feature, kind, quantity, extract(epoch from at), corrects, portions)::text as line,
      quantity::text, received_at
    from usage_event where project = $1 and environment = $2 and anchor = $3 order by key collate "C"`,
};

/** What the ledger is told of the events with this anchor; null when there are none. */
async function anchorOf(
  db: Reader,
  { project, environment }: Place,
  id: string,
): Promise<UsageAnchor | null> {
  const rows = await readPrepared<AnchoredRow>(db, anchoredEvents, [project, environment, id]);
  if (rows.length === 0) return null;
  const digest = createHash('sha256');
  let [millionths, from, to] = [0n, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { line, quantity, received_at } of rows) {
    digest.update(`${line}\n`);
    millionths += inMillionths(quantity);
    const at = Date.parse(received_at);
    [from, to] = [Math.min(from, at), Math.max(to, at)];
  }
  return {
    id,
    events: rows.length,
    quantity: fromMillionths(millionths),
    digest: digest.digest('hex'),
    from: toInstant(from),
    to: toInstant(to),
  };
}

/** Exact also where a sum is beyond what a number can hold. */
function inMillionths(decimal: string): bigint {
  const [whole = '0', part = ''] = decimal.split('.');
  return BigInt(whole + part.padEnd(6, '0').slice(0, 6));
}

const fromMillionths = (millionths: bigint): string =>
  `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, '0')}`.replace(/\.?0+$/, '') ||
  '0';

export interface AnchorFault {
  readonly place: Place;
  readonly anchor: string;
  readonly what: string;
}

/** Adds up again what the ledger speaks for, and tells where the events are no longer those that were counted. */
export async function verifyUse(
  db: Reader,
): Promise<{ readonly anchors: number; readonly faults: readonly AnchorFault[] }> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['project', 'environment', 'after'])
    .where('resource_kind', '=', 'usage_anchor')
    .orderBy('seq')
    .execute();
  const faults: AnchorFault[] = [];
  for (const { project, environment, after } of rows) {
    const told = after as UsageAnchor;
    const place = { project, environment };
    const found = await anchorOf(db, place, told.id);
    const what =
      found === null
        ? `its ${told.events} events are gone`
        : found.digest !== told.digest || found.events !== told.events
          ? `${told.events} events with ${told.quantity} in all were counted; there are ${found.events} with ${found.quantity}, or others`
          : null;
    if (what !== null) faults.push({ place, anchor: told.id, what });
  }
  return { anchors: rows.length, faults };
}

const untold = (db: Reader) =>
  db.selectFrom('usage_anchor_untold').select(['id', 'project', 'environment']).orderBy('id').execute();

const placesWithLoose = (db: Reader): Promise<readonly Place[]> =>
  db
    .selectFrom('usage_event')
    .select(['project', 'environment'])
    .where('anchor', 'is', null)
    .distinct()
    .execute();
