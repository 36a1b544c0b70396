import { type Client, ConnectedClient } from './client.ts';
import type { FailMode } from './decide.ts';
import { createLog, type LogEntry, writeToConsole } from './log.ts';
import { afterWhile } from './runtime.ts';

export type { Client } from './client.ts';
export type { CustomerHandle } from './customer.ts';
export type { CheckOptions, FailMode, Widened } from './decide.ts';
export type { FlagDetails } from './flag-details.ts';
export type { LogEntry } from './log.ts';
export type { LastError, Status } from './standing.ts';
export type { ConsumeOptions, Consumption, Hold, ReportOptions, ReserveOptions } from './usage.ts';
export type { Change, ChangeListener, DecisionListener } from './watches.ts';

/** Soon enough to watch a rollout, seldom enough for thousands of applications. */
const reportSeconds = 10;
/** A timer cannot hold much more than 24 days. */
const daySeconds = 86_400;

export interface ClientOptions {
  /** Where Latchkey is: `https://latchkey.example.com`. */
  readonly address: string;
  /** The environment's server-side key, `lk_sdk_…`. Never logged, never written to disk. */
  readonly sdkKey: string;
  /**
   * Where the last known state is kept, so that a restart without the server decides as before. `.latchkey-sdk` in the
   * working directory unless said; null keeps nothing. Only this user can read it; processes that share a key may share
   * the folder.
   */
  readonly folder?: string | null;
  /** Asks this often, in seconds (at least 1), instead of keeping a stream open: for networks that let none pass. */
  readonly pollSeconds?: number;
  /** What to answer while nothing at all is known, not even the feature. `deny` unless said. */
  readonly failMode?: FailMode;
  /**
   * Whether the answers that are given are counted and reported, as sums: how often each flag gave each variation, and
   * each feature was allowed or denied to each customer. True unless said.
   */
  readonly reports?: boolean;
  /** Where the client's own events go. Warnings to standard error unless said. */
  readonly log?: (entry: LogEntry) => void;
  /** Instead of the platform's own: for proxies and private certificates. */
  readonly fetch?: typeof fetch;
  /** The clock by which rights begin and end, epoch milliseconds. The machine's own unless said. */
  readonly now?: () => number;
}

/**
 * Connects to Latchkey and keeps a copy of the environment in this process, so that every question is answered from
 * memory. It connects at once and for as long as it is not closed, comes back by itself after any trouble, and keeps
 * deciding meanwhile. Make one for the whole process. Never throws.
 *
 * @example
 * const latchkey = createClient({ address: 'http://127.0.0.1:4400', sdkKey: process.env.LATCHKEY_SDK_KEY });
 * const acme = await latchkey.customer('acme');
 * if (acme.isEntitled('exports')) startExport();
 * acme.onChange((changed) => console.log(changed));
 */
export function createClient(options: ClientOptions): Client {
  const { address, sdkKey, folder = '.latchkey-sdk', pollSeconds, failMode = 'deny' } = options;
  return new ConnectedClient({
    // Plain JavaScript may hand in nothing at all: that is a key which the server refuses, not a reason to throw.
    door: { address: String(address), sdkKey: String(sdkKey ?? '') },
    folder,
    pollSeconds: pollSeconds === undefined ? null : pollSeconds >= 1 ? Math.min(pollSeconds, daySeconds) : 1,
    failMode,
    reportSeconds: (options.reports ?? true) ? reportSeconds : null,
    runtime: {
      fetch: options.fetch ?? fetch,
      now: options.now ?? Date.now,
      random: Math.random,
      after: afterWhile,
      log: createLog(options.log ?? writeToConsole),
    },
  });
}
