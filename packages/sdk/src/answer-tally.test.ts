import type { Decision } from '@latchkey/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnswerTally } from './answer-tally.ts';

const noon = Date.parse('2026-03-01T12:00:00Z');
const hour = 3_600_000;
const decision = (more: Partial<Decision> = {}): Decision =>
  ({ customer: 'acme', feature: 'exports', allowed: true, reason: 'entitled', ...more }) as Decision;

test('evaluations are added up by flag, variation and hour', () => {
  const tally = new AnswerTally();
  tally.evaluated('checkout', 0, noon);
  tally.evaluated('checkout', 0, noon + 5);
  tally.evaluated('checkout', null, noon + 6);
  tally.evaluated('checkout', 0, noon + hour);
  expect(tally.take()).toEqual({
    evaluations: [
      { flag: 'checkout', variation: null, count: 1, at: '2026-03-01T12:00:00.006Z' },
      { flag: 'checkout', variation: 0, count: 2, at: '2026-03-01T12:00:00.005Z' },
      { flag: 'checkout', variation: 0, count: 1, at: '2026-03-01T13:00:00.000Z' },
    ],
    checks: [],
    dropped: 0,
  });
  expect(tally.take()).toBe(null);
});

test('checks are added up by feature, customer and how they ended', () => {
  const tally = new AnswerTally();
  for (let time = 0; time < 3; time += 1) tally.checked(decision(), noon);
  tally.checked(decision({ allowed: false, reason: 'limit_reached' }), noon);
  tally.checked(decision({ customer: 'bolt' }), noon);
  tally.checked(decision({ feature: 'nothing', allowed: false, reason: 'feature_unknown' }), noon);
  expect(tally.take()?.checks).toMatchObject([
    { feature: 'exports', customer: 'acme', allowed: true, reason: 'entitled', count: 3 },
    { feature: 'exports', customer: 'acme', allowed: false, reason: 'limit_reached', count: 1 },
    { feature: 'exports', customer: 'bolt', allowed: true, reason: 'entitled', count: 1 },
  ]);
});

test('it never holds more than it has room for, and says what found none', () => {
  let full = 0;
  const tally = new AnswerTally(() => {
    full += 1;
  }, 10);
  for (let number = 0; number < 100; number += 1) tally.evaluated(`flag-${number}`, 0, noon);
  tally.evaluated('flag-3', 0, noon);
  const { evaluations, dropped } = tally.take() ?? { evaluations: [], dropped: 0 };
  expect(full).toBe(1);
  expect(evaluations).toHaveLength(10);
  expect(evaluations[3]).toMatchObject({ flag: 'flag-3', count: 2 });
  expect(dropped).toBe(90);
});

const answers = fc.array(
  fc.record({
    flag: fc.constantFrom('a', 'b'),
    variation: fc.constantFrom(null, 0, 1, 12),
    at: fc.integer({ min: noon, max: noon + 2 * hour }),
  }),
  { maxLength: 50 },
);

test('however often it is emptied, the sums are those of all answers', () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: 1, max: 7 }), (all, every) => {
      const tally = new AnswerTally();
      const sums = new Map<string, number>();
      const empty = (): void => {
        for (const { flag, variation, count, at } of tally.take()?.evaluations ?? []) {
          const name = `${flag} ${variation} ${at.slice(0, 13)}`;
          sums.set(name, (sums.get(name) ?? 0) + count);
        }
      };
      const expected = new Map<string, number>();
      for (const [number, { flag, variation, at }] of all.entries()) {
        tally.evaluated(flag, variation, at);
        const name = `${flag} ${variation} ${new Date(at).toISOString().slice(0, 13)}`;
        expected.set(name, (expected.get(name) ?? 0) + 1);
        if (number % every === 0) empty();
      }
      empty();
      expect(sums).toEqual(expected);
    }),
  );
});
