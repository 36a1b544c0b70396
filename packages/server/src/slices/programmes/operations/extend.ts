import { accessEnd, dayMilliseconds, fromInstant, Programme, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { isRefusal, operation, refuse } from '../../../kernel/changes/operation.ts';
import { itemOf, moveAccess } from './access.ts';
import { grantsIn, issuedBy, itself, ofProgramme, pathOf, standing } from './held.ts';

export const Extension = z.union([
  z.strictObject({ to: Programme.shape.to, reason: z.string().max(2000) }),
  z.strictObject({ days: z.int().min(1).max(3650), reason: z.string().max(2000) }),
]);

/** Moves the end on, and with it the end of everything that it issued. Also in its grace; not once it is over. */
export const extendProgramme = operation({
  kind: 'programme.extend',
  scope: 'environment',
  input: z.strictObject({ ...ofProgramme, by: Extension }),
  resource: pathOf,
  setup: itself,
  follow: (_, { programme }) => issuedBy(programme),
  compute({ by, ...input }, seen, { actor, now, ...here }) {
    const at = toInstant(now);
    const before = standing(input, seen.programme, at);
    if (isRefusal(before)) return before;
    if (by.reason.trim() === '') return refuse('reason_required', 'Say why.', { field: 'reason' });
    if (before.extensions.length >= 100) {
      return refuse('invalid_request', 'It was extended a hundred times.', { field: 'to' });
    }
    const to = 'to' in by ? by.to : toInstant(fromInstant(before.to) + by.days * dayMilliseconds);
    if (to <= before.to) {
      return refuse('interval_empty', 'The new end must be after the present one.', {
        field: 'to',
        to: before.to,
      });
    }
    if (to <= at) return refuse('end_in_past', 'The end must be in the future.', { field: 'to', now: at });
    if (before.subscription && !itemOf(before, seen.subscription)) {
      return refuse('subscription_closed', 'What it issued was closed by hand.', { to: accessEnd(before) });
    }
    const extension = { at, by: actor.name.slice(0, 200), from: before.to, to, reason: by.reason.trim() };
    const after = { ...before, to, extensions: [...before.extensions, extension] };
    const issued = { subscription: seen.subscription, grants: grantsIn(before, seen) };
    return moveAccess(before, after, issued, at, { actor, ...here });
  },
});
