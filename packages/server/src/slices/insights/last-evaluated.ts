import type { Instant, Place } from '@latchkey/model';
import type { Reader } from '../../kernel/store/database.ts';
import { isInBulk } from './in-bulk.ts';

/** When flags of one environment were last asked for, of those that ever were: all with one query. */
export async function lastEvaluated(
  db: Reader,
  { project, environment }: Place,
  flags?: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  if (flags?.length === 0) return new Map();
  let select = db
    .selectFrom('flag_evaluated')
    .select(['flag', 'at'])
    .where('project', '=', project)
    .where('environment', '=', environment);
  if (flags) select = select.where('flag', 'in', flags);
  const rows = await select.execute();
  return new Map(rows.filter(({ flag }) => !isInBulk(flag)).map(({ flag, at }) => [flag, at]));
}
