import type { LedgerEntry } from '@latchkey/model';
import { explainPermission } from '../../../kernel/access/policy.ts';
import type { Telling } from '../../../slices/webhooks/index.ts';
import { knownOf } from './load.ts';
import { type Access, accessesOf, detailOf } from './representation.ts';
import { isTold } from './words.ts';

/** What webhooks are told, in LaunchDarkly's words: the entry of the audit log in detail. */
export const telling: Telling = {
  isTold,
  concerns: ({ statements }, entry, environments) =>
    statements.length === 0 || fitsPolicy(statements, entry, accessesOf(entry, environments)),
  async bodyOf(entry, environments, reader) {
    return detailOf(entry, accessesOf(entry, environments), await knownOf(reader, [entry]));
  },
};

/**
 * Whether a policy allows one of the things that were done. It may name actions in LaunchDarkly's words or ours, so a
 * denial of either denies.
 */
export function fitsPolicy(
  statements: Parameters<typeof explainPermission>[0],
  entry: LedgerEntry,
  accesses: readonly Access[],
): boolean {
  return accesses.some(({ action, resource }) => {
    const answers = [action, entry.action].map((one) =>
      explainPermission(statements, { action: one, resource, tags: tagsOf(entry) }),
    );
    return answers.some(({ allowed }) => allowed) && answers.every(({ because }) => because !== 'denied');
  });
}

function tagsOf({ before, after }: LedgerEntry): readonly string[] {
  const { tags } = (after ?? before ?? {}) as { tags?: unknown };
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}
