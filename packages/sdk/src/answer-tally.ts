import type { CheckCount, Decision, EvaluationCount } from '@latchkey/model';

const hourMilliseconds = 3_600_000;

/** What a report holds at most, a few hundred bytes each; the answers of a hundred features for fifty customers. */
const defaultMax = 5_000;
/** From here on somebody should take what there is, before it finds no more room. */
const fullShare = 0.8;

interface Count {
  count: number;
  at: number;
}
interface Outcome extends Count {
  readonly allowed: boolean;
  readonly reason: Decision['reason'];
}

/** Answers that belong to one hour of the clock, so that an application that was cut off can tell of each. */
interface Hour {
  readonly number: number;
  /** By flag; the positions are those of its variations, after the application's own default. */
  readonly flags: Map<string, (Count | undefined)[]>;
  readonly features: Map<string, Map<string, Map<string, Outcome>>>;
}

interface Counts {
  readonly evaluations: readonly EvaluationCount[];
  readonly checks: readonly CheckCount[];
  /** Answers that found no room. */
  readonly dropped: number;
}

/** Adds up the answers that were given: a look into two or three maps each, and never more than it has room for. */
export class AnswerTally {
  readonly #max: number;
  readonly #onFull: () => void;
  #hours: Hour[] = [];
  #distinct = 0;
  #dropped = 0;

  constructor(onFull: () => void = () => undefined, max: number = defaultMax) {
    this.#max = max;
    this.#onFull = onFull;
  }

  /** A flag was answered: by this variation, or with the application's own default. */
  evaluated(flag: string, variation: number | null, now: number): void {
    const { flags } = this.#hourAt(now);
    let counts = flags.get(flag);
    const position = variation === null ? 0 : variation + 1;
    const known = counts?.[position];
    if (known !== undefined) {
      known.count += 1;
      known.at = now;
    } else if (this.#hasRoom()) {
      if (counts === undefined) {
        counts = [];
        flags.set(flag, counts);
      }
      counts[position] = { count: 1, at: now };
    }
  }

  /** A feature was asked about. A feature that is in no catalogue can be counted nowhere. */
  checked({ feature, customer, allowed, reason }: Decision, now: number): void {
    if (reason === 'feature_unknown') return;
    const { features } = this.#hourAt(now);
    const name = allowed ? reason : `!${reason}`;
    const known = features.get(feature)?.get(customer)?.get(name);
    if (known !== undefined) {
      known.count += 1;
      known.at = now;
    } else if (this.#hasRoom()) {
      const customers = features.get(feature) ?? new Map<string, Map<string, Outcome>>();
      const outcomes = customers.get(customer) ?? new Map<string, Outcome>();
      outcomes.set(name, { allowed, reason, count: 1, at: now });
      customers.set(customer, outcomes);
      features.set(feature, customers);
    }
  }

  /** Answers that were given and will be counted nowhere after all. */
  drop(answers: number): void {
    this.#dropped += answers;
  }

  /** Hands over what was counted since the last time, and begins anew; null when nothing was. */
  take(): Counts | null {
    if (this.#distinct === 0 && this.#dropped === 0) return null;
    const evaluations = this.#hours.flatMap(({ flags }) => [...flags].flatMap(evaluationsOf));
    const checks = this.#hours.flatMap(({ features }) => [...features].flatMap(checksOf));
    const counts = { evaluations, checks, dropped: this.#dropped };
    this.#hours = [];
    this.#distinct = 0;
    this.#dropped = 0;
    return counts;
  }

  #hourAt(now: number): Hour {
    const number = Math.floor(now / hourMilliseconds);
    const newest = this.#hours.at(-1);
    if (newest?.number === number) return newest;
    const hour: Hour = { number, flags: new Map(), features: new Map() };
    this.#hours.push(hour);
    return hour;
  }

  #hasRoom(): boolean {
    if (this.#distinct >= this.#max) {
      this.#dropped += 1;
      return false;
    }
    this.#distinct += 1;
    if (this.#distinct === Math.ceil(this.#max * fullShare)) this.#onFull();
    return true;
  }
}

const instant = (at: number): string => new Date(at).toISOString();

function evaluationsOf([flag, counts]: [string, readonly (Count | undefined)[]]): EvaluationCount[] {
  const evaluations: EvaluationCount[] = [];
  for (const [position, known] of counts.entries()) {
    if (known === undefined) continue;
    const variation = position === 0 ? null : position - 1;
    evaluations.push({ flag, variation, count: known.count, at: instant(known.at) });
  }
  return evaluations;
}

const checksOf = ([feature, customers]: [string, ReadonlyMap<string, ReadonlyMap<string, Outcome>>]) =>
  [...customers].flatMap(([customer, outcomes]) =>
    [...outcomes.values()].map(
      ({ allowed, reason, count, at }): CheckCount => ({
        ...{ feature, customer, allowed, reason, count },
        at: instant(at),
      }),
    ),
  );
