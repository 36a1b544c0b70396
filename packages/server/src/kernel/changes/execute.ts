import { randomUUID } from 'node:crypto';
import { type AnyMutation, type Place, type ResourceKind, toInstant } from '@latchkey/model';
import { type Author, append, placeKey, type Recorded, type Stream } from '../ledger/append.ts';
import { publicView } from '../ledger/public-view.ts';
import type { Tx } from '../store/database.ts';
import type { MutationOf, ResourceStores } from '../store/resources.ts';
import type { Applied } from './change.ts';
import type { Edits } from './view.ts';

/** What is written together, and in whose name. */
export interface Commit {
  readonly place: Place;
  readonly author: Author;
  readonly recorded: readonly Recorded[];
  /** The same, each touched resource once. */
  readonly edits: Edits;
}

/** Rows, ledger and revision, in the transaction that locked the streams. Nothing to do is an answer, not a commit. */
export async function execute(
  tx: Tx,
  { place, author, recorded, edits }: Commit,
  streams: readonly Stream[],
  stores: ResourceStores,
): Promise<Applied> {
  const applied = { status: 'applied', changeId: author.changeId, impact: null, replayed: false } as const;
  const here = placeKey(place);
  if (recorded.length === 0) {
    const revision = streams.find((stream) => placeKey(stream) === here)?.revision ?? 0;
    return { ...applied, revision, resources: [] };
  }
  const at = toInstant(author.now);
  const resources: Applied['resources'][number][] = [];
  for (const mutation of edits.values()) {
    const version = await keep(tx, mutation, stores, at);
    const { resource: kind, id } = mutation;
    resources.push({ kind, id, version, after: publicView(kind, mutation.after) });
  }
  const revisions = await append(tx, recorded, streams, author, randomUUID);
  return { ...applied, revision: revisions.get(here) ?? 0, resources };
}

const keep = <K extends ResourceKind>(
  tx: Tx,
  mutation: AnyMutation & { readonly resource: K },
  stores: ResourceStores,
  at: string,
): Promise<number> => stores[mutation.resource as K].keep(tx, mutation as MutationOf<K>, at);
