import { check, nextTransition } from '@latchkey/engine';
import type { Decision } from '@latchkey/model';
import { type Decider, decide, decideAll } from './decide.ts';
import type { HeldCustomer } from './held-customers.ts';
import { createLog } from './log.ts';
import { atMoment, type Cancel, type Runtime } from './runtime.ts';

/** Something is different from before. */
export interface Change {
  /** `change`: somebody changed something. `time`: something began or ended by the clock alone. */
  readonly because: 'change' | 'time';
  /** Of the configuration; 0 before there is one. */
  readonly revision: number;
  /** The customers in memory whose answers may differ now; `all` when what they share changed. */
  readonly customers: readonly string[] | 'all';
}

export type ChangeListener = (change: Change) => void;
/** Gets the decisions that differ from before, as they are now. */
export type DecisionListener = (changed: readonly Decision[]) => void;

interface Watch {
  readonly listeners: Set<DecisionListener>;
  told: ReadonlyMap<string, Decision>;
}

/** Customers looked at before others get a turn of the process. */
const customersPerTurn = 50;

/** Tells those who want to know, when data arrived and when time itself changes an answer. */
export class Watches {
  readonly #decider: Decider;
  readonly #runtime: Runtime;
  readonly #clientListeners = new Set<ChangeListener>();
  readonly #watched = new Map<HeldCustomer, Watch>();
  /** When time next changes something, by customer; epoch milliseconds. */
  readonly #moments = new Map<HeldCustomer, number>();
  #unseen = new Set<HeldCustomer>();
  #isLooking = false;
  #isClosed = false;
  #cancelTimer: Cancel = () => undefined;

  constructor(decider: Decider, runtime: Runtime) {
    this.#decider = decider;
    this.#runtime = runtime;
  }

  onChange(listener: ChangeListener): Cancel {
    this.#clientListeners.add(listener);
    this.#look(this.#decider.world.customers);
    return () => {
      this.#clientListeners.delete(listener);
    };
  }

  onDecisions(held: HeldCustomer, listener: DecisionListener): Cancel {
    const watch = this.#watched.get(held) ?? { listeners: new Set(), told: this.#decisionsOf(held) };
    this.#watched.set(held, watch);
    watch.listeners.add(listener);
    held.listeners += 1;
    this.#look([held]);
    return () => {
      if (!watch.listeners.delete(listener)) return;
      held.listeners -= 1;
      if (watch.listeners.size > 0) return;
      this.#watched.delete(held);
      if (this.#clientListeners.size === 0) this.#moments.delete(held);
    };
  }

  /** What was held is another now, for some customers or for all. */
  moved(customers: readonly HeldCustomer[] | 'all', because: Change['because'] = 'change'): void {
    const { world } = this.#decider;
    const revision = world.configuration?.revision ?? 0;
    const named = customers === 'all' ? customers : customers.map(({ key }) => key);
    this.#look(customers === 'all' ? world.customers : customers);
    for (const listener of this.#clientListeners)
      this.#tell(() => listener({ because, revision, customers: named }));
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelTimer();
    this.#unseen.clear();
  }

  #look(customers: Iterable<HeldCustomer>): void {
    for (const held of customers) {
      if (this.#watched.has(held) || this.#clientListeners.size > 0) this.#unseen.add(held);
    }
    if (!this.#isLooking) this.#lookAtSome();
  }

  /** A few customers a turn: a change for all of them must not hold up the application's own work. */
  #lookAtSome(): void {
    this.#isLooking = true;
    let left = customersPerTurn;
    for (const held of this.#unseen) {
      if (left === 0) break;
      left -= 1;
      this.#unseen.delete(held);
      this.#noteMoment(held);
      this.#compare(held);
    }
    if (this.#unseen.size > 0 && !this.#isClosed) {
      setImmediate(() => this.#lookAtSome());
      return;
    }
    this.#isLooking = false;
    this.#setTimer();
  }

  #compare(held: HeldCustomer): void {
    const watch = this.#watched.get(held);
    if (watch === undefined) return;
    const now = this.#decisionsOf(held);
    const changed = [...now.values()].filter(
      (decision) => !isAsBefore(watch.told.get(decision.feature), decision),
    );
    // A feature that left the catalogue is told of by the answer that its question gets from now on.
    for (const feature of watch.told.keys()) {
      if (!now.has(feature)) changed.push(decide(this.#quietly(), held, feature, undefined, check));
    }
    watch.told = now;
    if (changed.length === 0) return;
    for (const listener of watch.listeners) this.#tell(() => listener(changed));
  }

  /** Nobody asked, so an unknown feature is nobody's mistake. */
  #quietly(): Decider {
    const { world, failMode, now } = this.#decider;
    return { world, failMode, now, log: createLog(() => undefined) };
  }

  #decisionsOf(held: HeldCustomer): ReadonlyMap<string, Decision> {
    return new Map(decideAll(this.#decider, held, {}).map((decision) => [decision.feature, decision]));
  }

  #noteMoment(held: HeldCustomer): void {
    const { world, now, log } = this.#decider;
    this.#moments.delete(held);
    try {
      const subject = world.subject(held);
      if (subject === null) return;
      const moment = nextTransition(subject.configuration, subject.customer, now());
      if (Number.isFinite(moment)) this.#moments.set(held, moment);
    } catch (error) {
      log.once({ level: 'warn', event: 'a decision failed', error: String(error) });
    }
  }

  #setTimer(): void {
    this.#cancelTimer();
    if (this.#isClosed) return;
    let soonest = Number.POSITIVE_INFINITY;
    for (const moment of this.#moments.values()) soonest = Math.min(soonest, moment);
    if (soonest !== Number.POSITIVE_INFINITY)
      this.#cancelTimer = atMoment(this.#runtime, soonest, () => this.#timeCame());
  }

  #timeCame(): void {
    const now = this.#runtime.now();
    const due = [...this.#moments].filter(([, moment]) => moment <= now).map(([held]) => held);
    // Who was let go meanwhile, and is asked about by nobody, is of no interest any more.
    const { customers } = this.#decider.world;
    const interesting = due.filter((held) => this.#watched.has(held) || customers.peek(held.key) === held);
    for (const held of due) this.#moments.delete(held);
    if (interesting.length > 0) this.moved(interesting, 'time');
    else this.#setTimer();
  }

  #tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#decider.log.once({ level: 'warn', event: 'a listener failed', error: String(error) });
    }
  }
}

/** Revision, freshness and the date of the next change are about the answer; what the customer may do is the answer. */
function isAsBefore(before: Decision | undefined, now: Decision): boolean {
  return before !== undefined && answerOf(before) === answerOf(now);
}

const answerOf = ({
  allowed,
  reason,
  value,
  limit,
  used,
  remaining,
  enforcement,
  warnings,
}: Decision): string =>
  JSON.stringify([allowed, reason, value, limit, used, remaining, enforcement, warnings]);
