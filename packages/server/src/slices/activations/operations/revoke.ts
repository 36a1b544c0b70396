import { toInstant } from '@latchkey/model';
import { z } from 'zod';
import { isRefusal, mutate, one, operation } from '../../../kernel/changes/operation.ts';
import { ofCustomer, pathOf, remember, standing } from './seats.ts';

/** Gives a seat back. */
export const revokeActivation = operation({
  kind: 'activation.revoke',
  scope: 'environment',
  input: z.strictObject(ofCustomer),
  resource: pathOf,
  setup: ({ customer, activation }) => ({
    customer: one('customer', customer),
    activation: one('activation', activation),
  }),
  compute(input, { activation }, { actor, place, now }) {
    const at = toInstant(now);
    const before = standing(input, activation);
    if (isRefusal(before)) return before;
    const step = { at, what: 'revoked', by: actor.name.slice(0, 200), subject: before.subject } as const;
    const history = remember(before.history, step);
    return [mutate('activation', place, before, { ...before, state: 'revoked', history, changedAt: at })];
  },
});
