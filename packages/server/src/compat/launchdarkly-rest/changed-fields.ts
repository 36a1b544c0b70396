import { isDeepStrictEqual } from 'node:util';
import { invalid } from './failure.ts';

/**
 * The fields in which a patched representation differs from the one before. One that is not among those that can be
 * edited here is refused by name, so that nobody believes an edit that was not made.
 */
export function changedFields<F extends string>(
  before: object,
  after: unknown,
  editable: readonly F[],
): ReadonlySet<F> {
  if (typeof after !== 'object' || after === null || Array.isArray(after))
    throw invalid('The patch must leave an object.');
  const [old, patched] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const names = [...new Set([...Object.keys(old), ...Object.keys(patched)])];
  const changed = names.filter((name) => !isDeepStrictEqual(old[name], patched[name]));
  const fixed = changed.find((name) => !(editable as readonly string[]).includes(name));
  if (fixed !== undefined)
    throw invalid(`${fixed} cannot be edited here; what can is ${editable.join(', ')}.`);
  return new Set(changed as F[]);
}
