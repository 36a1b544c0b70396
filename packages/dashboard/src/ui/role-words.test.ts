import { expect, test } from 'vitest';
import { approversInWords } from './role-words.ts';

test('whose word is needed is said as a colleague would', () => {
  expect(approversInWords({ approvals: 1, approverRoles: ['success', 'administrator'] })).toBe(
    'It takes the approval of somebody from customer success or an administrator.',
  );
  expect(approversInWords({ approvals: 2, approverRoles: ['finance'] })).toBe(
    'It takes 2 approvals, each of somebody with the role finance.',
  );
  expect(approversInWords({ approvals: 1, approverRoles: [] })).toBe(
    'It takes the approval of somebody who could do it themselves.',
  );
});
