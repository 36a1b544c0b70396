import type { DenialReason } from '@latchkey/model';
import { type DatedGrant, isGiving } from '../../grants/dated-grant.ts';
import { timelineOf } from '../../snapshot/compile-customer.ts';
import { deny, pass, type Stage, type World } from '../stage.ts';

/** Something gives it, or it is open to all who may have it. If not, what was or will be explains it better than "no". */
export const somethingGivesIt: Stage = (_, world) => {
  if (!mayEverHaveIt(world)) return deny('not_entitled');
  if (world.feature.access === 'open' || world.rights.giving.length > 0) return pass();
  return deny(whyNothingGivesIt(timelineOf(world.customer, world.feature).grants, world.now));
};

/** A feature made for one customer is for it and its departments. */
function mayEverHaveIt({ feature: { exclusiveTo }, customer: { key, snapshot } }: World): boolean {
  return exclusiveTo === null || exclusiveTo === key || snapshot.ancestors.includes(exclusiveTo);
}

function whyNothingGivesIt(grants: readonly DatedGrant[], now: number): DenialReason {
  let latest: DatedGrant | null = null;
  for (const grant of grants) {
    if (!isGiving(grant)) continue;
    if (grant.from > now) return 'not_started';
    if (grant.to <= now && (latest === null || endsLater(grant, latest))) latest = grant;
  }
  // What was withdrawn has not run out.
  if (latest === null || latest.revoked) return 'not_entitled';
  return isTrial(latest) ? 'trial_ended' : 'expired';
}

/** Of what ended at the same moment a paid right that ran out says more than a trial, and that more than a withdrawal. */
const endsLater = (a: DatedGrant, b: DatedGrant): boolean =>
  a.to > b.to || (a.to === b.to && weightOf(a) > weightOf(b));
const weightOf = (grant: DatedGrant): number => (grant.revoked ? 0 : isTrial(grant) ? 1 : 2);

const isTrial = ({ origin, provenance }: DatedGrant): boolean =>
  origin === 'trial' || origin === 'poc' || provenance?.trial === true;
