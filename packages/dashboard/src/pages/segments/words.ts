import type { SegmentReply } from '../../api/replies.ts';
import { countOf, joined } from '../../ui/impact-words.ts';

/** “12 customers and 3 users listed, 1 excluded, and whoever fits 2 rules”. */
export function sizeInWords({ members, rules }: Pick<SegmentReply, 'members' | 'rules'>): string {
  const listed = members
    .filter(({ included }) => included > 0)
    .map(({ contextKind, included }) => countOf(included, contextKind));
  const excluded = members.reduce((sum, member) => sum + member.excluded, 0);
  const parts = [
    listed.length > 0 && `${joined(listed)} listed`,
    excluded > 0 && `${excluded} excluded`,
    rules.length > 0 && `whoever fits ${countOf(rules.length, 'rule')}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'nobody yet' : joined(parts);
}

/** Keys pasted from a spreadsheet: one a line, or with commas; each once. */
export const keysIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((key) => key.trim())
      .filter((key) => key !== ''),
  ),
];
