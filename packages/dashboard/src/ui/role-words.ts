import type { Requirement } from '@latchkey/model';
import { countOf } from './impact-words.ts';

const builtIn: Readonly<Record<string, string>> = {
  administrator: 'an administrator',
  engineer: 'an engineer',
  product: 'somebody from product',
  sales: 'somebody from sales',
  success: 'somebody from customer success',
  support: 'somebody from support',
};

const alternatives = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** Whose word is needed: “One approval by somebody from customer success or an administrator.” */
export function approversInWords({
  approvals,
  approverRoles,
}: Pick<Requirement, 'approvals' | 'approverRoles'>): string {
  const who =
    approverRoles.length === 0
      ? 'somebody who could do it themselves'
      : alternatives(approverRoles.map((role) => builtIn[role] ?? `somebody with the role ${role}`));
  return approvals === 1
    ? `It takes the approval of ${who}.`
    : `It takes ${countOf(approvals, 'approval')}, each of ${who}.`;
}
