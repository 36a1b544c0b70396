import type { Decision, JsonValue } from '@latchkey/model';

/** What a change does to one customer, feature by feature. */
export interface Movement {
  readonly customer: string;
  readonly name: string;
  readonly gains: readonly string[];
  readonly loses: readonly string[];
  /** Had before and has after, but another value or limit. */
  readonly changes: readonly string[];
  /** Uses more than it then may, and did not before. */
  readonly overLimit: readonly string[];
}

/** Compares two lists of the same customer's decisions; a feature that is missing from one is not had there. */
export function compareDecisions(
  { customer, name }: { readonly customer: string; readonly name: string },
  before: readonly Decision[],
  after: readonly Decision[],
): Movement {
  const gains: string[] = [];
  const loses: string[] = [];
  const changes: string[] = [];
  const overLimit: string[] = [];
  const earlier = new Map(before.map((decision) => [decision.feature, decision]));
  for (const now of after) {
    const was = earlier.get(now.feature);
    earlier.delete(now.feature);
    if (now.allowed && !was?.allowed) gains.push(now.feature);
    else if (!now.allowed && was?.allowed) loses.push(now.feature);
    else if (was?.allowed && !isSameRight(was, now)) changes.push(now.feature);
    if (isOverLimit(now) && !(was && isOverLimit(was))) overLimit.push(now.feature);
  }
  for (const gone of earlier.values()) if (gone.allowed) loses.push(gone.feature);
  return { customer, name, gains, loses, changes, overLimit };
}

const isOverLimit = ({ used, limit }: Decision): boolean =>
  used !== null && limit !== null && limit !== 'unlimited' && used > limit;

const isSameRight = (a: Decision, b: Decision): boolean =>
  a.limit === b.limit && a.enforcement === b.enforcement && isEqual(a.value, b.value);

/** Whatever the order of an object's fields. Values are bounded in depth when they are written. */
function isEqual(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [fields, others] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    fields.length === others.size &&
    fields.every(([name, value]) => {
      const other = others.get(name);
      return other !== undefined && isEqual(value, other);
    })
  );
}
