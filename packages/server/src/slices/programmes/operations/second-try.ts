import { type Instant, type Programme, programmeStateAt } from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** One family tries a thing once, whichever of its departments asks. What never began does not count. */
export function refuseSecondTry(
  wanted: Programme,
  relatives: readonly Programme[],
  at: Instant,
): Refusal | null {
  const earlier = relatives.find((one) => hasBegun(one) && isOfTheSame(one, wanted));
  if (!earlier) return null;
  const { id, customer, kind, from } = earlier;
  const who = customer === wanted.customer ? 'This customer' : `${customer}, of the same family,`;
  const what = kind === 'poc' ? 'a POC' : 'a trial';
  return refuse('programme_had', `${who} had ${what} of it from ${from.slice(0, 10)} on.`, {
    programme: id,
    customer,
    state: programmeStateAt(earlier, at),
    field: 'overlays',
  });
}

const hasBegun = ({ outcome, from }: Programme): boolean =>
  outcome === null || outcome.result !== 'cancelled' || outcome.at > from;

function isOfTheSame({ overlays: one }: Programme, { overlays: other }: Programme): boolean {
  if ('plan' in one) return 'plan' in other && one.plan === other.plan;
  if ('plan' in other) return false;
  const tried = new Set(one.features.map(({ feature }) => feature));
  return other.features.some(({ feature }) => tried.has(feature));
}
