import { expect, test } from 'vitest';
import { percentOf, rolloutOf } from './shares.ts';

test('shares are kept to a thousandth of a percent', () => {
  expect(rolloutOf([33.333, 66.667], {})?.variations).toEqual([
    { variation: 0, weight: 33_333 },
    { variation: 1, weight: 66_667 },
  ]);
});

test('shares that do not make a whole are not sent', () => {
  expect(rolloutOf([50, 49.999], {})).toBeNull();
  expect(rolloutOf([150, -50], {})).toBeNull();
  expect(rolloutOf(['', 100], {})?.variations[0]?.weight).toBe(0);
});

test('how people are drawn stays when the shares change', () => {
  expect(rolloutOf([10, 90], { contextKind: 'customer', seed: 7, variations: [] })).toMatchObject({
    contextKind: 'customer',
    seed: 7,
  });
});

test('one variation is all of it, and a rollout reads back as it was', () => {
  expect(percentOf({ variation: 1 }, 2)).toEqual([0, 100]);
  const rollout = rolloutOf([25, 75], {});
  expect(rollout && percentOf({ rollout }, 2)).toEqual([25, 75]);
});
