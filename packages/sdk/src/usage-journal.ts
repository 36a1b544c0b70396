import { createHmac, randomUUID } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UsageEvent } from '@latchkey/model';
import type { Door } from './requests.ts';
import type { Runtime } from './runtime.ts';
import { readJson } from './wire-check.ts';

const unwritable = 'use that is not reported yet cannot be saved';

/** Use that the server is to be told of. With a `reservation` it is what was really used of what is held there. */
export interface Unsent {
  readonly event: UsageEvent;
  readonly reservation?: string;
}

/**
 * Use that the server was not told of yet, on disk, so that it is told by the next process should this one end. A line
 * each, with a code made with the SDK key. Each process writes a file of its own; one that starts takes over what it finds.
 * It may belong to a process that still runs and tells the same: keys count once.
 */
export class UsageJournal {
  readonly #folder: string;
  readonly #sdkKey: string;
  readonly #runtime: Runtime;
  readonly #name = randomUUID();
  #lines: string[] = [];
  #written = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(folder: string, { sdkKey }: Door, runtime: Runtime) {
    this.#folder = join(folder, 'usage');
    this.#sdkKey = sdkKey;
    this.#runtime = runtime;
  }

  /** What earlier processes left, oldest file first. */
  async restore(): Promise<readonly Unsent[]> {
    const found: Unsent[] = [];
    await this.#enqueue(async () => {
      const names = await readdir(this.#folder).catch(() => []);
      for (const [index, name] of names.sort().entries()) {
        const path = join(this.#folder, `${this.#name}-${index}.taken`);
        try {
          // Renamed first: what a running process writes from now on goes into a new file of the old name.
          await rename(join(this.#folder, name), path);
          const entries = this.#read(await readFile(path, 'utf8'));
          await this.#append(entries.map((entry) => this.#lineOf(entry)));
          found.push(...entries);
          await rm(path);
        } catch (error) {
          // Another process that starts just now was faster.
          if (!isMissing(error)) throw error;
        }
      }
    });
    return found;
  }

  /** Resolves once it is written, together with what others add meanwhile; also when it cannot be. */
  add(entry: Unsent): Promise<void> {
    this.#lines.push(this.#lineOf(entry));
    return this.#enqueue(() => this.#append(this.#lines.splice(0)));
  }

  /** Removes what was told, once most of the file is. */
  settle(unsent: () => readonly Unsent[]): Promise<void> {
    return this.#enqueue(async () => {
      const left = unsent();
      if (this.#written === 0 || (left.length > 0 && left.length * 2 > this.#written)) return;
      const path = this.#path();
      this.#written = left.length;
      this.#lines = [];
      if (left.length === 0) await rm(path, { force: true });
      else {
        await writeFile(`${path}.new`, left.map((entry) => this.#lineOf(entry)).join(''), { mode: 0o600 });
        await rename(`${path}.new`, path);
      }
    });
  }

  async #append(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await appendFile(this.#path(), lines.join(''), { mode: 0o600 });
    this.#written += lines.length;
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(work).then(
      () => this.#runtime.log.forget(unwritable),
      (error: unknown) => this.#runtime.log.once({ level: 'warn', event: unwritable, error: String(error) }),
    );
    return this.#writing;
  }

  #path(): string {
    return join(this.#folder, `${this.#name}.lines`);
  }

  #lineOf(entry: Unsent): string {
    const body = JSON.stringify(entry);
    return `${this.#codeOf(body)} ${body}\n`;
  }

  /** A line that was cut or changed is left aside. */
  #read(written: string): readonly Unsent[] {
    return written.split('\n').flatMap((line) => {
      const end = line.indexOf(' ');
      const body = line.slice(end + 1);
      return end > 0 && line.slice(0, end) === this.#codeOf(body) ? [readJson(body) as Unsent] : [];
    });
  }

  #codeOf(body: string): string {
    return createHmac('sha256', this.#sdkKey).update(body).digest('base64url');
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
