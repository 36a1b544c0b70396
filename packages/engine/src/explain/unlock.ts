import type { DenialReason, Plan, Unlock } from '@latchkey/model';
import { seatsOf } from '../check/seats.ts';
import type { Question, World } from '../check/stage.ts';
import { somethingGivesIt } from '../check/stages/grants.ts';
import { valueIncludesIt } from '../check/stages/value.ts';
import { withinAllowance } from '../check/stages/within-allowance.ts';
import { isGiving } from '../grants/dated-grant.ts';
import { deriveGrants } from '../grants/derive.ts';
import { merge } from '../grants/merge.ts';
import { forever } from '../time.ts';

const buyable: ReadonlySet<DenialReason> = new Set<DenialReason>([
  'not_entitled',
  'expired',
  'not_started',
  'trial_ended',
  'value_not_included',
  'limit_reached',
]);

/** The smallest plan and the smallest add-on that would turn this no into a yes, or the product key that needs seats. */
export function unlocksOf(question: Question, world: World, denial: DenialReason | null): readonly Unlock[] {
  if (denial === 'seat_limit_reached' || denial === 'no_seat') return seatsToBuy(world);
  if (denial === null || !buyable.has(denial)) return [];
  const offered = world.configuration.plansByRank.filter(
    (plan) => plan.state === 'live' && plan.kind !== 'trial' && suffices(plan, question, world),
  );
  const smallest = (kind: Plan['kind']) => offered.filter((plan) => plan.kind === kind).slice(0, 1);
  return [
    ...smallest('plan').map(({ key, name }) => ({ kind: 'plan', key, name }) as const),
    ...smallest('addon').map(({ key, name }) => ({ kind: 'addon', key, name }) as const),
  ];
}

/** Whether the same stages would say yes if the customer also held one of this plan from now on. */
function suffices(plan: Plan, question: Question, world: World): boolean {
  const { configuration, customer, feature, rights, now } = world;
  const holding = {
    planKey: plan.key,
    plan,
    version: 'current',
    pkId: 'offer',
    quantity: 1,
    trial: false,
    from: now,
    to: forever,
  } as const;
  const offered = deriveGrants(configuration, holding, customer.key).filter(
    (grant) => grant.feature === feature.key && grant.from === now,
  );
  if (!offered.some(isGiving)) return false;
  const active = [...rights.active, ...offered];
  const merged = merge(feature, active);
  const there: World = {
    ...world,
    rights: { ...rights, active, giving: active.filter(isGiving), merged, plainDecision: null },
  };
  return [somethingGivesIt, valueIncludesIt, withinAllowance].every(
    (stage) => !stage(question, there).denied,
  );
}

function seatsToBuy(world: World): readonly Unlock[] {
  return (seatsOf(world)?.pkIds ?? []).map((pkId) => ({
    kind: 'seat',
    key: pkId,
    name: world.rights.giving.find(({ provenance }) => provenance?.pkId === pkId)?.label ?? pkId,
  }));
}
