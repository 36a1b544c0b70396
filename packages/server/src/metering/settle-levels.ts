import { type MeterState, type Milliseconds, type Place, toInstant } from '@latchkey/model';
import type { Delivery } from '../delivery/delivery.ts';
import type { Database, Tx } from '../kernel/store/database.ts';
import { writePrepared } from '../kernel/store/prepared.ts';
import { transact } from '../kernel/store/transact.ts';
import { meterWith } from './metered.ts';
import { keepThresholds } from './statements.ts';
import { levelOf } from './thresholds.ts';

const perRun = 200;

interface Deps {
  readonly db: Database;
  readonly delivery: Delivery;
}

/** Looks again at meters near their end whose window is over: use alone would tell, but nobody may be using them. */
export async function settleLevels({ db, delivery }: Deps, now: Milliseconds): Promise<number> {
  const due = await db.reader
    .selectFrom('meter')
    .select(['project', 'environment', 'customer', 'feature'])
    .where('level', '>', 0)
    .where('resets_at', '<=', toInstant(now))
    .orderBy('resets_at')
    .limit(perRun)
    .execute();
  for (const { project, environment, customer, feature } of due) {
    const place = { project, environment };
    const world = await delivery.world(place, customer);
    await transact(db, async (tx) => {
      const row = await lock(tx, place, customer, feature);
      if (row === null) return;
      const known = world?.configuration.features.get(feature);
      const summary =
        world && known?.kind === 'meter'
          ? meterWith({ ...world, feature: known }, row.state as MeterState, now).summary()
          : null;
      const level = summary === null ? 0 : levelOf(summary);
      await tx
        .updateTable('meter')
        .set({ level, resets_at: summary?.resetAt == null ? null : toInstant(summary.resetAt) })
        .where('project', '=', project)
        .where('environment', '=', environment)
        .where('customer', '=', customer)
        .where('feature', '=', feature)
        .execute();
      if (level === row.level) return;
      const limit = summary === null || summary.limit === 'unlimited' ? 0 : summary.limit;
      const moved = {
        customer,
        feature,
        before: row.level,
        now: level,
        used: summary?.used ?? 0,
        limited_to: limit,
      };
      await writePrepared(tx, keepThresholds, [
        project,
        environment,
        JSON.stringify([moved]),
        toInstant(now),
      ]);
    });
  }
  return due.length;
}

async function lock(tx: Tx, { project, environment }: Place, customer: string, feature: string) {
  const row = await tx
    .selectFrom('meter')
    .select(['state', 'level'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('customer', '=', customer)
    .where('feature', '=', feature)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}
