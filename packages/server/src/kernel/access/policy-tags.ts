import type { AnyMutation } from '@latchkey/model';

/**
 * The tags that policies see on one side of a mutation. A grant has none of its own, so its origin stands there:
 * a role may then be limited to `customer/*;origin:goodwill`. The tags of its customer are left out on purpose:
 * whoever may tag a customer could otherwise invent an origin.
 */
export function policyTags(mutation: AnyMutation, side: 'before' | 'after'): readonly string[] {
  if (mutation.resource === 'grant') {
    const grant = mutation[side];
    return grant === null ? [] : [`origin:${grant.origin}`];
  }
  const present = mutation[side];
  return present !== null && 'tags' in present ? present.tags : [];
}
