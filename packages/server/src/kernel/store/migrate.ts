import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import type { PoolConfig } from 'pg';
import { openDatabase } from './database.ts';
import { migrations } from './migrations/all.ts';
import { StartRefused } from './start-refused.ts';
import type { StoreLog } from './store-event.ts';
import type { Tables } from './tables.ts';

export interface MigrateOptions {
  readonly connection: PoolConfig;
  readonly log: StoreLog;
  /** By name, in the order of their names. */
  readonly migrations?: Readonly<Record<string, Migration>>;
}

/** Rewriting a large table takes as long as it takes; nothing else uses these connections. */
const statementMilliseconds = 3_600_000;

/**
 * Brings the database to this version: all that is missing in one transaction, or nothing. Processes that start at
 * once take turns. Refuses with `StartRefused`, before writing anything, when a newer version was here.
 */
export async function migrate(options: MigrateOptions): Promise<{ readonly applied: readonly string[] }> {
  const known = options.migrations ?? migrations;
  const database = openDatabase({
    connection: options.connection,
    log: options.log,
    poolSize: 2,
    statementMilliseconds,
  });
  try {
    refuseNewer(await appliedNames(database.kysely), Object.keys(known));
    const migrator = new Migrator({
      db: database.kysely,
      provider: { getMigrations: async () => ({ ...known }) },
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    const applied = results.map(({ migrationName }) => migrationName);
    for (const name of applied) options.log({ level: 'info', message: 'migration_applied', facts: { name } });
    return { applied };
  } finally {
    await database.close();
  }
}

async function appliedNames(kysely: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{
    present: boolean;
  }>`select to_regclass('kysely_migration') is not null as present`.execute(kysely);
  if (!rows[0]?.present) return [];
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    kysely,
  );
  return applied.rows.map(({ name }) => name);
}

function refuseNewer(applied: readonly string[], known: readonly string[]): void {
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new StartRefused(
    `A newer version of Latchkey has used this database: it has ${unknown.join(', ')}, and this version ends with ` +
      `${known.toSorted().at(-1) ?? 'nothing'}. Nothing was touched. Start the newer version, or restore a backup that this version made.`,
  );
}
