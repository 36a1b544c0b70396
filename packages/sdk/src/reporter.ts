import type { InsightReport } from '@latchkey/model';
import { AnswerTally } from './answer-tally.ts';
import { type Door, headersOf, isWorthRepeating, messageOf, refusalOf, urlOf } from './requests.ts';
import type { Cancel, Runtime } from './runtime.ts';

/** To connect, be answered and know that it is written. */
const answerMilliseconds = 10_000;
/** A hiccup is over by then. */
const retryMilliseconds = 1_000;
/** An application that ends does not wait longer than this for its last report. */
const closeMilliseconds = 2_000;
/** Hundreds of applications that started together report at different moments. */
const jitterShare = 0.2;

const failed = 'answers could not be reported; they are kept and sent again';
const lost = 'answers are counted nowhere';

/**
 * Tells the server how often each flag and feature was asked for, in sums and never one by one. A report that does not
 * arrive is sent once more after a second, and then again with every later one under the same id, so that it counts once;
 * meanwhile the answers go on being added up. What is lost in the end is said to be.
 */
export class Reporter {
  readonly tally: AnswerTally;
  readonly #door: Door;
  readonly #runtime: Runtime;
  readonly #everyMilliseconds: number;
  #unsent: Omit<InsightReport, 'sentAt'> | null = null;
  #sending: Promise<void> | null = null;
  #isClosed = false;
  #cancelWait: Cancel = () => undefined;
  #stopWaiting: () => void = () => undefined;

  constructor(door: Door, runtime: Runtime, everySeconds: number) {
    this.#door = door;
    this.#runtime = runtime;
    this.#everyMilliseconds = everySeconds * 1000;
    // Not in the middle of the answer that filled it.
    this.tally = new AnswerTally(() => queueMicrotask(() => void this.flush()));
  }

  start(): void {
    if (this.#isClosed) return;
    const spread = 1 + (this.#runtime.random() - 0.5) * jitterShare;
    this.#cancelWait = this.#runtime.after(this.#everyMilliseconds * spread, () => {
      void this.flush().then(() => this.start());
    });
  }

  /** Reports what was counted so far. Never rejects; who asks at the same time shares the outcome. */
  flush(): Promise<void> {
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  /** Reports a last time. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#cancelWait();
    this.#stopWaiting();
    const tooLong = new Promise<void>((resolve) => {
      this.#cancelWait = this.#runtime.after(closeMilliseconds, resolve);
    });
    // What is under way comes first, and what was counted meanwhile is sent after it.
    await Promise.race([this.flush().then(() => this.flush()), tooLong]);
    this.#cancelWait();
    const rest = this.tally.take();
    const answers = answersIn(this.#unsent) + answersIn(rest) + (rest?.dropped ?? 0);
    if (answers > 0) this.#runtime.log.once({ level: 'warn', event: lost, answers });
  }

  async #send(): Promise<void> {
    this.#unsent ??= this.#report();
    if (this.#unsent === null) return;
    let failure = await this.#post(this.#unsent);
    if (failure !== null && isWorthRepeating(failure) && !this.#isClosed) {
      await this.#wait(retryMilliseconds);
      failure = await this.#post(this.#unsent);
    }
    if (failure === null) {
      this.#unsent = null;
      this.#runtime.log.forget(failed);
    } else if (isWorthRepeating(failure)) {
      this.#runtime.log.once({ level: 'warn', event: failed, error: messageOf(failure) });
    } else {
      const answers = answersIn(this.#unsent);
      this.#unsent = null;
      this.tally.drop(answers);
      this.#runtime.log.once({ level: 'warn', event: lost, answers, error: messageOf(failure) });
    }
  }

  #report(): Omit<InsightReport, 'sentAt'> | null {
    const counts = this.tally.take();
    return counts && { id: crypto.randomUUID(), ...counts };
  }

  /** Null when it was taken. */
  async #post(report: Omit<InsightReport, 'sentAt'>): Promise<unknown> {
    const sentAt = new Date(this.#runtime.now()).toISOString();
    const sending = new AbortController();
    const cancel = this.#runtime.after(answerMilliseconds, () =>
      sending.abort(new Error('The server did not answer.')),
    );
    try {
      const response = await this.#runtime.fetch(urlOf(this.#door, 'events'), {
        method: 'POST',
        headers: headersOf(this.#door, { 'content-type': 'application/json' }),
        body: JSON.stringify({ ...report, sentAt }),
        redirect: 'error',
        signal: sending.signal,
      });
      if (response.status !== 202) return await refusalOf(response);
      await response.text();
      return null;
    } catch (error) {
      return error;
    } finally {
      cancel();
    }
  }

  async #wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = this.#runtime.after(milliseconds, resolve);
      this.#stopWaiting = () => {
        cancel();
        resolve();
      };
    });
  }
}

const answersIn = (counts: Pick<InsightReport, 'evaluations' | 'checks'> | null): number =>
  counts === null ? 0 : [...counts.evaluations, ...counts.checks].reduce((sum, { count }) => sum + count, 0);
