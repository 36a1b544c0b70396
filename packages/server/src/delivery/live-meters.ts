import type { CompiledConfiguration } from '@latchkey/engine';
import type { MeterState, Place } from '@latchkey/model';
import type { Reader } from '../kernel/store/database.ts';
import { type PreparedStatement, readPrepared } from '../kernel/store/prepared.ts';

/** What was counted by now of each metered feature of some customers. A customer without any has no entry. */
export type LiveMeters = ReadonlyMap<string, ReadonlyMap<string, MeterState>>;

/** The meters of the customers $3 as they stand, without a lock. */
const readMeters: PreparedStatement = {
  name: 'read-meters',
  text: `
    select customer, feature, state from meter
    where project = $1 and environment = $2 and customer = any($3::text[])`,
};

const none: LiveMeters = new Map();

interface Row {
  readonly customer: string;
  readonly feature: string;
  readonly state: MeterState;
}

/** Whether anything is metered at all: where nothing is, nobody needs to ask the database. */
const metersAnything = ({ features }: CompiledConfiguration): boolean => {
  for (const { kind } of features.values()) if (kind === 'meter') return true;
  return false;
};

export async function liveMeters(
  db: Reader,
  { project, environment }: Place,
  configuration: CompiledConfiguration,
  customers: readonly string[],
): Promise<LiveMeters> {
  if (!metersAnything(configuration)) return none;
  const rows = await readPrepared<Row>(db, readMeters, [project, environment, customers]);
  const meters = new Map<string, Map<string, MeterState>>();
  for (const { customer, feature, state } of rows) {
    const own = meters.get(customer) ?? new Map<string, MeterState>();
    own.set(feature, state);
    meters.set(customer, own);
  }
  return meters;
}
