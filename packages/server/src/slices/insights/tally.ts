import {
  type CheckCount,
  type EvaluationCount,
  type Milliseconds,
  type Place,
  toInstant,
} from '@latchkey/model';

const hourMilliseconds = 3_600_000;

/** Distinct things held at most, about 200 bytes each: all flags of a large installation in every variation. */
const distinctMax = 50_000;

/** What an evaluation was about, and how it ended. */
export type EvaluationAbout = Pick<EvaluationCount, 'flag' | 'variation'>;
export type CheckAbout = Pick<CheckCount, 'feature' | 'customer' | 'allowed' | 'reason'>;

interface Entry<Count> {
  count: number;
  at: Milliseconds;
  readonly place: Place;
  readonly about: Omit<Count, 'count' | 'at'>;
}

/** Counts by what they are about, one place after the other. */
export interface Gathered {
  readonly place: Place;
  readonly evaluations: readonly EvaluationCount[];
  readonly checks: readonly CheckCount[];
}

/**
 * Answers that this process gave itself, added up by flag, variation and hour, or by feature, customer, outcome and
 * hour. In whichever pieces they come, the sums are the same.
 */
export class Tally {
  readonly #max: number;
  #evaluations = new Map<string, Entry<EvaluationCount>>();
  #checks = new Map<string, Entry<CheckCount>>();
  #dropped = 0;

  constructor(max: number = distinctMax) {
    this.#max = max;
  }

  /** Answers that found no room since the process started. */
  get dropped(): number {
    return this.#dropped;
  }

  evaluated(place: Place, about: EvaluationAbout, at: Milliseconds, count = 1): void {
    const name = [place.project, place.environment, about.flag, about.variation ?? ''];
    this.#add(this.#evaluations, name, { place, about, count, at });
  }

  checked(place: Place, about: CheckAbout, at: Milliseconds, count = 1): void {
    const { feature, customer, allowed, reason } = about;
    const name = [place.project, place.environment, feature, customer, allowed, reason];
    this.#add(this.#checks, name, { place, about, count, at });
  }

  /** Hands over what was gathered, and begins again with nothing. */
  take(): readonly Gathered[] {
    const places = new Map<string, { place: Place; evaluations: EvaluationCount[]; checks: CheckCount[] }>();
    const of = (place: Place) => {
      const name = `${place.project}/${place.environment}`;
      const known = places.get(name) ?? { place, evaluations: [], checks: [] };
      places.set(name, known);
      return known;
    };
    for (const entry of this.#evaluations.values()) of(entry.place).evaluations.push(countOf(entry));
    for (const entry of this.#checks.values()) of(entry.place).checks.push(countOf(entry));
    this.#evaluations = new Map();
    this.#checks = new Map();
    return [...places.values()];
  }

  #add<Count>(entries: Map<string, Entry<Count>>, parts: readonly unknown[], added: Entry<Count>): void {
    const name = [...parts, Math.floor(added.at / hourMilliseconds)].join('\n');
    const known = entries.get(name);
    if (known !== undefined) {
      known.count += added.count;
      known.at = Math.max(known.at, added.at);
    } else if (this.#evaluations.size + this.#checks.size < this.#max) entries.set(name, added);
    else this.#dropped += added.count;
  }
}

const countOf = <Count>({ about, count, at }: Entry<Count>): Count =>
  ({ ...about, count, at: toInstant(at) }) as Count;
