import { expect, test } from 'vitest';
import { guardrailInWords } from './words.ts';

test('a guardrail reads as a sentence', () => {
  const seats = {
    roles: ['sales'],
    actions: ['subscription.*'],
    when: { maxQuantity: 25 },
    outcome: 'approve',
    approvals: 1,
    approverRoles: ['success'],
  } as const;
  expect(
    guardrailInWords({ ...seats, roles: ['sales'], actions: ['subscription.*'], approverRoles: ['success'] }),
  ).toBe(
    'For sales: subscription.*, up to a quantity of 25. Beyond that it takes the approval of somebody from customer success.',
  );
  expect(
    guardrailInWords({
      roles: [],
      actions: ['grant.create'],
      when: { tags: ['origin:trial'], maxTimes: { times: 2, days: 90 } },
      outcome: 'deny',
      approvals: 1,
      approverRoles: [],
    }),
  ).toBe(
    'For everybody: grant.create about origin:trial, 2 times per customer in 90 days. Beyond that it is refused.',
  );
  expect(
    guardrailInWords({
      roles: [],
      actions: ['plan.publish'],
      when: {},
      outcome: 'deny',
      approvals: 1,
      approverRoles: [],
    }),
  ).toBe('For everybody: plan.publish. In any case it is refused.');
});
