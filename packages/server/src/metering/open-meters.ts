import { withCounter } from '@latchkey/engine';
import { type MeterState, type Milliseconds, type Place, toInstant } from '@latchkey/model';
import type { Tx } from '../kernel/store/database.ts';
import { readPrepared, writePrepared } from '../kernel/store/prepared.ts';
import { type Metered, meterWith } from './metered.ts';
import { type LockedMeter, lockMeters, usedSince } from './statements.ts';

/** A meter whose row is locked: what was counted, by now and when it was locked. */
export interface OpenMeter extends Metered {
  readonly levelBefore: number;
  /** Of what will be there when this is committed. */
  readonly version: number;
  state: MeterState;
}

export const nameOf = (customer: string, feature: string): string => `${customer} ${feature}`;

/**
 * Locks meters, making those that are not there. A ceiling that is counted under for the first time begins with what was
 * used since its window began: it holds for all use, not only for what comes after it was set.
 */
export async function openMeters(
  tx: Tx,
  { project, environment }: Place,
  asked: readonly Metered[],
  now: Milliseconds,
): Promise<ReadonlyMap<string, OpenMeter>> {
  const wanted = new Map(asked.map((each) => [nameOf(each.customer.key, each.feature.key), each]));
  const locked = await writePrepared<LockedMeter>(tx, lockMeters, [
    project,
    environment,
    [...wanted.values()].map(({ customer }) => customer.key),
    [...wanted.values()].map(({ feature }) => feature.key),
    toInstant(now),
  ]);
  const meters = new Map<string, OpenMeter>();
  for (const { customer, feature, state, level, version } of locked) {
    const metered = wanted.get(nameOf(customer, feature));
    if (metered === undefined) continue;
    const meter: OpenMeter = { ...metered, levelBefore: level, version: Number(version), state };
    for (const { name, window } of meterWith(meter, state, now).uncountedCeilings()) {
      const since = Number.isFinite(window.from) ? toInstant(window.from) : null;
      const [row] = await readPrepared<{ used: string }>(tx, usedSince, [
        project,
        environment,
        customer,
        feature,
        since,
      ]);
      const from = since === null ? null : window.from;
      const counter = { from, used: Number(row?.used ?? 0), reserved: 0, carried: 0, before: null };
      meter.state = withCounter(meter.state, name, counter);
    }
    meters.set(nameOf(customer, feature), meter);
  }
  return meters;
}
