import { Programme, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { isRefusal, mutate, operation, refuse } from '../../../kernel/changes/operation.ts';
import { endAccess } from './access.ts';
import { grantsIn, issuedBy, itself, known, ofProgramme, pathOf, standing } from './held.ts';

const Reason = z.string().max(2000);

/** Ends it before its time, and with it everything that it issued. */
export const cancelProgramme = operation({
  kind: 'programme.cancel',
  scope: 'environment',
  input: z.strictObject({ ...ofProgramme, reason: Reason }),
  resource: pathOf,
  setup: itself,
  follow: (_, { programme }) => issuedBy(programme),
  compute({ reason, ...input }, seen, { actor, place, now }) {
    const at = toInstant(now);
    const programme = standing(input, seen.programme, at);
    if (isRefusal(programme)) return programme;
    const outcome = {
      result: 'cancelled',
      at,
      by: actor.name.slice(0, 200),
      reason: reason.trim(),
      subscription: null,
    } as const;
    const issued = { subscription: seen.subscription, grants: grantsIn(programme, seen) };
    return [
      mutate('programme', place, programme, { ...programme, outcome }),
      ...endAccess(programme, issued, at, { place }),
    ];
  },
});

/** Says how the sale went. A loss ends what still runs; a win that came by another way is told once it is over. */
export const recordOutcome = operation({
  kind: 'programme.record-outcome',
  scope: 'environment',
  input: z.strictObject({
    ...ofProgramme,
    result: Programme.shape.outcome.unwrap().shape.result.extract(['won', 'lost']),
    reason: Reason,
  }),
  resource: pathOf,
  setup: itself,
  follow: (_, { programme }) => issuedBy(programme),
  compute({ result, reason, ...input }, seen, { actor, place, now }) {
    const at = toInstant(now);
    const programme = known(input, seen.programme);
    if (isRefusal(programme)) return programme;
    if (reason.trim() === '') return refuse('reason_required', 'Say why.', { field: 'reason' });
    const runs = !isRefusal(standing(input, programme, at));
    if (runs && result === 'won') {
      return refuse('programme_running', 'Convert it, so that access goes on.', { to: programme.to });
    }
    const outcome = {
      result,
      at,
      by: actor.name.slice(0, 200),
      reason: reason.trim(),
      subscription: programme.outcome?.subscription ?? null,
    };
    const issued = { subscription: seen.subscription, grants: grantsIn(programme, seen) };
    return [
      mutate('programme', place, programme, { ...programme, outcome }),
      ...(runs ? endAccess(programme, issued, at, { place }) : []),
    ];
  },
});
