import { randomUUID } from 'node:crypto';
import { type AnyMutation, type ResourceKind, toInstant } from '@latchkey/model';
import { actorOf } from '../access/principal.ts';
import { append, placeKey, type Stream } from '../ledger/append.ts';
import { publicView } from '../ledger/public-view.ts';
import type { Tx } from '../store/database.ts';
import type { MutationOf, ResourceStores } from '../store/resources.ts';
import type { Applied, Change } from './change.ts';
import type { Computed } from './compute.ts';
import type { Edits } from './view.ts';

/** Rows, ledger and revision, in the transaction that locked the streams. Nothing to do is an answer, not a commit. */
export async function execute(
  tx: Tx,
  computed: readonly Computed[],
  edits: Edits,
  streams: readonly Stream[],
  change: Change,
  stores: ResourceStores,
): Promise<Applied> {
  const applied = { status: 'applied', changeId: change.id, impact: null, replayed: false } as const;
  const recorded = computed.flatMap((one) => one.recorded);
  const here = placeKey(change.place);
  if (recorded.length === 0) {
    const revision = streams.find((stream) => placeKey(stream) === here)?.revision ?? 0;
    return { ...applied, revision, resources: [] };
  }
  const at = toInstant(change.now);
  const resources: Applied['resources'][number][] = [];
  for (const mutation of edits.values()) {
    const version = await keep(tx, mutation, stores, at);
    const { resource: kind, id } = mutation;
    resources.push({ kind, id, version, after: publicView(kind, mutation.after) });
  }
  const author = {
    changeId: change.id,
    actor: actorOf(change.principal),
    comment: change.comment,
    links: change.links,
    now: change.now,
  };
  const revisions = await append(tx, recorded, streams, author, randomUUID);
  return { ...applied, revision: revisions.get(here) ?? 0, resources };
}

const keep = <K extends ResourceKind>(
  tx: Tx,
  mutation: AnyMutation & { readonly resource: K },
  stores: ResourceStores,
  at: string,
): Promise<number> => stores[mutation.resource as K].keep(tx, mutation as MutationOf<K>, at);
