import type { AnyMutation } from '@latchkey/model';
import { canonical, sha256 } from '../ledger/canonical.ts';
import type { Edits } from './view.ts';

/** What edits come to, as one short text: equal exactly when every record would go from the same before to the same after. */
export const digestOf = (edits: Edits): string =>
  sha256(
    canonical(
      inOrder(edits).map(({ resource, place, id, before, after }) => [resource, place, id, before, after]),
    ),
  );

/**
 * The same, blind to moments. Computed a day later, an edit that starts "now" starts a day later; that is the same
 * edit. That it now closes something else, or does nothing any more because something ended meanwhile, is not.
 */
export const shapeOf = (edits: Edits): string =>
  sha256(
    canonical(
      inOrder(edits).map(({ resource, place, id, before, after }) => [
        resource,
        place,
        id,
        blind(before),
        blind(after),
      ]),
    ),
  );

const inOrder = (edits: Edits): readonly AnyMutation[] =>
  [...edits.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edit]) => edit);

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function blind(value: unknown): unknown {
  if (typeof value === 'string') return moment.test(value) ? 'a moment' : value;
  if (Array.isArray(value)) return value.map(blind);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, blind(member)]));
}
