import type { EvaluationContext } from '@latchkey/engine';
import type { Configuration, Decision, JsonValue, LicenceClaims, RevocationClaims } from '@latchkey/model';
import type { Client } from '../client.ts';
import { type CustomerHandle, customerHandle, type Holding } from '../customer.ts';
import { type CheckOptions, type Decider, type FailMode, flagValue, type Widened } from '../decide.ts';
import { type FlagDetails, flagDetails } from '../flag-details.ts';
import { atMoment, type Cancel, type Runtime } from '../runtime.ts';
import type { Status } from '../standing.ts';
import { Usage } from '../usage.ts';
import { UsageQueue } from '../usage-queue.ts';
import { UsageRequests } from '../usage-requests.ts';
import { type ChangeListener, Watches } from '../watches.ts';
import { World } from '../world.ts';
import {
  decides,
  type Evidence,
  type LicenceStanding,
  type LicenceState,
  momentsOf,
  standingOf,
} from './standing.ts';
import type { Watermark } from './watermark.ts';

/** A client that decides by a licence file. It never asks anybody. */
export interface LicensedClient extends Client {
  /** How the licence stands at this moment. */
  licence(): LicenceStanding;
}

interface Setup {
  readonly evidence: Omit<Evidence, 'seen'>;
  readonly watermark: Watermark | null;
  readonly failMode: FailMode;
  readonly runtime: Runtime;
}

/** Decides by what was signed for as long as that is believed; before and after it knows nothing but fail modes. */
export class OfflineClient implements LicensedClient {
  readonly #evidence: Omit<Evidence, 'seen'>;
  readonly #watermark: Watermark | null;
  readonly #runtime: Runtime;
  readonly #claims: LicenceClaims | null;
  readonly #list: RevocationClaims | null;
  readonly #world: World;
  readonly #decider: Decider;
  readonly #watches: Watches;
  readonly #holding: Holding;
  readonly #listeners = new Set<(status: Status) => void>();
  #state: LicenceState | null = null;
  #cancelTimer: Cancel = () => undefined;
  #isClosed = false;

  constructor({ evidence, watermark, failMode, runtime }: Setup) {
    this.#evidence = evidence;
    this.#watermark = watermark;
    this.#runtime = runtime;
    this.#claims = evidence.licence?.genuine ? evidence.licence.claims : null;
    this.#list = evidence.revocations?.genuine ? evidence.revocations.claims : null;
    this.#world = new World(runtime.log, Number.POSITIVE_INFINITY);
    const worldNow = (): World => this.#settled();
    this.#decider = {
      get world() {
        return worldNow();
      },
      failMode,
      now: runtime.now,
      log: runtime.log,
    };
    this.#watches = new Watches(this.#decider, runtime);
    this.#holding = {
      decider: this.#decider,
      watches: this.#watches,
      usage: this.#localUsage(),
      returned: () => undefined,
    };
    this.#settled();
    this.#waitForTime();
  }

  licence(): LicenceStanding {
    return standingOf({ ...this.#evidence, seen: this.#watermark?.seen ?? null }, this.#runtime.now());
  }

  ready(): Promise<Status> {
    return Promise.resolve(this.status());
  }

  status(): Status {
    const { state, detail } = this.licence();
    const { configuration } = this.#settled();
    const now = this.#runtime.now();
    const at = new Date(now).toISOString();
    return {
      state: state === 'valid' ? 'live' : state === 'in_grace' ? 'stale' : 'fallback',
      revision: configuration?.revision ?? null,
      epoch: configuration?.epoch ?? null,
      ageSeconds: this.#claims === null ? null : Math.max(0, Math.round(now / 1000 - this.#claims.iat)),
      lastError: state === 'valid' ? null : { message: detail, status: null, at },
    };
  }

  customer(key: string): Promise<CustomerHandle> {
    const world = this.#settled();
    const held = world.customers.hold(String(key));
    if (held.snapshot === null) this.#supply();
    return Promise.resolve(customerHandle(held, this.#holding));
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
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer();
    this.#watches.close();
    await this.#watermark?.close();
  }

  /** What is believed at this very moment: looked at with every question, so that no timer has to be on time. */
  #settled(): World {
    const { state } = this.licence();
    if (this.#claims !== null && notesTime(state))
      this.#watermark?.note(this.#claims, this.#list, this.#runtime.now());
    if (state !== this.#state) {
      this.#state = state;
      this.#world.isConnected = state === 'valid';
      if (this.#claims !== null) {
        const { configuration } = this.#claims.latchkey;
        this.#world.put(decides(state) ? configuration : failModesOf(configuration));
      }
      this.#supply();
    }
    return this.#world;
  }

  /** The one customer that the licence is for, while it is believed. */
  #supply(): void {
    if (this.#claims === null) return;
    const held = this.#world.customers.peek(this.#claims.sub);
    if (held === null) return;
    if (this.#state !== null && decides(this.#state)) held.take(this.#claims.latchkey.customer);
    else held.snapshot = null;
  }

  #waitForTime(): void {
    if (this.#claims === null || this.#isClosed) return;
    const now = this.#runtime.now();
    const next = momentsOf(this.#claims).find((moment) => moment > now);
    if (next === undefined) return;
    this.#cancelTimer = atMoment(this.#runtime, next, () => {
      this.#settled();
      this.#watches.moved('all', 'time');
      this.#tell();
      this.#waitForTime();
    });
  }

  #tell(): void {
    const status = this.status();
    for (const listener of this.#listeners) {
      try {
        listener(status);
      } catch (error) {
        const event = 'a listener failed';
        this.#runtime.log.once({ level: 'warn', event, error: String(error) });
      }
    }
  }

  /** Counted in this process, and told to nobody. */
  #localUsage(): Usage {
    const silent = { ...this.#runtime, after: () => () => undefined };
    const requests = new UsageRequests({ address: '', sdkKey: '' }, silent, () => null);
    const queue = new UsageQueue(requests, silent, null, () => undefined);
    return new Usage(this.#decider, { requests, queue, isAway: () => true }, (held) =>
      this.#watches.moved([held]),
    );
  }
}

/** A file that is not for here, or was put back, says nothing about how far this machine has come. */
const notesTime = (state: LicenceState): boolean =>
  decides(state) || state === 'expired' || state === 'revoked';

/** What remains when nothing is believed: what each feature answers without data. Flags answer the caller's own defaults. */
const failModesOf = (configuration: Configuration): Configuration => ({
  ...configuration,
  defaultPlan: null,
  flags: [],
  targeting: [],
  segments: [],
  plans: [],
  planVersions: [],
  publications: [],
  grants: [],
});
