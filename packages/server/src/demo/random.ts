/** Choices that look accidental and are the same at every start, so that two demos can be compared. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(all: readonly T[]): readonly T[];
  /** So many hexadecimal digits. */
  hex(length: number): string;
  uuid(): string;
}

/** Mulberry32: 32 bits of state are plenty for a few thousand choices. */
export function seeded(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const hex = (length: number): string => Array.from({ length }, () => whole(0, 15).toString(16)).join('');
  return {
    whole,
    hex,
    chance: (percent) => next() * 100 < percent,
    pick(from) {
      if (from.length === 0) throw new Error('there is nothing to pick from');
      return from[whole(0, from.length - 1)] as (typeof from)[number];
    },
    shuffled(all) {
      const left = [...all];
      for (let last = left.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        [left[last], left[other]] = [
          left[other] as (typeof left)[number],
          left[last] as (typeof left)[number],
        ];
      }
      return left;
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[whole(0, 3)]}${hex(3)}-${hex(12)}`,
  };
}
