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
    if (grant.to <= now && !grant.revoked && (latest === null || grant.to >= latest.to)) latest = grant;
  }
  if (latest === null) return 'not_entitled';
  return isTrial(latest) ? 'trial_ended' : 'expired';
}

const isTrial = ({ origin, provenance }: DatedGrant): boolean =>
  origin === 'trial' || origin === 'poc' || provenance?.trial === true;
