import { type AnyMutation, type Programme, programmeEnd, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { all, isRefusal, mutate, one, operation } from '../../../kernel/changes/operation.ts';
import { endAccess } from './access.ts';
import { bought } from './convert.ts';
import { freezeOf, refuseFreeze } from './freeze.ts';
import { grantsIn, issuedBy, itself, known, ofProgramme, pathOf } from './held.ts';
import { refusePurchase } from './plans.ts';

/**
 * What happens by itself at the end. Access has ended by its dates already; this says so, buys, or freezes. It looks
 * again at what is due, so whoever comes second, or too early, does nothing.
 */
export const endProgramme = operation({
  kind: 'programme.end',
  scope: 'environment',
  input: z.strictObject(ofProgramme),
  resource: pathOf,
  setup: (input) => ({ ...itself(input), subscriptions: all('subscription', { parent: input.customer }) }),
  follow: (_, { programme }) => {
    const plan = programme?.endAction.does === 'convert' ? programme.endAction.plan : null;
    return {
      ...issuedBy(programme),
      plan: plan === null ? null : one('plan', plan),
      publication: plan === null ? null : one('plan_publication', plan),
    };
  },
  compute(input, seen, here) {
    const at = toInstant(here.now);
    const programme = known(input, seen.programme);
    if (isRefusal(programme)) return programme;
    if (programme.outcome !== null || at < programmeEnd(programme)) return [];
    const { place, actor, newId } = here;
    const expired = (reason: string): AnyMutation =>
      mutate('programme', place, programme, {
        ...programme,
        outcome: { result: 'expired', at, by: actor.name.slice(0, 200), reason, subscription: null },
      });
    const { endAction } = programme;
    const issued = { subscription: seen.subscription, grants: grantsIn(programme, seen) };
    switch (endAction.does) {
      case 'revert':
        return [expired('')];
      case 'freeze': {
        const refusal = refuseFreeze(seen.subscriptions, programme.subscription?.eId ?? null, at);
        if (refusal) return [expired(refusal.detail)];
        const said = { id: newId('h'), customer: programme.customer, placedBy: actor.name };
        return [expired('Frozen'), mutate('hold', place, null, freezeOf(said, reasonOf(programme), at))];
      }
      case 'convert': {
        const { does: _, ...purchase } = endAction;
        const refusal = refusePurchase(endAction.plan, seen, 'plan');
        const answer =
          refusal ??
          bought(programme, purchase, { ...issued, activations: seen.activations ?? [] }, here, at);
        // What cannot be bought is not given away for the length of the bridge.
        return isRefusal(answer)
          ? [expired(answer.detail), ...endAccess(programme, issued, at, { place })]
          : answer;
      }
    }
  },
});

const reasonOf = ({ kind, to }: Programme): string =>
  `The ${kind === 'poc' ? 'POC' : 'trial'} ended on ${to.slice(0, 10)} and nothing was bought.`;
