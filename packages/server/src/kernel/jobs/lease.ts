import { toInstant } from '@latchkey/model';
import { sql } from 'kysely';
import type { Database, Tx } from '../store/database.ts';
import { transact } from '../store/transact.ts';

/** The right to run a job for a while. `fence` grows with every holder; what a job does checks it in its own transaction. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly fence: number;
}

/** Takes a free or lapsed lease, or renews one's own. Null while somebody else has it. */
export async function takeLease(
  db: Database,
  name: string,
  holder: string,
  now: number,
  seconds: number,
): Promise<Lease | null> {
  const until = toInstant(now + seconds * 1000);
  return transact(db, async (tx) => {
    const row = await tx
      .insertInto('job_lease')
      .values({ name, holder, until, fence: 1 })
      .onConflict((taken) =>
        taken
          .column('name')
          .doUpdateSet({
            holder,
            until,
            fence: sql<number>`job_lease.fence + case when job_lease.holder = ${holder} then 0 else 1 end`,
          })
          .where((where) =>
            where.or([where('job_lease.holder', '=', holder), where('job_lease.until', '<', toInstant(now))]),
          ),
      )
      .returning('fence')
      .executeTakeFirst();
    return row ? { name, holder, fence: row.fence } : null;
  });
}

/** Whether the lease is still one's own, asked inside the transaction that does the work: a sleeper who wakes up late finds it is not. */
export async function holdsLease(tx: Tx, { name, fence }: Lease): Promise<boolean> {
  const row = await tx
    .selectFrom('job_lease')
    .select('fence')
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst();
  return row?.fence === fence;
}
