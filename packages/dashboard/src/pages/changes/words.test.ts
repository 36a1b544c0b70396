import { expect, test } from 'vitest';
import { changeInWords } from './words.ts';

const operation = (kind: string, resource: string) => ({ kind, resource });

test('what somebody wants to do is said before it is done', () => {
  expect(changeInWords({ operations: [operation('grant.create', 'customer/acme')] })).toBe(
    'Give a grant to acme',
  );
  expect(
    changeInWords({
      operations: ['a', 'b', 'c', 'd'].map((key) => operation('customer.describe', `customer/${key}`)),
    }),
  ).toBe('Edit a, b and 2 more');
  expect(changeInWords({ operations: [operation('segment.set-rules', 'segment/beta')] })).toBe(
    'Set rules (segment) beta',
  );
});
