import type { EvaluationContext } from '@latchkey/engine';
import type { Decision, JsonValue, Patch } from '@latchkey/model';
import { Connection } from './connection.ts';
import { type CustomerHandle, customerHandle, type Holding } from './customer.ts';
import { type CheckOptions, type Decider, type FailMode, flagValue, type Widened } from './decide.ts';
import { type FlagDetails, flagDetails } from './flag-details.ts';
import type { Follower, FollowerEvents } from './follower.ts';
import type { HeldCustomer } from './held-customers.ts';
import { folderOf, LastKnownGood } from './last-known-good.ts';
import { Poller } from './poller.ts';
import { Refresher } from './refresher.ts';
import { Reporter } from './reporter.ts';
import type { Door } from './requests.ts';
import type { Runtime } from './runtime.ts';
import { Standing, type Status } from './standing.ts';
import { Usage } from './usage.ts';
import { UsageJournal } from './usage-journal.ts';
import { UsageQueue } from './usage-queue.ts';
import { UsageRequests } from './usage-requests.ts';
import { type ChangeListener, Watches } from './watches.ts';
import { World } from './world.ts';

/** Flags and entitlements of one environment, decided inside this process. No method throws or rejects. */
export interface Client {
  /**
   * Waits until the client is connected and current, and tells how it stands. Comes back early when the server cannot be
   * reached but a last known state can decide, and after `timeoutSeconds` (5) in any case. Waiting is not needed.
   */
  ready(options?: { readonly timeoutSeconds?: number }): Promise<Status>;

  status(): Status;

  /**
   * Loads a customer, unless it is in memory, and keeps it current. Without the server it is the last known state from
   * disk, and without that one about which nothing is known: fail modes decide until the server is back.
   */
  customer(key: string): Promise<CustomerHandle>;

  /** `customer` and `check` in one. */
  check(question: { readonly customer: string; readonly feature: string } & CheckOptions): Promise<Decision>;

  /**
   * What a flag answers for a context alone. `otherwise` comes back when the flag is unknown, malformed or of another
   * type than it. A flag that guards features answers for a customer: ask `customer.flag` for those.
   */
  flag<Value extends JsonValue>(
    flag: string,
    context: EvaluationContext | undefined,
    otherwise: Value,
  ): Widened<Value>;

  /** What a flag answers for a context alone, with its variant, reason and details in OpenFeature's words. */
  flagDetails(flag: string, context: EvaluationContext | undefined): FlagDetails;

  /** Calls back when a change has arrived, and when time itself begins or ends something. Returns what ends it. */
  onChange(listener: ChangeListener): () => void;

  /** Calls back when the client stands otherwise with its server: `live`, `stale`, `fallback`. Returns what ends it. */
  onStatus(listener: (status: Status) => void): () => void;

  /** Ends the connection and saves what is held. Questions are still answered, by the last known state. */
  close(): Promise<void>;
}

interface ClientSetup {
  readonly door: Door;
  readonly runtime: Runtime;
  readonly folder: string | null;
  readonly pollSeconds: number | null;
  readonly failMode: FailMode;
  readonly customersMax?: number;
  /** How often the counted answers are reported; null, or left out, counts nothing. */
  readonly reportSeconds?: number | null;
}

const readySeconds = 5;
/** A timer cannot hold much more than 24 days. */
const readySecondsMax = 86_400;

export class ConnectedClient implements Client {
  readonly #runtime: Runtime;
  readonly #world: World;
  readonly #standing: Standing;
  readonly #decider: Decider;
  readonly #watches: Watches;
  readonly #refresher: Refresher;
  readonly #disk: LastKnownGood | null;
  readonly #reporter: Reporter | null;
  readonly #follower: Follower;
  readonly #usage: Usage;
  readonly #useToTell: UsageQueue;
  readonly #holding: Holding;
  readonly #restored: Promise<void>;
  #isClosed = false;
  /** Since something was missed: what is held cannot be continued, only replaced. */
  #hasGap = false;

  constructor({ door, runtime, folder, pollSeconds, failMode, customersMax, reportSeconds }: ClientSetup) {
    this.#runtime = runtime;
    this.#world = new World(runtime.log, customersMax);
    this.#standing = new Standing(this.#world, runtime);
    this.#reporter = reportSeconds ? new Reporter(door, runtime, reportSeconds) : null;
    this.#reporter?.start();
    const { now, log } = runtime;
    this.#decider = { world: this.#world, failMode, now, log, tally: this.#reporter?.tally };
    this.#watches = new Watches(this.#decider, runtime);
    this.#disk = folder === null ? null : new LastKnownGood(folder, door, runtime);
    this.#refresher = new Refresher(door, runtime, this.#world, (held, snapshot) => {
      this.#disk?.saveCustomer(snapshot);
      this.#usage.readSnapshot(held);
      this.#watches.moved([held]);
    });
    const requests = new UsageRequests(door, runtime, () => this.#world.configuration);
    const journal = folder === null ? null : new UsageJournal(folderOf(folder, door), door, runtime);
    this.#useToTell = new UsageQueue(requests, runtime, journal, ({ meters }) => this.#usage.counted(meters));
    const telling = {
      requests,
      queue: this.#useToTell,
      isAway: () => this.#isClosed || this.#standing.isAway,
    };
    this.#usage = new Usage(this.#decider, telling, (held) => {
      if (held.listeners > 0) this.#watches.moved([held]);
    });
    const events = this.#events();
    this.#follower =
      pollSeconds === null
        ? new Connection(door, runtime, events)
        : new Poller(door, runtime, events, pollSeconds);
    this.#holding = {
      decider: this.#decider,
      watches: this.#watches,
      usage: this.#usage,
      returned: (held) => {
        if (!this.#isClosed) void this.#refresher.ask(held);
      },
    };
    this.#restored = this.#restore();
  }

  async ready({ timeoutSeconds = readySeconds }: { readonly timeoutSeconds?: number } = {}): Promise<Status> {
    await this.#restored;
    await this.#standing.ready(Math.min(timeoutSeconds, readySecondsMax) * 1000);
    return this.status();
  }

  status(): Status {
    return this.#standing.status();
  }

  async customer(key: string): Promise<CustomerHandle> {
    await this.#restored;
    const held = this.#world.customers.hold(String(key));
    if (held.snapshot === null) await this.#load(held);
    return customerHandle(held, this.#holding);
  }

  async check({
    customer,
    feature,
    ...options
  }: { readonly customer: string; readonly feature: string } & CheckOptions): Promise<Decision> {
    return (await this.customer(customer)).check(feature, options);
  }

  flag<Value extends JsonValue>(
    flag: string,
    context: EvaluationContext | undefined,
    otherwise: Value,
  ): Widened<Value> {
    return flagValue(this.#decider, null, flag, context, otherwise);
  }

  flagDetails(flag: string, context: EvaluationContext | undefined): FlagDetails {
    return flagDetails(this.#decider, null, flag, context);
  }

  onChange(listener: ChangeListener): () => void {
    return this.#watches.onChange(listener);
  }

  onStatus(listener: (status: Status) => void): () => void {
    return this.#standing.onStatus(listener);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#follower.close();
    this.#refresher.close();
    this.#watches.close();
    this.#world.isConnected = false;
    this.#standing.close();
    await this.#restored;
    await this.#reporter?.close();
    await this.#useToTell.close();
    this.#saveFigures();
    await this.#disk?.close();
  }

  /** What was saved is read before the first connection, so that only what came after it has to be sent. */
  async #restore(): Promise<void> {
    const restored = (await this.#disk?.restore()) ?? null;
    await this.#useToTell.restore();
    if (restored !== null && this.#world.put(restored.configuration)) {
      this.#standing.restored(restored.confirmedAt);
      this.#watches.moved('all');
    }
    if (!this.#isClosed) this.#follower.start();
  }

  /** While the server is known to be away, nobody waits for it who can be answered without. */
  async #load(held: HeldCustomer): Promise<void> {
    if (this.#isClosed || (this.#standing.isAway && (await this.#loadSaved(held)))) return;
    await this.#refresher.ask(held);
    if (held.snapshot === null) await this.#loadSaved(held);
  }

  async #loadSaved(held: HeldCustomer): Promise<boolean> {
    const snapshot = (await this.#disk?.restoreCustomer(held.key)) ?? null;
    if (snapshot === null || held.snapshot !== null) return held.snapshot !== null;
    held.snapshot = snapshot;
    this.#usage.readSnapshot(held);
    if (this.#world.isConnected) void this.#refresher.ask(held);
    this.#watches.moved([held]);
    return true;
  }

  #events(): FollowerEvents {
    const world = this.#world;
    return {
      lastEventId: () => {
        const { configuration } = world;
        return configuration === null || this.#hasGap
          ? null
          : `${configuration.epoch}:${configuration.revision}`;
      },
      onHeard: () => {
        if (world.configuration === null || this.#hasGap) return;
        this.#live();
      },
      onConfiguration: (configuration) => {
        this.#hasGap = false;
        if (!world.put(configuration)) return;
        this.#disk?.save(() => world.configuration);
        this.#live();
        this.#refresher.refreshAll();
        this.#watches.moved('all');
      },
      onPatch: (patch) => this.#apply(patch),
      onGap: () => {
        this.#hasGap = true;
      },
      onLost: (error) => {
        world.isConnected = false;
        this.#standing.lost(error);
        this.#saveFigures();
        const { status, message } = this.status().lastError ?? {};
        this.#runtime.log.once({ level: 'warn', event: away, status, error: message });
      },
    };
  }

  #apply(patch: Patch): boolean {
    const touched = this.#world.patch(patch);
    if (touched === 'gap') return false;
    if (touched === 'known') return true;
    this.#disk?.save(() => this.#world.configuration);
    this.#refresher.refresh(touched);
    if (patch.changes.length > 0) this.#watches.moved('all');
    return true;
  }

  #live(): void {
    const wasAway = !this.#world.isConnected;
    this.#world.isConnected = true;
    this.#standing.live();
    this.#disk?.confirm();
    if (!wasAway) return;
    this.#runtime.log.forget(away);
    this.#refresher.refreshAll();
    void this.#useToTell.flush();
  }

  /** What was counted since the snapshots came: saved when it may be needed, not at every request. */
  #saveFigures(): void {
    for (const { snapshot, figures } of this.#world.customers)
      if (snapshot !== null && !figures.isEmpty)
        this.#disk?.saveCustomer({ ...snapshot, meters: figures.readings });
  }
}

const away = 'the server cannot be followed; the last known state decides';
