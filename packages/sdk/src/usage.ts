import { check, type EvaluationContext, meterOf, nothingCounted, worldOf } from '@latchkey/engine';
import type { Decision, JsonValue, MeterReading } from '@latchkey/model';
import { type Decider, decide } from './decide.ts';
import type { HeldCustomer } from './held-customers.ts';
import { isKeyRefused, isWorthRepeating, RefusedRequest } from './requests.ts';
import type { UsageQueue } from './usage-queue.ts';
import type { UsageRequests } from './usage-requests.ts';

export interface ConsumeOptions {
  /** How much; 1 unless said. */
  readonly quantity?: number | undefined;
  /** The same key counts once, however often it is sent: for requests that are tried again. */
  readonly idempotencyKey?: string | undefined;
  /** Who uses it within the customer. */
  readonly context?: EvaluationContext | undefined;
  /** By what else it may be told apart later: a region, an endpoint. */
  readonly dimensions?: { readonly [name: string]: JsonValue } | undefined;
}

export interface ReserveOptions extends Omit<ConsumeOptions, 'dimensions'> {
  /** When the hold ends by itself; 300 unless said. */
  readonly expiresInSeconds?: number | undefined;
}

export interface ReportOptions extends Omit<ConsumeOptions, 'context'> {
  /** When it was used, epoch milliseconds; now unless said. */
  readonly at?: number | undefined;
}

/** The answer to `consume`: look at `allowed`. */
export interface Consumption extends Decision {
  /** What was counted: the whole quantity, or nothing. */
  readonly consumed: number;
  /** What of it went beyond the allowance. */
  readonly overage: number;
  /** It had been counted before under its key. */
  readonly duplicate: boolean;
  /** The server was away: it was decided here, and is reported once the server is back. */
  readonly queued: boolean;
  /** Why the server would not take the request at all, by its stable code; else null. */
  readonly problem: string | null;
}

/** Some of a meter, held until it is known how much was used. */
export interface Hold {
  readonly decision: Decision;
  /** What is held: the whole quantity, or nothing. */
  readonly quantity: number;
  /** Counts what was really used, less or more, once. False when there was nothing held, or it was ended before. */
  settle(quantity: number): Promise<boolean>;
  /** Gives it back unused. */
  release(): Promise<boolean>;
}

/** What is not told to the server yet, and how to tell it. */
interface Telling {
  readonly requests: UsageRequests;
  readonly queue: UsageQueue;
  /** Whether the server is known not to answer. */
  readonly isAway: () => boolean;
}

interface LocalHold {
  readonly customer: string;
  readonly feature: string;
  readonly quantity: number;
}

/** Asks the server where use is counted; while it is away, decides by what was known last and tells it afterwards. */
export class Usage {
  readonly #decider: Decider;
  readonly #telling: Telling;
  readonly #moved: (held: HeldCustomer) => void;
  readonly #holds = new Set<LocalHold>();

  constructor(decider: Decider, telling: Telling, moved: (held: HeldCustomer) => void) {
    this.#decider = decider;
    this.#telling = telling;
    this.#moved = moved;
  }

  async consume(held: HeldCustomer, feature: string, options: ConsumeOptions = {}): Promise<Consumption> {
    const { requests } = this.#telling;
    const { quantity = 1, context, dimensions } = options;
    const key = options.idempotencyKey ?? crypto.randomUUID();
    let isSent = false;
    if (!this.#telling.isAway()) {
      try {
        const asked = { customer: held.key, feature, quantity, idempotencyKey: key, context, dimensions };
        const { meter, ...reply } = await requests.consume(asked);
        this.#read(held, feature, meter);
        return { ...reply, freshness: 'live', queued: false, problem: null };
      } catch (error) {
        if (!isPassing(error)) return refused(this.#decide(held, feature, options), error);
        isSent = true;
      }
    }
    return this.#consumeAlone(
      held,
      feature,
      { ...options, quantity, idempotencyKey: key },
      {
        takeBack: isSent && options.idempotencyKey === undefined,
      },
    );
  }

  async reserve(held: HeldCustomer, feature: string, options: ReserveOptions = {}): Promise<Hold> {
    const { quantity = 1, expiresInSeconds, context, idempotencyKey = crypto.randomUUID() } = options;
    if (!this.#telling.isAway()) {
      try {
        const asked = { customer: held.key, feature, quantity, expiresInSeconds, idempotencyKey, context };
        const { reservation, decision, meter } = await this.#telling.requests.reserve(asked);
        this.#read(held, feature, meter);
        return reservation === null
          ? nothingHeld(decision)
          : this.#holdThere(held, feature, { decision, quantity, id: reservation.id });
      } catch (error) {
        if (!isPassing(error)) return nothingHeld(refused(this.#decide(held, feature, options), error));
      }
    }
    return this.#holdHere(held, feature, { ...options, quantity });
  }

  /** Tells what was used already; it is counted whatever the limit. Resolves when it is kept, before the server knows. */
  async report(held: HeldCustomer, feature: string, options: ReportOptions = {}): Promise<void> {
    const { quantity = 1, idempotencyKey: key = crypto.randomUUID(), dimensions } = options;
    const at = new Date(options.at ?? this.#decider.now()).toISOString();
    const isNew = !this.#telling.queue.has(key);
    const kept = this.#telling.queue.add({
      event: { key, customer: held.key, feature, quantity, at, ...(dimensions && { dimensions }) },
    });
    if (isNew) this.#count(held, feature, quantity);
    await kept;
  }

  /** Takes over what a snapshot says was counted, with what was not told yet on top of it. */
  readSnapshot(held: HeldCustomer): void {
    const { snapshot, figures } = held;
    if (snapshot === null) return;
    if (figures.epoch !== snapshot.epoch) figures.clear(snapshot.epoch);
    for (const [feature, reading] of Object.entries(snapshot.meters ?? {})) figures.read(feature, reading);
    this.#recount(held);
  }

  /** The same for what the server said after it was told. */
  counted(readings: readonly { customer: string; feature: string; meter: MeterReading }[]): void {
    const touched = new Set<HeldCustomer>();
    for (const { customer, feature, meter } of readings) {
      const held = this.#decider.world.customers.peek(customer);
      if (held === null) continue;
      held.figures.read(feature, meter);
      touched.add(held);
    }
    for (const held of touched) {
      this.#recount(held);
      this.#moved(held);
    }
  }

  #read(held: HeldCustomer, feature: string, meter: MeterReading): void {
    held.figures.read(feature, meter);
    this.#recount(held, feature);
    this.#moved(held);
  }

  /** Puts what is not told yet on top of what the server said. */
  #recount(held: HeldCustomer, only?: string): void {
    const events = this.#telling.queue.of(held.key);
    const holds = [...this.#holds].filter(({ customer }) => customer === held.key);
    const features = new Set([...events, ...holds].map(({ feature }) => feature));
    for (const feature of features) {
      if (only !== undefined && feature !== only) continue;
      held.figures.restart(feature);
      for (const event of events) if (event.feature === feature) this.#put(held, feature, event.quantity);
      for (const hold of holds)
        if (hold.feature === feature) this.#put(held, feature, hold.quantity, 'reserved');
    }
  }

  async #consumeAlone(
    held: HeldCustomer,
    feature: string,
    options: ConsumeOptions & { readonly quantity: number; readonly idempotencyKey: string },
    { takeBack }: { readonly takeBack: boolean },
  ): Promise<Consumption> {
    const { quantity, idempotencyKey: key, dimensions } = options;
    const { queue } = this.#telling;
    const { now } = this.#decider;
    const at = new Date(now()).toISOString();
    const of = { customer: held.key, feature, at };
    const rest = { overage: 0, duplicate: false, queued: false, problem: null };
    if (queue.has(key))
      return {
        ...this.#decideAlone(held, feature, {}),
        ...rest,
        consumed: quantity,
        duplicate: true,
        queued: true,
      };
    const decision = this.#decideAlone(held, feature, options);
    if (!decision.allowed || queue.isFull) {
      // Whether the server counted it nobody knows; if it did, it was not used.
      if (takeBack)
        await queue.add({ event: { ...of, key: crypto.randomUUID(), quantity: 0, corrects: key } });
      const isLost = decision.allowed && decision.reason !== 'fail_mode';
      const denied = isLost ? ({ ...decision, allowed: false, reason: 'no_data' } as const) : decision;
      return { ...denied, ...rest, consumed: 0, problem: queue.isFull ? 'queue_full' : null };
    }
    const kept = queue.add({ event: { ...of, key, quantity, ...(dimensions && { dimensions }) } });
    const overage = this.#count(held, feature, quantity);
    await kept;
    return { ...this.#withFigures(held, decision), ...rest, consumed: quantity, overage, queued: true };
  }

  /** By the last known figures, and what the feature is said to do while the server is away. */
  #decideAlone(held: HeldCustomer, feature: string, options: ConsumeOptions): Decision {
    const decision = this.#decide(held, feature, options);
    if (decision.freshness === 'fallback') return decision;
    const failMode = this.#decider.world.compiled()?.features.get(feature)?.failMode ?? 'last_known';
    const isAtLimit = decision.reason === 'limit_reached' || decision.reason === 'cap_reached';
    if (failMode === 'deny' && decision.allowed)
      return { ...decision, allowed: false, reason: 'no_data', freshness: 'fallback' };
    if (failMode === 'allow' && isAtLimit)
      return { ...decision, allowed: true, reason: 'fail_mode', freshness: 'fallback' };
    return { ...decision, freshness: 'stale' };
  }

  #decide(held: HeldCustomer, feature: string, { quantity, context }: ConsumeOptions): Decision {
    return decide(this.#decider, held, feature, { quantity, context }, check);
  }

  #withFigures(held: HeldCustomer, decision: Decision): Decision {
    const { limit, used, reserved, remaining } = this.#decide(held, decision.feature, {});
    return decision.freshness === 'fallback' ? decision : { ...decision, limit, used, reserved, remaining };
  }

  /** Returns what of it no allowance had room for. */
  #count(held: HeldCustomer, feature: string, quantity: number): number {
    const overage = this.#put(held, feature, quantity);
    this.#moved(held);
    return overage;
  }

  #put(held: HeldCustomer, feature: string, quantity: number, column: 'used' | 'reserved' = 'used'): number {
    const { world, now } = this.#decider;
    const subject = world.subject(held);
    const known = subject?.configuration.features.get(feature);
    if (!subject || !known || !(quantity > 0)) return 0;
    if (!subject.customer.meters.has(feature)) held.figures.put(feature, nothingCounted);
    const customer = held.figures.of(subject.customer);
    const meter = meterOf(worldOf(subject.configuration, customer, known, now()));
    const taking = column === 'used' ? meter?.count(quantity) : meter?.take(quantity, column);
    if (!taking || taking.denied !== null) return 0;
    held.figures.put(feature, taking.state);
    return taking.overage;
  }

  #holdThere(
    held: HeldCustomer,
    feature: string,
    {
      decision,
      quantity,
      id,
    }: { readonly decision: Decision; readonly quantity: number; readonly id: string },
  ): Hold {
    const { requests, queue } = this.#telling;
    let isOpen = true;
    return {
      decision,
      quantity,
      settle: async (used) => {
        if (!isOpen) return false;
        isOpen = false;
        const at = new Date(this.#decider.now()).toISOString();
        const event = { key: `reservation ${id}`, customer: held.key, feature, quantity: used, at };
        if (!this.#telling.isAway()) {
          try {
            this.#read(held, feature, (await requests.settle(id, used)).meter);
            return true;
          } catch (error) {
            if (!isPassing(error) && !(error instanceof RefusedRequest && error.code === 'reservation_over'))
              return false;
          }
        }
        const kept = queue.add({ event, reservation: id });
        this.#count(held, feature, used);
        return kept;
      },
      release: async () => {
        if (!isOpen) return false;
        isOpen = false;
        try {
          this.#read(held, feature, (await requests.release(id)).meter);
          return true;
        } catch {
          // It ends by itself.
          return false;
        }
      },
    };
  }

  /** Held in this process only, for as long as it runs. */
  #holdHere(
    held: HeldCustomer,
    feature: string,
    options: ReserveOptions & { readonly quantity: number },
  ): Hold {
    const decision = this.#decideAlone(held, feature, options);
    if (!decision.allowed) return nothingHeld(decision);
    const { quantity } = options;
    const hold: LocalHold = { customer: held.key, feature, quantity };
    this.#holds.add(hold);
    this.#put(held, feature, quantity, 'reserved');
    const end = (): boolean => {
      const wasOpen = this.#holds.delete(hold);
      if (wasOpen) {
        held.figures.restart(feature);
        this.#recount(held, feature);
      }
      return wasOpen;
    };
    return {
      decision,
      quantity,
      settle: async (used) => {
        if (!end()) return false;
        if (used > 0) await this.report(held, feature, { quantity: used });
        return true;
      },
      release: () => Promise.resolve(end()),
    };
  }
}

const nothingHeld = (decision: Decision): Hold => ({
  decision,
  quantity: 0,
  settle: () => Promise.resolve(false),
  release: () => Promise.resolve(false),
});

const isPassing = (error: unknown): boolean => isWorthRepeating(error) || isKeyRefused(error);

function refused(decision: Decision, error: unknown): Consumption {
  const problem = error instanceof RefusedRequest ? error.code : 'unavailable';
  const { reason } = decision;
  return {
    ...decision,
    allowed: false,
    reason: decision.allowed ? 'no_data' : reason,
    consumed: 0,
    overage: 0,
    duplicate: false,
    queued: false,
    problem,
  };
}
