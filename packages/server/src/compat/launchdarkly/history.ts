import { randomUUID } from 'node:crypto';
import type { ItemChange } from './items.ts';

/** How many changes back a reader may be to be told only what it missed. */
const stepsMax = 20;

interface Step {
  /** The version that it led from. */
  readonly from: number;
  readonly changes: readonly ItemChange[];
}

/** The last changes of an environment, for readers who come back and say what they have. */
export class History {
  /** Of this process and epoch alone: what another calls by the same number may be something else. */
  readonly #lineage: string;
  readonly #steps: readonly Step[];

  constructor(lineage: string = randomUUID(), steps: readonly Step[] = []) {
    this.#lineage = lineage;
    this.#steps = steps;
  }

  with(step: Step): History {
    return new History(this.#lineage, [...this.#steps, step].slice(-stepsMax));
  }

  /** What a reader says it has. SDKs write it into addresses as it is, so there is nothing in it that would need escaping. */
  stateAt(version: number): string {
    return `${this.#lineage}.${version}`;
  }

  /** What brings a reader from such a state to `version`; null when that is not known, or not any more. */
  since(state: string, version: number): readonly ItemChange[] | null {
    if (state === this.stateAt(version)) return [];
    const first = this.#steps.findIndex(({ from }) => state === this.stateAt(from));
    if (first === -1) return null;
    const latest = new Map<string, ItemChange>();
    for (const change of this.#steps.slice(first).flatMap(({ changes }) => changes)) {
      const name = `${change.kind}/${change.key}`;
      // Taken out first, so that what changed last is told last.
      latest.delete(name);
      latest.set(name, change);
    }
    return [...latest.values()];
  }
}
