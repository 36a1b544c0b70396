import { createLog, type LogEntry, writeToConsole } from './log.ts';
import { afterWhile } from './runtime.ts';
import { type BrowserClient, type BrowserContext, ConnectedBrowserClient } from './web/client.ts';
import { type KeyValueStorage, SavedAnswers } from './web/storage.ts';

export type { FlagDetails } from './flag-details.ts';
export type { LogEntry } from './log.ts';
export type { LastError } from './standing.ts';
export type { BrowserClient, BrowserContext, BrowserStatus, FlagListener } from './web/client.ts';
export type { KeyValueStorage } from './web/storage.ts';

export interface BrowserClientOptions {
  /** Where Latchkey is: `https://latchkey.example.com`. */
  readonly address: string;
  /** The environment's client-side id, which is public, or a mobile key. Never a server-side SDK key. */
  readonly clientSideId: string;
  /** Who is asked about: `{ targetingKey: 'ada', customer: 'acme', country: 'DE' }`. */
  readonly context: BrowserContext;
  /** What your server made of the context with its SDK key, where the environment is in secure mode. */
  readonly contextHash?: string;
  /** Where the last known answers are kept; null keeps nothing. The browser's `localStorage` unless said. */
  readonly storage?: KeyValueStorage | null;
  /** Where the client's own events go. Warnings to the console unless said. */
  readonly log?: (entry: LogEntry) => void;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
}

/**
 * Flags for a page or an app on a device. The server evaluates, with the rights of the customer in the context, the flags
 * that are marked for clients; the answers are kept here, current by a stream, and asked without waiting. A page may name
 * any customer, so what must not be had for the asking is checked on a server.
 *
 * @example
 * const flags = createBrowserClient({ address, clientSideId, context: { targetingKey: 'ada', customer: 'acme' } });
 * await flags.ready();
 * if (flags.flag('exports', false)) showExports();
 * flags.onChange((changed) => render());
 */
export function createBrowserClient(options: BrowserClientOptions): BrowserClient {
  const { clientSideId, context } = options;
  const address = String(options.address).replace(/\/+$/, '');
  const now = options.now ?? Date.now;
  const storage = options.storage === undefined ? ownStorage() : options.storage;
  const client = new ConnectedBrowserClient({
    address,
    key: String(clientSideId ?? ''),
    context,
    contextHash: options.contextHash ?? null,
    saved: new SavedAnswers(storage, `latchkey:${clientSideId}`, now),
    runtime: {
      // Called as a method of anything but the page, a browser's own refuses.
      fetch: options.fetch ?? ((url, init) => fetch(url, init)),
      now,
      random: Math.random,
      after: afterWhile,
      log: createLog(options.log ?? writeToConsole),
    },
  });
  onceSeen(() => client.refresh());
  return client;
}

interface Page {
  readonly localStorage?: KeyValueStorage;
  readonly document?: {
    readonly visibilityState: string;
    addEventListener(event: string, listener: () => void): void;
  };
}

function ownStorage(): KeyValueStorage | null {
  try {
    return (globalThis as Page).localStorage ?? null;
  } catch {
    // A page may be forbidden to keep anything, and then says so by throwing.
    return null;
  }
}

/** Timers of a page that nobody looks at are slow, and its streams may be cut. */
function onceSeen(action: () => void): void {
  const { document } = globalThis as Page;
  document?.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') action();
  });
}
