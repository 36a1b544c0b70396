import { expect, test } from 'vitest';
import { permissionFor } from './may.ts';

const sam = { kind: 'member', id: 'm1', name: 'Sam', roles: ['sales'] };

test('what the role denies is named, with the role and who can help', () => {
  const { allowed, because } = permissionFor(
    { principal: sam, may: { 'plan.publish': false } },
    'plan.publish',
  );
  expect(allowed).toBe(false);
  expect(because).toContain('sales');
  expect(because).toContain('plan.publish');
  expect(because).toContain('administrator');
});

test('what the role allows needs no words', () => {
  expect(permissionFor({ principal: sam, may: { 'grant.create': true } }, 'grant.create')).toEqual({
    allowed: true,
    because: '',
  });
});
