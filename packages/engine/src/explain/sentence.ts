import type { Decision, Feature, Unlock } from '@latchkey/model';
import { worldOf } from '../check/check.ts';
import { isCustomerEntitled } from '../check/customer-stages.ts';
import type { Question, World } from '../check/stage.ts';
import { byStrength, type DatedGrant, isGiving } from '../grants/dated-grant.ts';
import { isLimit } from '../quantity.ts';
import { timelineOf } from '../snapshot/compile-customer.ts';
import { forever } from '../time.ts';
import { dayInWords, lastMomentBefore } from './days.ts';
import {
  atLevel,
  howGranted,
  inFigures,
  sentences,
  smallestWithIt,
  type Told,
  upTo,
  withMembers,
} from './words.en.ts';

/** One sentence for people: who has what, how, until when; or why not, and what would help. */
export function sentenceOf(
  question: Question,
  world: World,
  decision: Decision,
  unlocks: readonly Unlock[],
): string {
  const { customer, feature } = world;
  const timeZone = customer.snapshot.customer?.timeZone ?? 'UTC';
  const grant = grantToSpeakOf(world, decision);
  const offer = unlocks.find(({ kind }) => kind === 'plan') ?? unlocks.find(({ kind }) => kind === 'addon');
  return sentences[decision.reason]({
    customer: customer.snapshot.customer?.name ?? customer.key,
    feature: feature.name,
    how: grant === null ? null : howGranted[grant.origin](grant.label),
    until: grant === null || grant.to === forever ? null : dayInWords(lastMomentBefore(grant.to), timeZone),
    from: grant === null || !Number.isFinite(grant.from) ? null : dayInWords(grant.from, timeZone),
    why: grant?.label.trim().replace(/\.$/, '') || null,
    offer: offer ? smallestWithIt(offer.kind === 'addon' ? 'addon' : 'plan', offer.name) : null,
    amount: amountInWords(feature, decision),
    limit: decision.limit === null ? null : inFigures(decision.limit),
    missing: decision.reason === 'missing_dependency' ? nameOfMissing(world) : null,
    isNamed: question.context !== undefined,
  });
}

/** About things that are not in the catalogue there is little to say. */
export const sentenceOnUnknown = (customer: string, feature: string): string =>
  sentences.feature_unknown(bare(customer, feature));

const bare = (customer: string, feature: string): Told => ({
  customer,
  feature,
  how: null,
  until: null,
  from: null,
  why: null,
  offer: null,
  amount: null,
  limit: null,
  missing: null,
  isNamed: false,
});

/** The one grant that answers "since when, until when, why": what forbids, comes next, was last, or lasts longest. */
function grantToSpeakOf(world: World, { reason }: Decision): DatedGrant | null {
  const { rights, now } = world;
  const giving = timelineOf(world.customer, world.feature).grants.filter(isGiving);
  const first = (grants: readonly DatedGrant[], order: (a: DatedGrant, b: DatedGrant) => number) =>
    grants.toSorted((a, b) => order(a, b) || byStrength(a, b))[0] ?? null;
  switch (reason) {
    case 'denied_by_grant':
      return rights.denial;
    case 'not_started':
      return first(
        giving.filter(({ from }) => from > now),
        (a, b) => a.from - b.from,
      );
    case 'expired':
    case 'trial_ended':
      return first(
        giving.filter(({ to, revoked }) => to <= now && !revoked),
        (a, b) => b.to - a.to,
      );
    default: {
      const kept = rights.giving.filter((grant) => rights.merged.kept.has(grant));
      // Two ends without end must compare as equal, which subtraction does not do.
      return first(kept, (a, b) => (a.to === b.to ? 0 : b.to - a.to));
    }
  }
}

/** The nearest of what it requires that the customer does not have. */
function nameOfMissing({ configuration, customer, feature, now }: World): string | null {
  for (const key of feature.requires) {
    const required = configuration.features.get(key);
    if (required === undefined) return key;
    if (!isCustomerEntitled(worldOf(configuration, customer, required, now))) return required.name;
  }
  return null;
}

function amountInWords({ kind, unit, seatBound }: Feature, { value, limit }: Decision): string | null {
  if (seatBound && limit !== null) return upTo(limit, unit ?? 'seats');
  switch (kind) {
    case 'number':
    case 'meter':
      return isLimit(value) ? upTo(value, unit) : null;
    case 'level':
      return typeof value === 'string' ? atLevel(value) : null;
    case 'set':
      return Array.isArray(value) && value.length > 0 ? withMembers(value.map(String)) : null;
    case 'switch':
    case 'config':
      return null;
  }
}
