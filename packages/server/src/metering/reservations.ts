import { type EvaluationContext, givenBack } from '@latchkey/engine';
import {
  type Decision,
  fromInstant,
  type MeterReading,
  type MeterState,
  type Milliseconds,
  type Place,
  type Portion,
  toInstant,
} from '@latchkey/model';
import { ProblemError } from '../kernel/changes/problem-error.ts';
import type { Database, Reader, Tx } from '../kernel/store/database.ts';
import { writePrepared } from '../kernel/store/prepared.ts';
import { json } from '../kernel/store/tables.ts';
import { transact } from '../kernel/store/transact.ts';
import type { Ask } from './ask.ts';
import { countTogether } from './count-together.ts';
import { decideWith, type Metered, meterWith, withFigures } from './metered.ts';
import { nameOf, openMeters } from './open-meters.ts';
import { type LockedMeter, lockMeters } from './statements.ts';
import { withoutClash } from './without-clash.ts';

/** Some of a meter, held for a while for whoever will know later how much it was. */
export interface Reservation {
  readonly id: string;
  readonly customer: string;
  readonly feature: string;
  readonly quantity: number;
  readonly status: 'held' | 'settled' | 'released' | 'expired';
  readonly settled: number | null;
  readonly expiresAt: string;
}

export interface ReserveAsk extends Metered {
  readonly id: string;
  readonly key: string;
  readonly quantity: number;
  readonly expiresAt: Milliseconds;
  readonly context: EvaluationContext | undefined;
}

/** What became of the wish to hold some, and how the meter stands now. */
interface Held {
  readonly reservation: Reservation | null;
  readonly decision: Decision;
  readonly meter: MeterReading;
}

/** How it ended, and how the meter stands now. */
export interface Ended extends Reservation {
  readonly meter: MeterReading;
}

/** Holds a quantity if every rule lets it. The same key brings back what was held under it. */
export async function reserve(db: Database, place: Place, ask: ReserveAsk, now: Milliseconds): Promise<Held> {
  return withoutClash(() => transact(db, (tx) => hold(tx, place, ask, now)));
}

async function hold(tx: Tx, place: Place, ask: ReserveAsk, now: Milliseconds): Promise<Held> {
  const opened = await openMeters(tx, place, [ask], now);
  const meter = opened.get(nameOf(ask.customer.key, ask.feature.key));
  if (meter === undefined) throw new Error('a meter was not locked');
  const { state, version } = meter;
  const before = await byKey(tx, place, ask.key);
  if (before !== null) {
    if (
      before.customer !== ask.customer.key ||
      before.feature !== ask.feature.key ||
      before.quantity !== ask.quantity
    )
      throw new ProblemError('idempotency_mismatch', 'The key was used for a different reservation.');
    return { reservation: before, decision: decideWith(ask, state, {}, now), meter: { ...state, version } };
  }
  const decision = decideWith(ask, state, { quantity: ask.quantity, context: ask.context }, now);
  const taking = decision.allowed ? meterWith(ask, state, now).take(ask.quantity, 'reserved') : null;
  if (taking === null || taking.denied !== null)
    return { reservation: null, decision, meter: { ...state, version } };
  await tx
    .insertInto('reservation')
    .values({
      ...place,
      id: ask.id,
      customer: ask.customer.key,
      feature: ask.feature.key,
      key: ask.key,
      quantity: ask.quantity,
      settled: null,
      status: 'held',
      portions: json(taking.portions),
      expires_at: toInstant(ask.expiresAt),
      created_at: toInstant(now),
      ended_at: null,
    })
    .execute();
  await keepState(tx, place, ask.customer.key, ask.feature.key, taking.state, now);
  return {
    reservation: {
      id: ask.id,
      customer: ask.customer.key,
      feature: ask.feature.key,
      quantity: ask.quantity,
      status: 'held',
      settled: null,
      expiresAt: toInstant(ask.expiresAt),
    },
    decision: withFigures(decision, ask, taking.state, now),
    meter: { ...taking.state, version },
  };
}

export type Ending =
  /** What was really used is counted, whether it was less or more. */
  | { readonly status: 'settled'; readonly use: Ask | null; readonly quantity: number }
  | { readonly status: 'released' | 'expired' };

/** Ends what is held, once: whoever comes second is told how it ended, and refused unless they asked for the same. */
export async function endReservation(
  db: Database,
  place: Place,
  id: string,
  ending: Ending,
  now: Milliseconds,
): Promise<Ended> {
  return transact(db, async (tx) => {
    const found = await knownReservation(tx, place, id);
    const { state, version } = await lockOne(tx, place, found.customer, found.feature, now);
    // Read again: under the lock of the meter nobody else ends it.
    const row = await tx.selectFrom('reservation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const held = viewOf(row);
    if (held.status !== 'held') {
      const isSame =
        held.status === ending.status && (ending.status !== 'settled' || held.settled === ending.quantity);
      if (isSame || ending.status === 'expired') return { ...held, meter: { ...state, version } };
      throw new ProblemError('reservation_over', `The reservation is ${held.status}.`, { reservation: held });
    }
    const settled = ending.status === 'settled' ? ending.quantity : null;
    const returned = givenBack(state, row.portions as readonly Portion[], 'reserved');
    await keepState(tx, place, found.customer, found.feature, returned, now);
    await tx
      .updateTable('reservation')
      .set({ status: ending.status, settled, ended_at: toInstant(now) })
      .where('id', '=', id)
      .execute();
    let meter: MeterReading = { ...returned, version };
    if (ending.status === 'settled' && ending.use !== null) {
      const [answer] = await countTogether(tx, place, [ending.use], now);
      if (answer?.status === 'refused') throw new ProblemError(answer.code, answer.detail);
      if (answer !== undefined) meter = answer.meter;
    }
    return { ...held, status: ending.status, settled, meter };
  });
}

export async function knownReservation(
  db: Reader,
  { project, environment }: Place,
  id: string,
): Promise<Reservation> {
  const row = await db
    .selectFrom('reservation')
    .selectAll()
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProblemError('reservation_unknown', 'There is no such reservation.');
  return viewOf(row);
}

/** Ends what nobody came back for. Returns how many. */
export async function expireReservations(db: Database, now: Milliseconds): Promise<number> {
  const due = await db.reader
    .selectFrom('reservation')
    .select(['project', 'environment', 'id'])
    .where('status', '=', 'held')
    .where('expires_at', '<=', toInstant(now))
    .orderBy('expires_at')
    .limit(200)
    .execute();
  for (const { project, environment, id } of due)
    await endReservation(db, { project, environment }, id, { status: 'expired' }, now);
  return due.length;
}

async function lockOne(
  tx: Tx,
  { project, environment }: Place,
  customer: string,
  feature: string,
  now: Milliseconds,
): Promise<{ readonly state: MeterState; readonly version: number }> {
  const [locked] = await writePrepared<LockedMeter>(tx, lockMeters, [
    project,
    environment,
    [customer],
    [feature],
    toInstant(now),
  ]);
  if (locked === undefined) throw new Error('a meter was not locked');
  return { state: locked.state, version: Number(locked.version) };
}

const keepState = (
  tx: Tx,
  place: Place,
  customer: string,
  feature: string,
  state: MeterState,
  now: Milliseconds,
): Promise<unknown> =>
  tx
    .updateTable('meter')
    .set({ state: json(state), changed_at: toInstant(now) })
    .where('project', '=', place.project)
    .where('environment', '=', place.environment)
    .where('customer', '=', customer)
    .where('feature', '=', feature)
    .execute();

async function byKey(tx: Tx, { project, environment }: Place, key: string): Promise<Reservation | null> {
  const row = await tx
    .selectFrom('reservation')
    .selectAll()
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ? viewOf(row) : null;
}

const viewOf = (row: {
  readonly id: string;
  readonly customer: string;
  readonly feature: string;
  readonly quantity: string;
  readonly status: Reservation['status'];
  readonly settled: string | null;
  readonly expires_at: string;
}): Reservation => ({
  id: row.id,
  customer: row.customer,
  feature: row.feature,
  quantity: Number(row.quantity),
  status: row.status,
  settled: row.settled === null ? null : Number(row.settled),
  expiresAt: toInstant(fromInstant(row.expires_at)),
});
