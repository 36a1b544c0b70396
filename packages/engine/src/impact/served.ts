import type { FlagImpact } from '@latchkey/model';

/** What one customer was served before and would be served after. */
interface Served {
  readonly variation: number | null;
  readonly value: unknown;
}

/** Counts what a flag serves, before and after, over many customers. */
export class ServedTally {
  readonly #before = new Map<number | null, number>();
  readonly #after = new Map<number | null, number>();
  #changed = 0;

  add(before: Served, after: Served): void {
    count(this.#before, before.variation);
    count(this.#after, after.variation);
    const isSame = before.variation === after.variation && isSameValue(before.value, after.value);
    if (!isSame) this.#changed += 1;
  }

  result(flag: string, environment: string): FlagImpact {
    return {
      flag,
      environment,
      changed: this.#changed,
      before: listed(this.#before),
      after: listed(this.#after),
    };
  }
}

const count = (counts: Map<number | null, number>, variation: number | null): void => {
  counts.set(variation, (counts.get(variation) ?? 0) + 1);
};

const listed = (counts: ReadonlyMap<number | null, number>): FlagImpact['before'] =>
  [...counts]
    .map(([variation, customers]) => ({ variation, customers }))
    .sort((a, b) => (a.variation ?? Number.POSITIVE_INFINITY) - (b.variation ?? Number.POSITIVE_INFINITY));

/** Values of variations come from one list each, so their text is in one order. */
const isSameValue = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
