import { allowancesOf } from '../meters/buckets.ts';
import { nothingCounted } from '../meters/counter.ts';
import { Meter } from '../meters/meter.ts';
import type { World } from './stage.ts';

/** The meter behind a metered feature, with what was counted of it when that was last read. Null for other features. */
export function meterOf({ feature, customer, rights, now }: Omit<World, 'configuration'>): Meter | null {
  if (feature.kind !== 'meter') return null;
  const timeZone = customer.snapshot.customer?.timeZone ?? 'UTC';
  const allowances = allowancesOf(feature, rights.merged, rights.active, timeZone, now);
  return new Meter(
    allowances,
    customer.meters.get(feature.key) ?? nothingCounted,
    feature.enforcement,
    timeZone,
  );
}
