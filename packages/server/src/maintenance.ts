import type { PoolConfig } from 'pg';
import { type Config, parseConfig } from './config.ts';
import { type Verification, verifyLedger } from './kernel/ledger/verify.ts';
import { isDatabaseUnavailable, openDatabase } from './kernel/store/database.ts';
import { launchPostgres } from './kernel/store/launcher.ts';
import { migrate } from './kernel/store/migrate.ts';
import { StartRefused } from './kernel/store/start-refused.ts';
import type { StoreLog } from './kernel/store/store-event.ts';

export type LedgerReport = Verification;

type Variables = Readonly<Record<string, string | undefined>>;

/** Recomputes the hash chain of every ledger in the database that these environment variables name. */
export const verifyLedgerOf = (variables: Variables): Promise<readonly LedgerReport[]> =>
  withDatabase(parseConfig(variables), async (connection, log) => {
    const db = openDatabase({ connection, log });
    try {
      return await verifyLedger(db.reader);
    } finally {
      await db.close();
    }
  });

/** Brings the database that these environment variables name to this version. */
export const migrateDatabaseOf = (variables: Variables): Promise<{ readonly applied: readonly string[] }> =>
  withDatabase(parseConfig(variables), (connection, log) => migrate({ connection, log }));

/** Commands say what they did on standard output; what the store reports on its way would only be in between. */
const silent: StoreLog = () => undefined;

async function withDatabase<T>(
  config: Config,
  work: (connection: PoolConfig, log: StoreLog) => Promise<T>,
): Promise<T> {
  const postgres = await connect(config, silent);
  try {
    return await work(postgres.connection, silent);
  } catch (error) {
    throw unreachable(error, config);
  } finally {
    await postgres.stop();
  }
}

/** What the operator can mend is said in a sentence, without the address's user and password. Anything else stays as it is. */
export function unreachable(error: unknown, { databaseUrl }: Config): unknown {
  if (databaseUrl === null || !isDatabaseUnavailable(error)) return error;
  const why = error instanceof Error ? error.message : 'no answer';
  return new StartRefused(
    `The database at ${new URL(databaseUrl).host} of DATABASE_URL cannot be reached: ${why}`,
  );
}

/** The database that the configuration names, or our own one, started now and stopped by the caller. */
export async function connect(
  config: Config,
  log: StoreLog,
): Promise<{ readonly connection: PoolConfig; stop(): Promise<void> }> {
  if (config.databaseUrl !== null)
    return { connection: { connectionString: config.databaseUrl }, stop: async () => undefined };
  return launchPostgres({
    dataDir: config.dataDir,
    log,
    ...(config.postgresPrograms !== null && { binariesFolder: config.postgresPrograms }),
  });
}
