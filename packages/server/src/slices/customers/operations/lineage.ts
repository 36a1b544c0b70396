import type { Customer } from '@latchkey/model';
import { type All, all, type One, one, type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** How many levels of customers there may be: an organisation, its departments, and so on down to the fifth. */
export const levelsMax = 5;

/**
 * A customer with all above it, and all below one. Keys hold no slash, so these are words that no parent has; the
 * store of customers knows them.
 */
export const lineOf = {
  above: (key: string): All<'customer'> => all('customer', { parent: `above/${key}` }),
  below: (key: string): All<'customer'> => all('customer', { parent: `below/${key}` }),
};

type Seen = { readonly parent: Customer | null };
type SeenAbove = Seen & { readonly grandparent: Customer | null; readonly above: readonly Customer[] | null };

/** What the rules about parents look at first, and then. */
export const parentOf = (parent: string | null | undefined): One<'customer'> | null =>
  parent ? one('customer', parent) : null;
export const aboveParent = ({ parent }: Seen) => ({
  grandparent: parent?.parent ? one('customer', parent.parent) : null,
  above: parent?.parent ? lineOf.above(parent.parent) : null,
});

/** Why the customer cannot be below this parent; null when it can. `height` is how many levels it brings itself. */
export function refuseParent(
  key: string,
  wanted: string,
  seen: SeenAbove,
  { height, field }: { readonly height: number; readonly field: string },
): Refusal | null {
  if (wanted === key) return refuse('customer_cycle', 'A customer cannot be its own parent.', { field });
  const { parent, grandparent, above } = seen;
  if (!parent) return refuse('customer_unknown', `There is no customer ${wanted}.`, { field });
  if (parent.state === 'archived') {
    return refuse('customer_archived', `${parent.name} is archived.`, { field });
  }
  const known = new Map(
    [...(above ?? []), ...(grandparent ? [grandparent] : []), parent].map((one) => [one.key, one]),
  );
  let levels = 0;
  let next: string | null = wanted;
  while (next !== null && levels <= known.size) {
    if (next === key) {
      return refuse('customer_cycle', `${parent.name} is itself below this customer.`, { field });
    }
    levels += 1;
    const ancestor: Customer | undefined = known.get(next);
    if (!ancestor) {
      const detail = 'The customers above move in this same change. Move this one afterwards.';
      return refuse('invalid_request', detail, { field });
    }
    next = ancestor.parent;
  }
  if (levels + height <= levelsMax) return null;
  const detail = `That would make more than ${levelsMax} levels of customers.`;
  return refuse('customer_too_deep', detail, { field, levelsMax });
}

/** How many levels a customer and those below it make. */
export function heightOf(key: string, below: readonly Customer[]): number {
  let level = new Set([key]);
  let height = 0;
  while (level.size > 0 && height <= levelsMax) {
    height += 1;
    level = new Set(
      below.filter(({ parent }) => parent !== null && level.has(parent)).map((child) => child.key),
    );
  }
  return height;
}
