import { randomUUID } from 'node:crypto';
import type { Database } from '../store/database.ts';
import type { StoreLog } from '../store/store-event.ts';
import type { Clock } from './clock.ts';
import { type Lease, takeLease } from './lease.ts';

/** Work that is due by the state of the database. It runs on one node at a time, and again after a failure. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  /** Does what is due at `now`. Returns how much it did; called again at once while that is more than nothing. */
  readonly run: (now: number, lease: Lease) => Promise<number>;
}

export interface RunnerOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: StoreLog;
  readonly jobs: readonly Job[];
}

/** Longer than any one run; a node that died is replaced after this. */
const leaseSeconds = 60;
/** A job that fails waits longer each time, up to this. */
const backoffSecondsMax = 300;

/** Runs the jobs of this process until it is stopped. What was due while no node was up runs at the first tick. */
export function startJobs({ db, clock, log, jobs }: RunnerOptions): { stop(): Promise<void> } {
  const holder = randomUUID();
  let stopped = false;
  const running = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();

  const later = (job: Job, seconds: number, failures: number): void => {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const turn = tick(job, failures).finally(() => running.delete(turn));
      running.add(turn);
    }, seconds * 1000);
    timers.add(timer);
  };

  const tick = async (job: Job, failures: number): Promise<void> => {
    try {
      for (let did = 1; did > 0 && !stopped; ) {
        const now = clock.now();
        const lease = await takeLease(db, job.name, holder, now, leaseSeconds);
        did = lease ? await job.run(now, lease) : 0;
      }
      later(job, job.everySeconds, 0);
    } catch (error) {
      log({
        level: 'error',
        message: 'job_failed',
        facts: {
          job: job.name,
          failures: failures + 1,
          why: error instanceof Error ? error.message : 'unknown',
        },
      });
      later(job, Math.min(job.everySeconds * 2 ** (failures + 1), backoffSecondsMax), failures + 1);
    }
  };

  for (const job of jobs) later(job, 0, 0);
  return {
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
