import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LicenceClaims, RevocationClaims } from '@latchkey/model';
import type { Runtime } from '../runtime.ts';
import { readJson } from '../wire-check.ts';
import type { Seen } from './standing.ts';

/** How exactly the latest time is known after a restart. */
const saveEveryMilliseconds = 60_000;

/**
 * How far this machine has come: the latest time, file and list of revocations that were seen for a customer. It notices a
 * clock that is set back and a file that is put back; whoever owns the machine can remove it, and no file can prevent that.
 */
export class Watermark {
  readonly #path: string | null;
  readonly #runtime: Runtime;
  #seen: Seen | null;
  #savedAt = Number.NEGATIVE_INFINITY;
  #saving: Promise<void> = Promise.resolve();

  private constructor(path: string | null, runtime: Runtime, seen: Seen | null) {
    this.#path = path;
    this.#runtime = runtime;
    this.#seen = seen;
  }

  static async open(folder: string | null, claims: LicenceClaims, runtime: Runtime): Promise<Watermark> {
    const { iss, sub, latchkey } = claims;
    const about = [iss, latchkey.project, latchkey.environment, sub].join('\n');
    const name = createHash('sha256').update(about).digest('hex').slice(0, 32);
    const path = folder === null ? null : join(folder, 'licences', `${name}.json`);
    return new Watermark(path, runtime, path === null ? null : await seenIn(path, runtime));
  }

  get seen(): Seen | null {
    return this.#seen;
  }

  /** Notes that this file is in use now. Cheap: it is written once a minute. */
  note({ latchkey: { sequence } }: LicenceClaims, list: RevocationClaims | null, now: number): void {
    const before = this.#seen;
    const isNewFile = before?.sequence !== sequence;
    this.#seen = {
      at: isNewFile ? now : Math.max(before.at, now),
      sequence,
      revocations: Math.max(before?.revocations ?? 0, list?.latchkey.number ?? 0),
      revoked: list?.latchkey.revoked.map(({ licence }) => licence) ?? before?.revoked ?? [],
    };
    if (isNewFile || now - this.#savedAt >= saveEveryMilliseconds) this.#save(now);
  }

  async close(): Promise<void> {
    if (this.#seen !== null) this.#save(this.#seen.at);
    await this.#saving;
  }

  #save(now: number): void {
    const path = this.#path;
    this.#savedAt = now;
    if (path === null) return;
    const body = JSON.stringify(this.#seen);
    this.#saving = this.#saving
      .then(async () => {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        const beside = `${path}.${process.pid}.new`;
        await writeFile(beside, body, { mode: 0o600, flush: true });
        await rename(beside, path);
      })
      .catch((error: unknown) =>
        this.#runtime.log.once({ level: 'warn', event: unwritable, error: String(error) }),
      );
  }
}

const unwritable = 'what was seen of the licence cannot be saved';

async function seenIn(path: string, runtime: Runtime): Promise<Seen | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const seen = readJson(text);
  if (isSeen(seen)) return seen;
  runtime.log.once({ level: 'warn', event: 'what was seen of the licence is damaged and left aside', path });
  return null;
}

function isSeen(value: unknown): value is Seen {
  if (typeof value !== 'object' || value === null) return false;
  const { at, sequence, revocations, revoked } = value as Partial<Seen>;
  return [at, sequence, revocations].every(Number.isFinite) && Array.isArray(revoked);
}
