import { endOfHold, type Hold, isWithin, toInstant } from '@latchkey/model';
import { authoriseBeforeLoading } from '../access/authorise.ts';
import { resourcePath, subjectsOf } from '../ledger/subjects.ts';
import type { Reader } from '../store/database.ts';
import type { Change } from './change.ts';
import type { Computed } from './compute.ts';
import { ProblemError } from './problem-error.ts';

/**
 * A customer whose changes are on hold is changed only by those who may lift the hold, and by the clock: what was
 * promised an end before it was placed still ends.
 */
export async function refuseHeldCustomers(
  db: Reader,
  computed: readonly Computed[],
  { place, principal, now }: Change,
): Promise<void> {
  if (principal.kind === 'system' || place.environment === '') return;
  const touched = new Set(
    computed.flatMap(({ recorded }) =>
      recorded.flatMap(({ mutation: { resource, before, after } }) =>
        [before, after].flatMap((one) =>
          one === null ? [] : (subjectsOf(resource, one as never).customer ?? []),
        ),
      ),
    ),
  );
  if (touched.size === 0) return;
  const rows = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', place.project)
    .where('environment', '=', place.environment)
    .where('kind', '=', 'hold')
    .where('parent', 'in', [...touched])
    .execute();
  const at = toInstant(now);
  const hold = rows
    .map(({ body }) => body as Hold)
    .find(
      (one) =>
        one.blocks.includes('change') &&
        isWithin({ from: one.from, to: endOfHold(one) }, at) &&
        authoriseBeforeLoading(principal, {
          action: 'hold.lift',
          resource: resourcePath(place, `customer/${one.customer}`),
        }) !== null,
    );
  if (!hold) return;
  throw new ProblemError('customer_on_hold', `Changes of ${hold.customer} are on hold: ${hold.reason}`, {
    hold: hold.id,
    customer: hold.customer,
    until: endOfHold(hold),
  });
}
