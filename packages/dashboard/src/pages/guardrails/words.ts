import type { GuardrailReply } from '../../api/change-queries.ts';
import { countOf, joined } from '../../ui/impact-words.ts';
import { approversInWords } from '../../ui/role-words.ts';

type Said = Pick<GuardrailReply, 'roles' | 'actions' | 'when' | 'outcome' | 'approvals' | 'approverRoles'>;

/** “For sales: subscription.*, up to a quantity of 25. Beyond that, …” */
export function guardrailInWords({ roles, actions, when, outcome, approvals, approverRoles }: Said): string {
  const who = roles.length === 0 ? 'For everybody' : `For ${joined(roles)}`;
  const about = [...(when.tags ?? []), ...(when.features ?? [])];
  const what = `${joined(actions)}${about.length === 0 ? '' : ` about ${joined(about)}`}`;
  const limits = limitsInWords(when);
  const beyond =
    outcome === 'deny'
      ? 'it is refused'
      : lowered(approversInWords({ approvals, approverRoles }).slice(0, -1));
  return limits.length === 0
    ? `${who}: ${what}. In any case ${beyond}.`
    : `${who}: ${what}, ${joined(limits)}. Beyond that ${beyond}.`;
}

function limitsInWords({ maxDays, maxQuantity, maxCustomers, maxTimes }: Said['when']): readonly string[] {
  return [
    ...(maxDays === undefined ? [] : [`up to ${countOf(maxDays, 'day')}`]),
    ...(maxQuantity === undefined ? [] : [`up to a quantity of ${maxQuantity}`]),
    ...(maxCustomers === undefined ? [] : [`up to ${countOf(maxCustomers, 'customer')} at once`]),
    ...(maxTimes === undefined
      ? []
      : [`${countOf(maxTimes.times, 'time')} per customer in ${countOf(maxTimes.days, 'day')}`]),
  ];
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
