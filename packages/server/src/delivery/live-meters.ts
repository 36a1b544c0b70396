import type { CompiledConfiguration } from '@latchkey/engine';
import type { MeterReading, MeterState, Place } from '@latchkey/model';
import type { Reader } from '../kernel/store/database.ts';
import { type PreparedStatement, readPrepared } from '../kernel/store/prepared.ts';

/** What was counted by now of each metered feature of some customers. A customer without any has no entry. */
export type LiveMeters = ReadonlyMap<string, ReadonlyMap<string, MeterReading>>;

/** The meters of the customers $3 as they stand, without a lock. */
const readMeters: PreparedStatement = {
  name: 'read-meters',
  text: `
    select customer, feature, state, version from meter
    where project = $1 and environment = $2 and customer = any($3::text[])
    order by customer, feature`,
};

const none: LiveMeters = new Map();

interface Row {
  readonly customer: string;
  readonly feature: string;
  readonly state: MeterState;
  readonly version: string;
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
  const meters = new Map<string, Map<string, MeterReading>>();
  for (const { customer, feature, state, version } of rows) {
    const own = meters.get(customer) ?? new Map<string, MeterReading>();
    own.set(feature, { ...state, version: Number(version) });
    meters.set(customer, own);
  }
  return meters;
}
