import { createGuardrail } from '../slices/guardrails/index.ts';
import type { Story, Teller } from './chapter.ts';
import { otto } from './people.ts';

/** Yesterday evening the board agreed how far sales goes without asking. */
export function* guardrails({ calendar }: Pick<Teller, 'calendar'>): Story {
  yield {
    at: calendar.moment(-1, 18),
    by: otto,
    where: 'project',
    calls: [
      createGuardrail({
        key: 'seats-by-sales',
        name: 'Seats by sales',
        environment: 'production',
        roles: ['sales'],
        actions: ['subscription.*'],
        when: { maxQuantity: 25 },
        outcome: 'approve',
        approvals: 1,
        approverRoles: ['success', 'administrator'],
      }),
      createGuardrail({
        key: 'long-trials',
        name: 'Trials and POCs by sales',
        environment: 'production',
        roles: ['sales'],
        actions: ['grant.*'],
        when: { tags: ['origin:trial', 'origin:poc'], maxDays: 30 },
        outcome: 'approve',
        approvals: 1,
        approverRoles: ['success', 'administrator'],
      }),
      createGuardrail({
        key: 'repeated-trials',
        name: 'Trials per customer',
        environment: 'production',
        roles: ['sales'],
        actions: ['grant.create'],
        when: { tags: ['origin:trial'], maxTimes: { times: 2, days: 90 } },
        outcome: 'deny',
        approvals: 1,
        approverRoles: [],
      }),
    ],
    comment: 'As agreed: sales decides up to 25 seats and 30 days, and two trials a quarter',
    links: [{ url: 'https://wiki.example/delegation', label: 'How far sales goes' }],
  };
}
