import {
  type Actor,
  type AnyMutation,
  type Instant,
  type Link,
  type Place,
  type ResourceKind,
  type Resources,
  toInstant,
} from '@latchkey/model';
import type { Tx } from '../store/database.ts';
import { json, nullableJson } from '../store/tables.ts';
import { canonical, commitHash, genesisHash, sha256 } from './canonical.ts';
import { publicView } from './public-view.ts';
import { resourcePath, subjectsOf } from './subjects.ts';

/** A mutation with the operation that made it, as the ledger records it. */
export interface Recorded {
  readonly action: string;
  /** The operation's path below its place: `customer/acme`. */
  readonly resource: string;
  readonly mutation: AnyMutation;
}

export interface Author {
  readonly changeId: string;
  readonly actor: Actor;
  readonly comment: string;
  readonly links: readonly Link[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The head of a place's ledger, locked until the transaction ends. */
export interface Stream extends Place {
  readonly revision: number;
  readonly headHash: string;
}

/**
 * Locks the ledgers of these places, in one order for everybody, so that writers of a place take turns and never wait
 * in a circle. A place with an empty environment stands for the project and all its environments: what they share
 * moves the revision of each. Returns the heads of those that exist.
 */
export async function lockStreams(tx: Tx, place: Place): Promise<readonly Stream[]> {
  const all = place.project !== '' && place.environment === '';
  let query = tx
    .selectFrom('ledger_stream')
    .select(['project', 'environment', 'revision', 'head_hash'])
    .where('project', '=', place.project);
  if (!all) query = query.where('environment', '=', place.environment);
  const rows = await query.orderBy('project').orderBy('environment').forUpdate().execute();
  return rows.map(({ project, environment, revision, head_hash: headHash }) => ({
    project,
    environment,
    revision,
    headHash,
  }));
}

/**
 * Writes the entries of a change, once each, and one commit in every locked stream and in every place that the change
 * itself creates. Returns the new revision by place.
 */
export async function append(
  tx: Tx,
  recorded: readonly Recorded[],
  streams: readonly Stream[],
  author: Author,
  newEpoch: () => string,
): Promise<ReadonlyMap<string, number>> {
  const at = toInstant(author.now);
  const entries = recorded.map((one, position) => entryOf(one, position, author, at));
  for (let first = 0; first < entries.length; first += rowsPerInsert) {
    await tx
      .insertInto('ledger_entry')
      .values(entries.slice(first, first + rowsPerInsert))
      .execute();
  }
  const hashes = entries.map(({ hash }) => hash);
  const revisions = new Map<string, number>();
  for (const stream of [...streams, ...placesCreated(recorded, streams)]) {
    const revision = stream.revision + 1;
    const hash = commitHash(stream.headHash, revision, author.changeId, hashes);
    const { project, environment } = stream;
    await tx
      .insertInto('ledger_stream')
      .values({ project, environment, revision, epoch: newEpoch(), head_hash: hash })
      .onConflict((taken) =>
        taken.columns(['project', 'environment']).doUpdateSet({ revision, head_hash: hash }),
      )
      .execute();
    await tx
      .insertInto('ledger_commit')
      .values({
        project,
        environment,
        revision,
        change_id: author.changeId,
        at,
        hash,
        previous_hash: stream.headHash,
      })
      .execute();
    revisions.set(placeKey(stream), revision);
  }
  return revisions;
}

/** PostgreSQL takes 65,535 parameters a statement and an entry has 17. */
const rowsPerInsert = 1000;

export const placeKey = ({ project, environment }: Place): string => `${project}/${environment}`;

/** Places whose first entry this is: a project that is being created, or one of its environments. */
function placesCreated(recorded: readonly Recorded[], streams: readonly Stream[]): readonly Stream[] {
  const known = new Set(streams.map(placeKey));
  const created = new Map<string, Stream>();
  for (const { mutation } of recorded) {
    const { project, environment } = mutation.place;
    const key = placeKey(mutation.place);
    if (!known.has(key)) created.set(key, { project, environment, revision: 0, headHash: genesisHash });
  }
  return [...created.values()];
}

function entryOf({ action, resource, mutation }: Recorded, position: number, author: Author, at: Instant) {
  const kind: ResourceKind = mutation.resource;
  const present = (mutation.after ?? mutation.before) as Resources[ResourceKind];
  const record = {
    change_id: author.changeId,
    position,
    project: mutation.place.project,
    environment: mutation.place.environment,
    at,
    actor: author.actor,
    action,
    resource: resourcePath(mutation.place, resource),
    resource_kind: kind,
    resource_id: mutation.id,
    ...subjectsOf(kind, present as never),
    before: publicView(kind, mutation.before),
    after: publicView(kind, mutation.after),
    comment: author.comment,
    links: author.links,
  };
  return {
    ...record,
    actor: json(author.actor),
    actor_id: author.actor.id,
    before: nullableJson(record.before),
    after: nullableJson(record.after),
    links: json(author.links),
    hash: entryHash(record),
  };
}

/** The fields that an entry's hash vouches for; the verifier reads them back by the same names. */
export interface HashedEntry {
  readonly change_id: string;
  readonly position: number;
  readonly project: string;
  readonly environment: string;
  readonly at: Instant;
  readonly actor: unknown;
  readonly action: string;
  readonly resource: string;
  readonly resource_kind: string;
  readonly resource_id: string;
  readonly customer: string | null;
  readonly feature: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly comment: string;
  readonly links: unknown;
}

export const entryHash = (entry: HashedEntry): string =>
  sha256(
    canonical([
      entry.change_id,
      entry.position,
      entry.project,
      entry.environment,
      entry.at,
      entry.actor,
      entry.action,
      entry.resource,
      entry.resource_kind,
      entry.resource_id,
      entry.customer,
      entry.feature,
      entry.before,
      entry.after,
      entry.comment,
      entry.links,
    ]),
  );
