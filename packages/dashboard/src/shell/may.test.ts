import { expect, test } from 'vitest';
import { permissionFor } from './may.ts';

test('what the role denies carries the reason that the server gave', () => {
  const denied = {
    may: { 'plan.publish': false },
    because: { 'plan.publish': 'Your role (sales) does not allow this.' },
  };
  expect(permissionFor(denied, 'plan.publish')).toEqual({
    allowed: false,
    because: 'Your role (sales) does not allow this.',
  });
});

test('a denial without a reason still says what to do', () => {
  expect(permissionFor({ may: { 'plan.publish': false }, because: {} }, 'plan.publish').because).toContain(
    'administrator',
  );
});

test('what the role allows needs no words', () => {
  expect(permissionFor({ may: { 'grant.create': true }, because: {} }, 'grant.create')).toEqual({
    allowed: true,
    because: '',
  });
});
