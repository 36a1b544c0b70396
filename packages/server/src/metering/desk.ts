import type { Place } from '@latchkey/model';
import { ProblemError } from '../kernel/changes/problem-error.ts';
import { placeKey } from '../kernel/ledger/append.ts';
import type { Database } from '../kernel/store/database.ts';
import { transact } from '../kernel/store/transact.ts';
import type { Answer, Ask } from './ask.ts';
import { countTogether } from './count-together.ts';
import { withoutClash } from './without-clash.ts';

/** Requests that are counted in one transaction; more wait for the next. */
const togetherMax = 200;
/** Transactions at a time in one environment: while one commits, the next is decided. */
const atOnceMax = 3;
/** Batches that wait in one environment. They touch the same meters, so one after the other is as fast as all at once. */
const batchesWaitingMax = 64;
/** Waiting requests of one environment, some seconds of work; the next is told to come back. */
const waitingMaxDefault = 20_000;
const retryAfterSeconds = 2;

interface Waiting {
  readonly ask: Ask;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Queue {
  readonly place: Place;
  readonly waiting: Waiting[];
  running: number;
  batches: Promise<unknown>;
  batchesWaiting: number;
}

/**
 * Where everything that is used is counted. Requests that arrive while others are being written are counted together in
 * the next transaction, so that a busy customer costs one commit and not a thousand.
 */
export class UsageDesk {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #waitingMax: number;
  readonly #queues = new Map<string, Queue>();

  constructor(db: Database, now: () => number, { waitingMax = waitingMaxDefault } = {}) {
    this.#db = db;
    this.#now = now;
    this.#waitingMax = waitingMax;
  }

  /** Counts one request, whenever its turn comes; `unavailable` where more wait than can be counted soon. */
  count(place: Place, ask: Ask): Promise<Answer> {
    const queue = this.#queueOf(place);
    if (queue.waiting.length >= this.#waitingMax) return Promise.reject(busy());
    return new Promise<Answer>((resolve, reject) => {
      queue.waiting.push({ ask, resolve, reject });
      // Whatever arrives in this turn of the loop goes along.
      queueMicrotask(() => this.#pump(queue));
    });
  }

  /** Counts a batch in a transaction of its own. `allOrNothing`: one refusal, and nothing of it is counted. */
  async countBatch(place: Place, asks: readonly Ask[], allOrNothing: boolean): Promise<readonly Answer[]> {
    const queue = this.#queueOf(place);
    if (queue.batchesWaiting >= batchesWaitingMax) throw busy();
    queue.batchesWaiting += 1;
    const counted = queue.batches.then(() => this.#countBatch(place, asks, allOrNothing));
    queue.batches = counted.catch(() => undefined);
    try {
      return await counted;
    } finally {
      queue.batchesWaiting -= 1;
    }
  }

  async #countBatch(place: Place, asks: readonly Ask[], allOrNothing: boolean): Promise<readonly Answer[]> {
    let refused: readonly Answer[] | null = null;
    try {
      return await withoutClash(() =>
        transact(this.#db, async (tx) => {
          const answers = await countTogether(tx, place, asks, this.#now());
          if (allOrNothing && answers.some(({ status }) => status === 'refused')) {
            refused = answers;
            throw new RolledBack();
          }
          return answers;
        }),
      );
    } catch (error) {
      if (error instanceof RolledBack && refused !== null) return refused;
      throw error;
    }
  }

  #queueOf(place: Place): Queue {
    const known = this.#queues.get(placeKey(place));
    if (known !== undefined) return known;
    const queue: Queue = { place, waiting: [], running: 0, batches: Promise.resolve(), batchesWaiting: 0 };
    this.#queues.set(placeKey(place), queue);
    return queue;
  }

  #pump(queue: Queue): void {
    while (queue.waiting.length > 0 && queue.running < atOnceMax) {
      queue.running += 1;
      const turn = queue.waiting.splice(0, togetherMax);
      void this.#serve(queue, turn).finally(() => {
        queue.running -= 1;
        this.#pump(queue);
      });
    }
  }

  async #serve({ place }: Queue, turn: readonly Waiting[]): Promise<void> {
    try {
      const asks = turn.map(({ ask }) => ask);
      const answers = await withoutClash(() =>
        transact(this.#db, (tx) => countTogether(tx, place, asks, this.#now())),
      );
      for (const [index, answer] of answers.entries()) turn[index]?.resolve(answer);
    } catch (error) {
      for (const { reject } of turn) reject(error);
    }
  }
}

const busy = (): ProblemError =>
  new ProblemError('unavailable', 'More use waits to be counted than can be soon; nothing of this was.', {
    retryAfterSeconds,
  });

class RolledBack extends Error {}
