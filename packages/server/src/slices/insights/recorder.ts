import { randomUUID } from 'node:crypto';
import type { Place } from '@latchkey/model';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { type Database, isDatabaseUnavailable } from '../../kernel/store/database.ts';
import type { StoreLog } from '../../kernel/store/store-event.ts';
import type { Countable, CountedReport, Ignored } from './counts.ts';
import { inBulk } from './in-bulk.ts';
import { sift, type Told } from './sift.ts';
import { type CheckAbout, Tally } from './tally.ts';
import { writeReports } from './write.ts';

interface RecorderDeps {
  readonly db: Database;
  /** Null for an environment that is not there. */
  readonly countable: (place: Place) => Countable | null;
  readonly now: () => number;
  readonly log: StoreLog;
}

/** A report as it came in. */
export interface Received extends Told {
  readonly place: Place;
  /** Null where the sender gives its reports no name; such a one counts as often as it comes. */
  readonly id: string | null;
  /** Answers that the sender could not count. */
  readonly dropped: number;
}

export interface Taken {
  readonly counted: number;
  readonly ignored: readonly Ignored[];
}

/** Counts that one statement takes: beyond it a statement would hold up the others. */
const countsPerWrite = 20_000;
/** Counts that may wait to be written, about 500 bytes each; who sends more is asked to come again. */
const waitingCountsMax = 200_000;
/** What this process answered itself is written this often. */
const ownMilliseconds = 5_000;
/** A warning a minute is enough to find who sends what cannot be counted. */
const warningMilliseconds = 60_000;

interface Waiting {
  readonly report: CountedReport;
  readonly size: number;
  readonly done: (failure: unknown) => void;
}

/**
 * Counts the answers that applications give and were given. Whoever sends a report is answered when it is written, so
 * nothing that was taken is lost; while one statement runs, the reports for the next one gather.
 */
export class Recorder {
  readonly #deps: RecorderDeps;
  readonly #tally = new Tally();
  readonly #timer: NodeJS.Timeout;
  #waiting: Waiting[] = [];
  #waitingCounts = 0;
  #writing: Promise<void> | null = null;
  #ignored = 0;
  #reportedDropped = 0;
  #warnedAt = Number.NEGATIVE_INFINITY;
  /** Own answers that could not be written yet; sent again under the same ids. */
  #unwritten: readonly CountedReport[] = [];

  constructor(deps: RecorderDeps) {
    this.#deps = deps;
    this.#timer = setInterval(() => void this.#writeOwn(), ownMilliseconds);
    this.#timer.unref();
  }

  /** Counts that were left out since the process started, because nothing here fits them. */
  ignored(): number {
    return this.#ignored;
  }

  /** Answers that were given and are counted nowhere, here and in applications that said so. */
  dropped(): number {
    return this.#tally.dropped + this.#reportedDropped;
  }

  /** An answer that this process gave itself for a flag. Costs a look into a map; never fails. */
  evaluated(place: Place, flag: string, variation: number | null): void {
    this.#tally.evaluated(place, { flag, variation }, this.#deps.now());
  }

  /** All flags at once were answered, or all that browsers may read. */
  evaluatedInBulk(place: Place, which: keyof typeof inBulk): void {
    this.#tally.evaluated(place, { flag: inBulk[which], variation: null }, this.#deps.now());
  }

  /** The same for a check of a feature. */
  checked(place: Place, { feature, customer, allowed, reason }: CheckAbout): void {
    if (reason === 'feature_unknown') return;
    this.#tally.checked(place, { feature, customer, allowed, reason }, this.#deps.now());
  }

  /** Takes a report from outside. Resolves when it is written, and fails when it could not be. */
  async take({ place, id, dropped, ...told }: Received): Promise<Taken> {
    const { countable, now } = this.#deps;
    const known = countable(place);
    if (known === null) throw new ProblemError('environment_unknown', 'There is no such environment.');
    const { evaluations, checks, ignored } = sift(told, known, now());
    const counted = evaluations.length + checks.length;
    if (counted > 0 && this.#waitingCounts + counted > waitingCountsMax)
      throw new ProblemError('unavailable', 'Too many reports are waiting to be written; send it again.');
    this.#noteLost(place, ignored, dropped);
    if (counted > 0) await this.write({ place, id: id ?? randomUUID(), evaluations, checks });
    return { counted, ignored };
  }

  /** Writes a report that was made here, as it is. Resolves when it is written. */
  async write(report: CountedReport): Promise<void> {
    const size = report.evaluations.length + report.checks.length;
    this.#waitingCounts += size;
    const failure = await new Promise<unknown>((done) => {
      this.#waiting.push({ report, size, done });
      this.#writing ??= this.#writeAll();
    });
    if (failure !== null) throw failure;
  }

  /** Writes what was answered here so far, and ends. What the database does not take then is gone, and said to be. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writeOwn();
    await this.#writing;
    if (this.#unwritten.length > 0) this.#lose(this.#unwritten);
  }

  async #writeAll(): Promise<void> {
    // One turn of the process, so that reports that arrive together are written together.
    await new Promise((resolve) => setImmediate(resolve));
    for (let next = this.#nextWrite(); next.length > 0; next = this.#nextWrite()) {
      let failure: unknown = null;
      try {
        await writeReports(
          this.#deps.db,
          next.map(({ report }) => report),
          this.#deps.now(),
        );
      } catch (error) {
        failure = error;
      }
      for (const { size, done } of next) {
        this.#waitingCounts -= size;
        done(failure);
      }
    }
    this.#writing = null;
  }

  #nextWrite(): readonly Waiting[] {
    let counts = 0;
    let length = 0;
    for (const { size } of this.#waiting) {
      if (length > 0 && counts + size > countsPerWrite) break;
      counts += size;
      length += 1;
    }
    return this.#waiting.splice(0, length);
  }

  /** What waits for the database is sent again under its ids first; meanwhile the tally goes on adding up. */
  async #writeOwn(): Promise<void> {
    const reports =
      this.#unwritten.length > 0
        ? this.#unwritten
        : this.#tally.take().map((counts) => ({ ...counts, id: randomUUID() }));
    const failures = await Promise.all(
      reports.map((report) => this.write(report).catch((error: unknown) => ({ report, error }))),
    );
    const failed = failures.filter((failure) => failure !== undefined);
    this.#unwritten = failed.filter(({ error }) => isDatabaseUnavailable(error)).map(({ report }) => report);
    // What the database refuses for its content would be refused for ever.
    this.#lose(failed.filter(({ error }) => !isDatabaseUnavailable(error)).map(({ report }) => report));
  }

  #lose(reports: readonly CountedReport[]): void {
    if (reports.length === 0) return;
    const answers = reports
      .flatMap(({ evaluations, checks }) => [...evaluations, ...checks])
      .reduce((sum, { count }) => sum + count, 0);
    this.#reportedDropped += answers;
    this.#deps.log({ level: 'warn', message: 'insights_lost', facts: { answers } });
  }

  /** Some names and the number, once in a while: who sends them shall be found, and the log not filled. */
  #noteLost({ project, environment }: Place, ignored: readonly Ignored[], dropped: number): void {
    this.#ignored += ignored.length;
    this.#reportedDropped += dropped;
    const now = this.#deps.now();
    if (ignored.length + dropped === 0 || now - this.#warnedAt < warningMilliseconds) return;
    this.#warnedAt = now;
    const named = ignored.slice(0, 5).map(({ about, reason }) => `${about ?? '?'}: ${reason}`);
    const facts = { project, environment, ignored: ignored.length, named: named.join(', '), dropped };
    this.#deps.log({ level: 'warn', message: 'insights_not_counted', facts });
  }
}
