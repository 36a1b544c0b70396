import type { UsageEvent } from '@latchkey/model';
import { waitMilliseconds } from './backoff.ts';
import { isKeyRefused, isWorthRepeating, messageOf, RefusedRequest } from './requests.ts';
import type { Cancel, Runtime } from './runtime.ts';
import type { Unsent, UsageJournal } from './usage-journal.ts';
import type { ReportReply, UsageRequests } from './usage-requests.ts';

/** About a minute of a busy server's events; what is more is not allowed while nobody can be told. */
const unsentMax = 10_000;
/** What the server takes at once. */
const togetherMax = 1000;
/** What arrives soon after goes along. */
const soonMilliseconds = 200;
const closeMilliseconds = 2000;

const failed = 'use could not be reported; it is kept and sent again';
const lost = 'use is counted nowhere';

/**
 * Use on its way to the server: kept, also on disk, until the server says that it is counted. Every event has a key of its
 * own, so however often it is sent it counts once.
 */
export class UsageQueue {
  readonly #requests: UsageRequests;
  readonly #runtime: Runtime;
  readonly #journal: UsageJournal | null;
  readonly #onCounted: (reply: Pick<ReportReply, 'meters'>) => void;
  readonly #unsent = new Map<string, Unsent>();
  #sending: Promise<void> | null = null;
  #failures = 0;
  #cancelLater: Cancel | null = null;
  #isClosed = false;

  constructor(
    requests: UsageRequests,
    runtime: Runtime,
    journal: UsageJournal | null,
    onCounted: (reply: Pick<ReportReply, 'meters'>) => void,
  ) {
    this.#requests = requests;
    this.#runtime = runtime;
    this.#journal = journal;
    this.#onCounted = onCounted;
  }

  async restore(): Promise<void> {
    for (const entry of (await this.#journal?.restore()) ?? []) this.#unsent.set(entry.event.key, entry);
    if (this.#unsent.size > 0) this.#later(soonMilliseconds);
  }

  has(key: string): boolean {
    return this.#unsent.has(key);
  }

  get isFull(): boolean {
    return this.#unsent.size >= unsentMax;
  }

  /** What is not told yet of one customer, oldest first. */
  of(customer: string): readonly UsageEvent[] {
    const events: UsageEvent[] = [];
    for (const { event } of this.#unsent.values()) if (event.customer === customer) events.push(event);
    return events;
  }

  /** Takes it at once; resolves when it is on disk. What does not fit any more is told to the log. */
  async add(entry: Unsent): Promise<boolean> {
    if (this.#unsent.has(entry.event.key)) return true;
    if (this.isFull) {
      this.#lose('queue_full');
      return false;
    }
    this.#unsent.set(entry.event.key, entry);
    this.#later(soonMilliseconds);
    await this.#journal?.add(entry);
    return true;
  }

  /** Tells the server now. Never rejects; who asks at the same time shares the outcome. */
  flush(): Promise<void> {
    this.#cancelLater?.();
    this.#cancelLater = null;
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    let cancel: Cancel = () => undefined;
    const tooLong = new Promise<void>((resolve) => {
      cancel = this.#runtime.after(closeMilliseconds, resolve);
    });
    await Promise.race([this.flush(), tooLong]);
    cancel();
    this.#cancelLater?.();
    await this.#journal?.settle(() => [...this.#unsent.values()]);
  }

  #later(milliseconds: number): void {
    if (this.#isClosed) return;
    this.#cancelLater ??= this.#runtime.after(milliseconds, () => {
      this.#cancelLater = null;
      void this.flush();
    });
  }

  async #send(): Promise<void> {
    try {
      for (let run = this.#nextRun(); run.length > 0; run = this.#nextRun()) await this.#tell(run);
      this.#failures = 0;
      this.#runtime.log.forget(failed);
    } catch (error) {
      this.#failures += 1;
      this.#runtime.log.once({ level: 'warn', event: failed, error: messageOf(error) });
      const retryAfterMilliseconds = error instanceof RefusedRequest ? error.retryAfterMilliseconds : null;
      const failure = { count: this.#failures, refused: isKeyRefused(error), retryAfterMilliseconds };
      this.#later(waitMilliseconds(failure, this.#runtime.random));
    }
    await this.#journal?.settle(() => [...this.#unsent.values()]);
  }

  /** Events together, what was held by itself; in the order in which it happened. */
  #nextRun(): readonly Unsent[] {
    const run: Unsent[] = [];
    for (const entry of this.#unsent.values()) {
      if (run.length >= togetherMax || (entry.reservation !== undefined && run.length > 0)) break;
      run.push(entry);
      if (entry.reservation !== undefined) break;
    }
    return run;
  }

  async #tell(run: readonly Unsent[]): Promise<void> {
    const [first] = run;
    if (first === undefined) return;
    try {
      const reply = await this.#ask(run);
      for (const { event } of run) this.#unsent.delete(event.key);
      this.#onCounted(reply);
    } catch (error) {
      if (isWorthRepeating(error)) throw error;
      if (run.length > 1) {
        // One of them cannot be read there, and the others are not to suffer for it.
        const half = Math.ceil(run.length / 2);
        await this.#tell(run.slice(0, half));
        await this.#tell(run.slice(half));
        return;
      }
      this.#unsent.delete(first.event.key);
      this.#lose(error instanceof RefusedRequest ? error.code : messageOf(error));
      this.#onCounted({ meters: [] });
    }
  }

  async #ask(run: readonly Unsent[]): Promise<Pick<ReportReply, 'meters'>> {
    const [{ event, reservation } = { event: null, reservation: undefined }] = run;
    if (event !== null && reservation !== undefined) {
      try {
        const { meter } = await this.#requests.settle(reservation, event.quantity);
        return { meters: [{ customer: event.customer, feature: event.feature, meter }] };
      } catch (error) {
        const isOver = error instanceof RefusedRequest && error.code === 'reservation_over';
        if (!isOver || event.quantity === 0) throw error;
        // It ran out while nobody could be told: what was used of it is counted all the same, under the same key.
      }
    }
    const reply = await this.#requests.report(run.map((each) => each.event));
    for (const { status, code = '' } of reply.items) {
      // What is taken back had not arrived in the first place.
      if (status === 'refused' && code !== 'usage_event_unknown') this.#lose(code);
    }
    return reply;
  }

  #lose(error: string): void {
    this.#runtime.log.once({ level: 'warn', event: lost, error }, error);
  }
}
