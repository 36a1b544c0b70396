import { launchDarklyEvaluator } from '@latchkey/engine/launchdarkly';
import { expect, test } from 'vitest';

const flags = {
  checkout: {
    key: 'checkout',
    on: true,
    offVariation: 1,
    variations: [{ columns: 2 }, null],
    fallthrough: { variation: 0 },
  },
  silent: { key: 'silent', on: false, variations: [true] },
  empty: { key: 'empty', on: true, variations: [null], fallthrough: { variation: 0 } },
};
const evaluator = launchDarklyEvaluator({ flags, segments: {} });
const ida = { kind: 'user', key: 'ida' };

test('a flag answers with value, variation and reason', () => {
  expect(evaluator.evaluate('checkout', ida, 'default')).toEqual({
    value: { columns: 2 },
    variationIndex: 0,
    reason: { kind: 'FALLTHROUGH' },
  });
});

test('where there is no variation the default is the value, and the reason says why', () => {
  const reasonOf = (flagKey: string, context: unknown = ida) => {
    const { value, variationIndex, reason } = evaluator.evaluate(flagKey, context, 'default');
    expect([value, variationIndex]).toEqual(['default', null]);
    return reason;
  };
  expect(reasonOf('silent')).toEqual({ kind: 'OFF' });
  expect(reasonOf('unknown')).toEqual({ kind: 'ERROR', errorKind: 'FLAG_NOT_FOUND' });
  expect(reasonOf('checkout', {})).toEqual({ kind: 'ERROR', errorKind: 'USER_NOT_SPECIFIED' });
});

test('a variation that is null is a value, not a missing one', () => {
  expect(evaluator.evaluate('empty', ida, 'default')).toMatchObject({ value: null, variationIndex: 0 });
});

test('an answer cannot be changed by whoever receives it', () => {
  const answer = evaluator.evaluate('checkout', ida, 'default');
  expect(Object.isFrozen(answer) && Object.isFrozen(answer.reason)).toBe(true);
});
