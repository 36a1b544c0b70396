import { readFile } from 'node:fs/promises';
import type { FailMode } from './decide.ts';
import { type LicensedClient, OfflineClient } from './licence/client.ts';
import { type PublicKeys, type Read, readLicence, readRevocations } from './licence/read.ts';
import { Watermark } from './licence/watermark.ts';
import { createLog, type LogEntry, writeToConsole } from './log.ts';
import { messageOf } from './requests.ts';
import type { Runtime } from './runtime.ts';

export type { LicensedClient } from './licence/client.ts';
export { type PublicKeys, type Read, readLicence, readRevocations } from './licence/read.ts';
export {
  type Evidence,
  type LicenceFacts,
  type LicenceStanding,
  type LicenceState,
  type Seen,
  standingOf,
} from './licence/standing.ts';

export interface LicenceOptions {
  /** The licence file: where it lies, or its text. */
  readonly licence: string;
  /** The issuer's public keys, from `/.well-known/latchkey/…/jwks.json`: shipped with the application, never with the licence. */
  readonly keys: PublicKeys;
  /** The signed list of revocations: where it lies, or its text. None is believed when none is there yet. */
  readonly revocations?: string;
  /** How this device is called, for licences that are bound to one. */
  readonly device?: string;
  /** Where it is noted how far the clock has come, `.latchkey-sdk` unless said. Null notes it in memory only. */
  readonly folder?: string | null;
  /** What to answer about features that the licence does not know, or while there is no genuine one. `deny` unless said. */
  readonly failMode?: FailMode;
  readonly log?: (entry: LogEntry) => void;
  /** The clock by which rights and the licence itself begin and end, epoch milliseconds. The machine's own unless said. */
  readonly now?: () => number;
}

/**
 * Decides by a signed licence file instead of a server: the same answers by the same rules, for the customer that it is
 * for. Whatever is wrong with the file is told by `licence()`; it never rejects.
 *
 * @example
 * const latchkey = await loadLicence({ licence: 'acme.latchkey-licence', keys: await readFile('jwks.json', 'utf8') });
 * const acme = await latchkey.customer('acme');
 * if (acme.isEntitled('exports')) startExport();
 */
export async function loadLicence(options: LicenceOptions): Promise<LicensedClient> {
  const { keys, device = null, folder = '.latchkey-sdk', failMode = 'deny' } = options;
  const runtime: Runtime = {
    fetch,
    now: options.now ?? Date.now,
    random: Math.random,
    after(milliseconds, action) {
      const timer = setTimeout(action, milliseconds);
      // Nothing is open that an application would have to wait for before it ends.
      timer.unref();
      return () => clearTimeout(timer);
    },
    log: createLog(options.log ?? writeToConsole),
  };
  return new OfflineClient(await setup({ ...options, keys, device, folder, failMode }, runtime));
}

type Chosen = Omit<LicenceOptions, 'device' | 'folder' | 'failMode'> & {
  readonly device: string | null;
  readonly folder: string | null;
  readonly failMode: FailMode;
};

/** What is to be known of the files before the first question. */
export async function setup(
  { licence, keys, revocations, device, folder, failMode }: Chosen,
  runtime: Runtime,
): Promise<ConstructorParameters<typeof OfflineClient>[0]> {
  const file = await signed(licence, (text) => readLicence(text, keys));
  const list =
    revocations === undefined ? null : await signed(revocations, (text) => readRevocations(text, keys));
  return {
    evidence: { licence: file, revocations: list, device },
    watermark: file?.genuine ? await Watermark.open(folder, file.claims, runtime) : null,
    failMode,
    runtime,
  };
}

/** Null where no file is. A text is told from a path by what every signed text begins with. */
async function signed<Claims>(
  given: string,
  read: (text: string) => Promise<Read<Claims>>,
): Promise<Read<Claims> | null> {
  const text = String(given);
  if (text.includes('-----BEGIN') || text.trimStart().startsWith('eyJ')) return read(text);
  try {
    return await read(await readFile(text, 'utf8'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? null : { genuine: false, why: messageOf(error) };
  }
}
