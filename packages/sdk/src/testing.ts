import type { EvaluationContext } from '@latchkey/engine';
import type { JsonValue } from '@latchkey/model';
import type { Client } from './client.ts';
import { type CustomerHandle, customerHandle, type Holding } from './customer.ts';
import { type CheckOptions, type Decider, type FailMode, flagValue, type Widened } from './decide.ts';
import { flagDetails } from './flag-details.ts';
import { createLog } from './log.ts';
import { afterWhile } from './runtime.ts';
import { configurationOf, type Said, snapshotOf, type TestRight } from './said.ts';
import type { Status } from './standing.ts';
import { Usage } from './usage.ts';
import { UsageQueue } from './usage-queue.ts';
import { UsageRequests } from './usage-requests.ts';
import { type ChangeListener, Watches } from './watches.ts';
import { emptySnapshot, World } from './world.ts';

export type { TestRight } from './said.ts';

export interface TestClientOptions {
  /** What customers have, by customer and feature: `{ acme: { exports: true, seats: 10 } }`. */
  readonly customers?: { readonly [customer: string]: { readonly [feature: string]: TestRight } };
  /** What flags answer, to everybody. */
  readonly flags?: { readonly [flag: string]: JsonValue };
  /** Features that nobody has at first, so that asking about them is denied with `not_entitled` and not as unknown. */
  readonly features?: readonly string[];
  /** `live` unless said. `stale` decides alike and says so; `fallback` knows nothing, so that fail modes decide. */
  readonly state?: 'live' | 'stale' | 'fallback';
  readonly failMode?: FailMode;
  /** The clock by which rights begin and end, epoch milliseconds. */
  readonly now?: () => number;
}

/** A client with levers. */
export interface TestClient extends Client {
  /** Gives, changes or takes (`false`) what one customer has; what is not named stays. Listeners are told. */
  set(customer: string, rights: { readonly [feature: string]: TestRight }): void;
  setFlag(flag: string, value: JsonValue): void;
  /** As when the server goes away or comes back. */
  setState(state: 'live' | 'stale' | 'fallback'): void;
}

/**
 * The client without a server, for an application's own tests: the same decisions by the same rules, from what the test
 * says. Nothing is read, written or sent.
 *
 * @example
 * const latchkey = createTestClient({ customers: { acme: { exports: true, seats: 10 } } });
 * latchkey.set('acme', { exports: false });
 */
export function createTestClient(options: TestClientOptions = {}): TestClient {
  const now = options.now ?? Date.now;
  const log = createLog(() => undefined);
  const said: Said = {
    features: new Set(options.features),
    flags: new Map(Object.entries(options.flags ?? {})),
    rights: new Map(
      Object.entries(options.customers ?? {}).map(([key, rights]) => [key, new Map(Object.entries(rights))]),
    ),
  };
  const statusListeners = new Set<(status: Status) => void>();
  let revision = 0;
  let state = options.state ?? 'live';
  const world = new World(log, Number.POSITIVE_INFINITY);
  const nothing = new World(log, Number.POSITIVE_INFINITY);
  const decider: Decider = {
    get world() {
      return state === 'fallback' ? nothing : world;
    },
    failMode: options.failMode ?? 'deny',
    now,
    log,
  };
  const watches = new Watches(decider, { fetch, now, random: Math.random, after: afterWhile, log });

  /** Everything anew: tests are small, and so nothing old can be left over. */
  const tell = (): void => {
    revision += 1;
    world.isConnected = state === 'live';
    world.put(configurationOf(said, revision));
    for (const held of world.customers) held.take(snapshotFor(held.key));
    watches.moved('all');
  };
  const snapshotFor = (key: string) => {
    const rights = said.rights.get(key);
    return rights ? snapshotOf(key, rights, revision) : emptySnapshot(key, { epoch: 'test', revision });
  };
  // As while the server is away: counted here, and told to nobody.
  const silent = { fetch, now, random: Math.random, after: () => () => undefined, log };
  const requests = new UsageRequests({ address: '', sdkKey: '' }, silent, () => null);
  const queue = new UsageQueue(requests, silent, null, () => undefined);
  const usage = new Usage(decider, { requests, queue, isAway: () => true }, (held) => watches.moved([held]));
  const holding: Holding = { decider, watches, usage, returned: () => undefined };
  tell();

  const customer = (key: string): Promise<CustomerHandle> => {
    const held = world.customers.hold(key);
    if (held.snapshot === null) held.take(snapshotFor(key));
    return Promise.resolve(customerHandle(held, holding));
  };
  const status: Client['status'] = () => ({
    state,
    revision: decider.world.configuration?.revision ?? null,
    epoch: decider.world.configuration?.epoch ?? null,
    ageSeconds: decider.world.configuration === null ? null : 0,
    lastError: null,
  });
  return {
    ready: () => Promise.resolve(status()),
    status,
    customer,
    check: async ({
      customer: key,
      feature,
      ...more
    }: { customer: string; feature: string } & CheckOptions) => (await customer(key)).check(feature, more),
    flag: <Value extends JsonValue>(
      flag: string,
      context: EvaluationContext | undefined,
      otherwise: Value,
    ): Widened<Value> => flagValue(decider, null, flag, context, otherwise),
    flagDetails: (flag, context) => flagDetails(decider, null, flag, context),
    onChange: (listener: ChangeListener) => watches.onChange(listener),
    onStatus(listener) {
      statusListeners.add(listener);
      return () => {
        statusListeners.delete(listener);
      };
    },
    close: () => {
      watches.close();
      return Promise.resolve();
    },
    set(key, rights) {
      const known = said.rights.get(key) ?? new Map<string, TestRight>();
      for (const [feature, right] of Object.entries(rights)) known.set(feature, right);
      said.rights.set(key, known);
      tell();
    },
    setFlag(flag, value) {
      said.flags.set(flag, value);
      tell();
    },
    setState(next) {
      const isOther = state !== next;
      state = next;
      tell();
      if (isOther) for (const listener of statusListeners) listener(status());
    },
  };
}
