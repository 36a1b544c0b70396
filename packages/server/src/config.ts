import { createHash, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartRefused } from './kernel/store/start-refused.ts';

/** How this process was asked to run. Read once, at start; nothing else reads the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** What links and webhook addresses begin with, without a slash at the end; null: whatever it listens on. */
  readonly publicUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** A PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** A folder with the PostgreSQL programs to run the embedded database on, instead of the packaged ones. */
  readonly postgresPrograms: string | null;
  /** Whether the demo is loaded into an empty database. */
  readonly demo: boolean;
  /** The value of the administrator's API token that an empty database is given. */
  readonly bootstrapToken: string | null;
  /** As it was given; `secretKeyOf` makes the key. */
  readonly secretKey: string | null;
  readonly clockOffsetSeconds: number;
  readonly logLevel: LogLevel;
  /** Hosts, addresses and blocks of them that webhooks may go to although they are no part of the Internet. */
  readonly webhookHosts: readonly string[];
  readonly production: boolean;
}

export type LogLevel = (typeof logLevels)[number];
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Short enough to type, long enough not to be guessed: 32 characters of hexadecimal are 128 bits. */
const secretLengthMin = 32;

/** A hundred years: beyond it dates stop fitting where they are kept. */
const clockOffsetSecondsMax = 3_155_760_000;

const wholeNumber = z
  .string()
  .regex(/^-?\d{1,12}$/, 'must be a whole number')
  .transform(Number);

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
  .refine((url) => !/[?#]/.test(url), 'must not have a query or a fragment')
  .transform((url) => url.replace(/\/+$/, ''));

/** `intranet.example`, `10.1.2.3`, `10.1.0.0/16` */
function isHostOrBlock(written: string): boolean {
  const [address = '', bits, ...more] = written.split('/');
  const family = isIP(address);
  if (bits === undefined) return family !== 0 || /^[A-Za-z0-9._-]+$/.test(address);
  const most = family === 6 ? 128 : 32;
  return family !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

const Environment = z.object({
  LATCHKEY_PORT: wholeNumber
    .refine((port) => port >= 0 && port <= 65_535, 'must be from 0 to 65535')
    .default(4400),
  LATCHKEY_HOST: z.string().default('127.0.0.1'),
  LATCHKEY_PUBLIC_URL: webAddress.optional(),
  LATCHKEY_DATA_DIR: z.string().default('.latchkey'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be an address that begins with postgres:// or postgresql://',
    })
    .optional(),
  LATCHKEY_PG_BIN: z.string().optional(),
  LATCHKEY_DEMO: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  LATCHKEY_BOOTSTRAP_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be printable characters without spaces')
    .min(secretLengthMin, `must have at least ${secretLengthMin} characters`)
    .optional(),
  LATCHKEY_SECRET_KEY: z
    .string()
    .min(
      secretLengthMin,
      `must have at least ${secretLengthMin} characters; \`openssl rand -hex 32\` makes a good one`,
    )
    .optional(),
  LATCHKEY_CLOCK_OFFSET: wholeNumber
    .refine((seconds) => Math.abs(seconds) <= clockOffsetSecondsMax, 'must be within a hundred years')
    .default(0),
  LATCHKEY_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  LATCHKEY_WEBHOOK_HOSTS: z
    .string()
    .transform((hosts) => hosts.split(',').map((host) => host.trim()))
    .refine(
      (hosts) => hosts.every(isHostOrBlock),
      'must be hosts, addresses or blocks with commas between them',
    )
    .optional(),
  NODE_ENV: z.string().optional(),
});

/**
 * Reads the environment variables. An empty one counts as unset. Throws `StartRefused` that names every variable that
 * will not do, and never repeats a value: some are secrets.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new StartRefused(`The settings will not do: ${complaints.join('; ')}.`);
  }
  const set = parsed.data;
  const production = set.NODE_ENV === 'production';
  if (production && set.LATCHKEY_CLOCK_OFFSET !== 0) {
    throw new StartRefused(
      'The settings will not do: LATCHKEY_CLOCK_OFFSET is for tests and refused when NODE_ENV is production.',
    );
  }
  return {
    port: set.LATCHKEY_PORT,
    host: set.LATCHKEY_HOST,
    publicUrl: set.LATCHKEY_PUBLIC_URL ?? null,
    dataDir: resolve(set.LATCHKEY_DATA_DIR),
    databaseUrl: set.DATABASE_URL ?? null,
    postgresPrograms: set.LATCHKEY_PG_BIN ?? null,
    demo: set.LATCHKEY_DEMO === '1',
    bootstrapToken: set.LATCHKEY_BOOTSTRAP_TOKEN ?? null,
    secretKey: set.LATCHKEY_SECRET_KEY ?? null,
    clockOffsetSeconds: set.LATCHKEY_CLOCK_OFFSET,
    logLevel: set.LATCHKEY_LOG_LEVEL,
    webhookHosts: set.LATCHKEY_WEBHOOK_HOSTS ?? [],
    production,
  };
}

/**
 * The 32 bytes that encrypt kept secrets: from the setting, else from `secret-key` in the data folder, which is made
 * when it is not there. The file's content may be moved into the setting; the key stays the same.
 */
export function secretKeyOf({ secretKey, dataDir }: Pick<Config, 'secretKey' | 'dataDir'>): Buffer {
  return createHash('sha256')
    .update(secretKey ?? keptSecret(dataDir))
    .digest();
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret-key');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    // Written aside and linked: of several nodes that start at once all use the key of the first.
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const kept = readFileSync(path, 'utf8').trim();
  if (kept.length >= secretLengthMin) return kept;
  throw new StartRefused(
    `${path} is damaged: it has fewer than ${secretLengthMin} characters. Restore it from a backup, or set LATCHKEY_SECRET_KEY.`,
  );
}
