import type { AnyMutation } from '@latchkey/model';

const originTag = (origin: string): string => `origin:${origin}`;

/**
 * The tags that policies see on one side of an edit: the thing's own, and the origin of the grants that it makes,
 * alters or ends, because a grant has no tags. A role may then be limited to `customer/*;origin:goodwill`.
 *
 * Own tags that look like an origin are left out, so that whoever may tag a customer cannot invent one. A grant that
 * is only on one side of the edit, because it is new, stands for both.
 */
export function policyTags(
  own: readonly string[],
  mutations: readonly AnyMutation[],
  side: 'before' | 'after',
): readonly string[] {
  const origins = mutations.flatMap((mutation) => {
    if (mutation.resource !== 'grant') return [];
    const grant = mutation[side] ?? mutation.after ?? mutation.before;
    return grant === null ? [] : [originTag(grant.origin)];
  });
  return [...own.filter((tag) => !tag.startsWith(originTag(''))), ...origins];
}
