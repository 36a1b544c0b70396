import { fromInstant, Instant, idOf, Key, type SegmentMember, text } from '@latchkey/model';
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

const overAlready = (field: string) => refuse('end_in_past', 'That moment is over already.', { field });

/** Lists contexts as members of a segment in one environment, or, with `included: false`, as never members. */
export const addMembers = operation({
  kind: 'segment.add-members',
  scope: 'environment',
  input: z.strictObject({
    ...input,
    included: z.boolean().exactOptional(),
    /** When they are struck off by themselves. Left out, whoever is listed already keeps their end. */
    until: Instant.exactOptional(),
  }),
  resource: ({ segment }) => `segment/${segment}`,
  setup: ({ segment }) => ({ segment: one('segment', segment) }),
  follow: rowsOf,
  compute(said, seen, { place, now }) {
    if (!seen.segment) return refuse('segment_unknown', `There is no segment ${said.segment}.`);
    if (said.until !== undefined && fromInstant(said.until) <= now) return overAlready('until');
    return [...new Set(said.contextKeys)].map((key) => {
      const member = seen[`member ${key}`] ?? null;
      const included = said.included ?? true;
      const until = said.until ?? (member?.included === included ? member.until : undefined);
      const listed = { ...memberOf(said, key, included), ...(until !== undefined && { until }) };
      return mutate('segment_member', place, member, listed);
    });
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

/** Says when a listed context is struck off by itself, or with `at: null` that it stays. */
export const endMember = operation({
  kind: 'segment.end-member',
  scope: 'environment',
  input: z.strictObject({
    segment: Key,
    contextKind: ContextKind,
    contextKey: text(500).min(1),
    at: Instant.nullable(),
  }),
  resource: ({ segment }) => `segment/${segment}`,
  setup: ({ segment, contextKind, contextKey }) => ({
    segment: one('segment', segment),
    member: one('segment_member', idOf.segment_member({ segment, contextKind, contextKey, included: true })),
  }),
  compute({ segment: key, contextKey, at }, { segment, member }, { place, now }) {
    if (!segment) return refuse('segment_unknown', `There is no segment ${key}.`);
    if (at !== null && fromInstant(at) <= now) return overAlready('at');
    if (!member) {
      return refuse('member_not_listed', `${contextKey} is not listed in ${segment.name}.`, {
        field: 'contextKey',
      });
    }
    const { until: _, ...stays } = member;
    return [mutate('segment_member', place, member, at === null ? stays : { ...stays, until: at })];
  },
});

/** Strikes off those of these members whose end has come. Nothing to do otherwise, however often it is asked. */
export const strikeMembers = operation({
  kind: 'segment.strike-members',
  scope: 'environment',
  input: z.strictObject(input),
  resource: ({ segment }) => `segment/${segment}`,
  setup: () => ({}),
  follow: rowsOf,
  compute: (said, seen, { place, now }) =>
    said.contextKeys.flatMap((key) => {
      const member = seen[`member ${key}`];
      return member?.until !== undefined && fromInstant(member.until) <= now
        ? [mutate('segment_member', place, member, null)]
        : [];
    }),
});
