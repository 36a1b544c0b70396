import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration, CustomerSnapshot } from '@latchkey/model';
import type { Door } from './requests.ts';
import type { Cancel, Runtime } from './runtime.ts';
import { isConfiguration, isCustomerSnapshot, readJson } from './wire-check.ts';

/** Many changes in a row are written as one. */
const settleMilliseconds = 1000;
/** How exact the age of what was restored is. */
const confirmEveryMilliseconds = 60_000;

interface Restored {
  readonly configuration: Configuration;
  /** When it was last known to be what the server has, epoch milliseconds. */
  readonly confirmedAt: number;
}

/**
 * The last known good state on disk, so that an application that starts while the server is away decides as it did
 * before. One file for the configuration and one for each customer, each replaced as a whole. Each carries a code made
 * with the SDK key: a file that was cut, changed or written under another key is as good as none. What cannot be read
 * or written is told to the log, never to the caller.
 */
export class LastKnownGood {
  readonly #folder: string;
  readonly #sdkKey: string;
  readonly #runtime: Runtime;
  #configuration: (() => Configuration | null) | null = null;
  readonly #customers = new Map<string, CustomerSnapshot>();
  #writing: Promise<void> = Promise.resolve();
  #cancelFlush: Cancel | null = null;
  #confirmedAt = 0;
  /** False until a configuration is there whose age could be noted. */
  #isSaved = false;

  constructor(folder: string, { address, sdkKey }: Door, runtime: Runtime) {
    this.#folder = folderOf(folder, { address, sdkKey });
    this.#sdkKey = sdkKey;
    this.#runtime = runtime;
  }

  async restore(): Promise<Restored | null> {
    const path = this.#configurationPath();
    const configuration = await this.#read(path);
    if (!isConfiguration(configuration)) return null;
    this.#isSaved = true;
    try {
      return { configuration, confirmedAt: (await stat(path)).mtimeMs };
    } catch {
      // It was removed just after it was read: what it said still holds, its age is unknown.
      return { configuration, confirmedAt: 0 };
    }
  }

  async restoreCustomer(key: string): Promise<CustomerSnapshot | null> {
    const snapshot = this.#customers.get(key) ?? (await this.#read(this.#customerPath(key)));
    return isCustomerSnapshot(snapshot) && snapshot.key === key ? snapshot : null;
  }

  /** What to save is asked for when it is written; null leaves what was saved before. */
  save(configuration: () => Configuration | null): void {
    this.#configuration = configuration;
    this.#flushSoon();
  }

  saveCustomer(snapshot: CustomerSnapshot): void {
    this.#customers.set(snapshot.key, snapshot);
    this.#flushSoon();
  }

  /** Notes that what was saved is still what the server has. Cheap: most calls do nothing. */
  confirm(): void {
    const now = this.#runtime.now();
    if (!this.#isSaved || Math.abs(now - this.#confirmedAt) < confirmEveryMilliseconds) return;
    this.#confirmedAt = now;
    this.#enqueue(() => utimes(this.#configurationPath(), now / 1000, now / 1000));
  }

  /** Writes what is left to be written. */
  async close(): Promise<void> {
    this.#cancelFlush?.();
    this.#flush();
    await this.#writing;
  }

  #flushSoon(): void {
    this.#cancelFlush ??= this.#runtime.after(settleMilliseconds, () => this.#flush());
  }

  #flush(): void {
    this.#cancelFlush = null;
    const [configuration, customers] = [this.#configuration?.() ?? null, [...this.#customers]];
    this.#configuration = null;
    if (configuration === null && customers.length === 0) return;
    this.#enqueue(async () => {
      await mkdir(join(this.#folder, 'customers'), { recursive: true, mode: 0o700 });
      for (const [key, snapshot] of customers) {
        await this.#write(this.#customerPath(key), snapshot);
        if (this.#customers.get(key) === snapshot) this.#customers.delete(key);
      }
      if (configuration === null) return;
      await this.#write(this.#configurationPath(), configuration);
      this.#isSaved = true;
    });
  }

  /** One after the other: two writers of one file would not know whose content stays. */
  #enqueue(work: () => Promise<void>): void {
    this.#writing = this.#writing.then(work).then(
      () => this.#runtime.log.forget(unwritable),
      (error: unknown) => {
        this.#customers.clear();
        this.#runtime.log.once({ level: 'warn', event: unwritable, error: String(error) });
      },
    );
  }

  /** Whoever reads sees the old file or the new one: it is written beside and then takes the name. */
  async #write(path: string, content: unknown): Promise<void> {
    const body = JSON.stringify(content);
    const beside = `${path}.${process.pid}.new`;
    await writeFile(beside, `${this.#codeOf(body)}\n${body}`, { mode: 0o600, flush: true });
    await rename(beside, path);
  }

  async #read(path: string): Promise<unknown> {
    let written: string;
    try {
      written = await readFile(path, 'utf8');
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isMissing)
        this.#runtime.log.once({ level: 'warn', event: 'a saved file cannot be read', error: String(error) });
      return undefined;
    }
    const end = written.indexOf('\n');
    const body = written.slice(end + 1);
    if (isSame(written.slice(0, Math.max(end, 0)), this.#codeOf(body))) return readJson(body);
    this.#runtime.log.once({ level: 'warn', event: 'a saved file is damaged and left aside', path }, path);
    return undefined;
  }

  #codeOf(body: string): string {
    return createHmac('sha256', this.#sdkKey).update(body).digest('hex');
  }

  #configurationPath(): string {
    return join(this.#folder, 'configuration.json');
  }

  /** Keys are other people's texts: never a part of a path. */
  #customerPath(key: string): string {
    return join(
      this.#folder,
      'customers',
      `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`,
    );
  }
}

/** Each key at each address has a folder of its own within the one that the application names. */
export function folderOf(folder: string, { address, sdkKey }: Door): string {
  const name = createHash('sha256').update(`${address}\n${sdkKey}`).digest('hex').slice(0, 16);
  return join(folder, name);
}

const unwritable = 'the last known good state cannot be saved';

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
