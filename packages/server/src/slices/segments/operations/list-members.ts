import { idOf, Key, type SegmentMember, text } from '@latchkey/model';
import { z } from 'zod';
import { mutate, type One, one, operation, refuse } from '../../../kernel/changes/operation.ts';

/** One request lists or strikes at most this many: each is a row and a ledger entry, and together they are one change. */
export const membersMax = 1000;

/** `customer`, `user`, `device` …: LaunchDarkly's alphabet for kinds. */
export const ContextKind = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,100}$/, 'must be a kind of context such as customer');

const input = {
  segment: Key,
  contextKind: ContextKind,
  contextKeys: z.array(text(500).min(1)).min(1).max(membersMax),
};
type Input = {
  readonly segment: string;
  readonly contextKind: string;
  readonly contextKeys: readonly string[];
};

const memberOf = ({ segment, contextKind }: Input, contextKey: string, included: boolean): SegmentMember => ({
  segment,
  contextKind,
  contextKey,
  included,
});

/** The rows of these members, each under its context key, behind a prefix that no other name begins with. */
const rowsOf = (input: Input) => {
  const wanted: Record<`member ${string}`, One<'segment_member'>> = {};
  for (const key of input.contextKeys) {
    wanted[`member ${key}`] = one('segment_member', idOf.segment_member(memberOf(input, key, true)));
  }
  return wanted;
};

/** Lists contexts as members of a segment in one environment, or, with `included: false`, as never members. */
export const addMembers = operation({
  kind: 'segment.add-members',
  scope: 'environment',
  input: z.strictObject({ ...input, included: z.boolean().exactOptional() }),
  resource: ({ segment }) => `segment/${segment}`,
  setup: ({ segment }) => ({ segment: one('segment', segment) }),
  follow: rowsOf,
  compute(said, seen, { place }) {
    if (!seen.segment) return refuse('segment_unknown', `There is no segment ${said.segment}.`);
    return [...new Set(said.contextKeys)].map((key) =>
      mutate(
        'segment_member',
        place,
        seen[`member ${key}`] ?? null,
        memberOf(said, key, said.included ?? true),
      ),
    );
  },
});

/** Strikes contexts off the list of a segment; those that are not on it are passed over. */
export const removeMembers = operation({
  kind: 'segment.remove-members',
  scope: 'environment',
  input: z.strictObject(input),
  resource: ({ segment }) => `segment/${segment}`,
  setup: ({ segment }) => ({ segment: one('segment', segment) }),
  follow: rowsOf,
  compute(said, seen, { place }) {
    if (!seen.segment) return refuse('segment_unknown', `There is no segment ${said.segment}.`);
    return [...new Set(said.contextKeys)].flatMap((key) => {
      const member = seen[`member ${key}`];
      return member ? [mutate('segment_member', place, member, null)] : [];
    });
  },
});
