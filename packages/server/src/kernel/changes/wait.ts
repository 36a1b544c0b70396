import { type StoredChange, toInstant } from '@latchkey/model';
import { actorOf } from '../access/principal.ts';
import { placeKey, type Stream } from '../ledger/append.ts';
import { canonical } from '../ledger/canonical.ts';
import type { Tx } from '../store/database.ts';
import type { Change, Pending, Scheduled } from './change.ts';
import type { Deps } from './deps.ts';
import { digestOf } from './digest.ts';
import { execute } from './execute.ts';
import type { ParsedCall } from './parse.ts';
import { customerOf, previewOf } from './preview-of.ts';
import type { Weighed } from './weighed.ts';

/**
 * Keeps a change for later: until somebody approves it, or until its time. It was computed and authorised just now, so
 * that its author hears of a mistake today; before it is applied it goes through everything again.
 */
export async function wait(
  tx: Tx,
  change: Change,
  calls: readonly ParsedCall[],
  weighed: Weighed,
  streams: readonly Stream[],
  { stores }: Pick<Deps, 'stores'>,
): Promise<Pending | Scheduled> {
  const { recorded, edits, verdict, impact } = weighed;
  const { id, place, now } = change;
  const effectiveAt = change.effectiveAt === null ? null : toInstant(change.effectiveAt);
  const stored: StoredChange = {
    id,
    status: verdict.outcome === 'approve' ? 'pending' : 'scheduled',
    author: actorOf(change.principal),
    comment: change.comment,
    links: change.links,
    operations: calls.map(({ operation, input }) => ({ kind: operation.kind, input })),
    actions: calls.map(({ operation, resource }) => ({ kind: operation.kind, resource })),
    effectiveAt,
    createdAt: toInstant(now),
    baseRevision: streams.find((stream) => placeKey(stream) === placeKey(place))?.revision ?? 0,
    digest: digestOf(edits),
    preview: previewOf(recorded, await impact(), now),
    customer: customerOf(recorded),
    because: verdict.because,
    requirements: verdict.requirements,
    approvals: [],
    ended: null,
    failure: null,
    appliedAt: null,
  };
  const action = stored.status === 'pending' ? 'change.request' : 'change.schedule';
  const author = { ...authorOf(change), changeId: `${id}.asked` };
  const commit = { place, author, ...recordOf(action, change, null, stored) };
  const { revision } = await execute(tx, commit, streams, stores);
  if (stored.status === 'scheduled')
    return {
      status: 'scheduled',
      changeId: id,
      effectiveAt: effectiveAt ?? toInstant(now),
      revision,
      replayed: false,
    };
  const { status, because, requirements } = stored;
  return {
    status: 'pending',
    changeId: id,
    change: { id, status, because, requirements, effectiveAt },
    revision,
    replayed: false,
  };
}

export const authorOf = ({ id, principal, comment, links, now }: Change) => ({
  changeId: id,
  actor: actorOf(principal),
  comment,
  links,
  now,
});

/** A step in the life of a stored change as the ledger records it; without a difference there is no step. */
export function recordOf(
  action: string,
  { place }: Pick<Change, 'place'>,
  before: StoredChange | null,
  after: StoredChange,
) {
  const mutation = { resource: 'change', place, id: after.id, before, after } as const;
  const isStep = canonical(before) !== canonical(after);
  return {
    recorded: isStep ? [{ action, resource: `change/${after.id}`, mutation }] : [],
    edits: new Map(isStep ? [[`change\n${after.id}`, mutation]] : []),
  };
}
