import type { Instant, Place, Programme } from '@latchkey/model';
import { sql } from 'kysely';
import type { Reader } from '../../kernel/store/database.ts';

const results = ['won', 'lost', 'expired', 'cancelled'] as const;

type Row = { readonly kind: string | null; readonly result: string | null; readonly count: number };

/** How programmes came out, of those that began in a while, counted where they lie. */
export async function reportOf(
  db: Reader,
  { project, environment }: Place,
  { from, to }: { readonly from?: Instant; readonly to?: Instant },
) {
  let select = db
    .selectFrom('resource')
    .select([
      sql<string | null>`resource.body ->> 'kind'`.as('kind'),
      sql<string | null>`resource.body #>> '{outcome,result}'`.as('result'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'programme');
  if (from) select = select.where(sql<boolean>`resource.body ->> 'from' >= ${from}`);
  if (to) select = select.where(sql<boolean>`resource.body ->> 'from' < ${to}`);
  const rows = await select.groupBy(sql`1, 2`).execute();
  return { trial: tallyOf(rows, 'trial'), poc: tallyOf(rows, 'poc') };
}

/** Cancelled ones were never given the chance to be bought, so they count for and against nothing. */
function tallyOf(rows: readonly Row[], kind: Programme['kind']) {
  const countOf = (result: string | null): number =>
    rows.find((row) => row.kind === kind && row.result === result)?.count ?? 0;
  const [won, lost, expired, cancelled] = results.map(countOf) as [number, number, number, number];
  const open = countOf(null);
  const decided = won + lost + expired;
  return {
    started: open + decided + cancelled,
    open,
    won,
    lost,
    expired,
    cancelled,
    conversionRate: decided === 0 ? null : won / decided,
  };
}
