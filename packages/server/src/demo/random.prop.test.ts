import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { seeded } from './random.ts';

const seed = fc.integer();

test.prop([seed])('one seed makes the same choices every time', (start) => {
  const choices = ({ whole, uuid, shuffled }: ReturnType<typeof seeded>) => [
    whole(0, 1_000_000),
    uuid(),
    shuffled([1, 2, 3, 4, 5, 6, 7, 8]),
  ];
  expect(choices(seeded(start))).toEqual(choices(seeded(start)));
});

test.prop([seed, fc.integer({ min: -3, max: 3 }), fc.nat(4)])(
  'a whole number lies between its bounds, both included',
  (start, least, more) => {
    const { whole } = seeded(start);
    const drawn = new Set(Array.from({ length: 200 }, () => whole(least, least + more)));
    expect(Math.min(...drawn)).toBe(least);
    expect(Math.max(...drawn)).toBe(least + more);
    expect(drawn.size).toBe(more + 1);
  },
);

test.prop([seed, fc.uniqueArray(fc.integer())])('shuffling keeps what there is', (start, list) => {
  const shuffled = seeded(start).shuffled(list);
  expect(new Set(shuffled)).toEqual(new Set(list));
  expect(shuffled).toHaveLength(list.length);
});

test.prop([seed])('a UUID is one of version 4', (start) => {
  expect(seeded(start).uuid()).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});
