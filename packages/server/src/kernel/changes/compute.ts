import { createHash } from 'node:crypto';
import type { AnyMutation, Place, ResourceKind, Resources } from '@latchkey/model';
import { policyTags } from '../access/policy-tags.ts';
import { actorOf } from '../access/principal.ts';
import type { Recorded } from '../ledger/append.ts';
import { canonical } from '../ledger/canonical.ts';
import type { Reader } from '../store/database.ts';
import { placeOf, type ResourceStores, relations } from '../store/resources.ts';
import type { Change } from './change.ts';
import type { Circumstances, Want, Where } from './operation.ts';
import type { ParsedCall } from './parse.ts';
import { accept } from './problem-error.ts';

/** What all calls of a change do together: each touched resource once, from its first before to its last after. */
export type Edits = ReadonlyMap<string, AnyMutation>;

/** What one call does, and the object its policy question is about, before and after. */
export interface Computed {
  readonly call: ParsedCall;
  readonly recorded: readonly Recorded[];
  readonly tagsBefore: readonly string[];
  readonly tagsAfter: readonly string[];
}

/**
 * Loads what each operation asks for and computes it, in order. Later operations see the edits of earlier ones as if
 * they had been kept already. The first refusal refuses the whole change.
 */
export async function computeAll(
  db: Reader,
  calls: readonly ParsedCall[],
  change: Change,
  stores: ResourceStores,
): Promise<{ readonly computed: readonly Computed[]; readonly edits: Edits }> {
  const edits = new Map<string, AnyMutation>();
  const circumstances: Circumstances = {
    actor: actorOf(change.principal),
    now: change.now,
    place: change.place,
    comment: change.comment,
    newId: idsOf(change.id),
  };
  const computed: Computed[] = [];
  for (const call of calls) {
    const { operation, input } = call;
    const look = (wants: Readonly<Record<string, Want>>) => seeAll(db, wants, change.place, stores, edits);
    const wants = operation.setup(input, change.place);
    const first = await look(wants);
    const seen = { ...first, ...(await look(operation.follow?.(input, first) ?? {})) };
    const answer = operation.compute(input, seen, circumstances);
    const mutations = accept<readonly AnyMutation[]>(answer).filter(
      ({ before, after }) => canonical(before) !== canonical(after),
    );
    for (const mutation of mutations) {
      const address = addressOf(mutation.resource, mutation.place, mutation.id);
      const earlier = edits.get(address);
      edits.set(address, earlier ? ({ ...mutation, before: earlier.before } as AnyMutation) : mutation);
    }
    computed.push({
      call,
      recorded: mutations.map((mutation) => ({ action: operation.kind, resource: call.resource, mutation })),
      ...tagsOf(call, wants, seen, mutations),
    });
  }
  return { computed, edits };
}

/** Ids are a function of the change, so that retrying its transaction names the same things. */
function idsOf(changeId: string): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    const digest = createHash('sha256').update(`${changeId}/${count}`).digest('base64url');
    return `${prefix}_${digest.replaceAll(/[-_]/g, '').slice(0, 20)}`;
  };
}

const addressOf = (kind: ResourceKind, { project, environment }: Place, id: string): string =>
  [kind, project, environment, id].join('\n');

async function seeAll(
  db: Reader,
  wants: Readonly<Record<string, Want>>,
  place: Place,
  stores: ResourceStores,
  edits: ReadonlyMap<string, AnyMutation>,
): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  for (const [name, want] of Object.entries(wants)) {
    if (want === null) seen[name] = null;
    else if (want.want === 'one') seen[name] = await seeOne(db, want.kind, want.id, place, stores, edits);
    else seen[name] = await seeMany(db, want.kind, want.where, place, stores, edits);
  }
  return seen;
}

async function seeOne<K extends ResourceKind>(
  db: Reader,
  kind: K,
  id: string,
  place: Place,
  stores: ResourceStores,
  edits: ReadonlyMap<string, AnyMutation>,
): Promise<Resources[K] | null> {
  const at = placeOf(kind, place);
  const edit = edits.get(addressOf(kind, at, id));
  if (edit) return edit.after as Resources[K] | null;
  return (await stores[kind].one(db, at, id))?.body ?? null;
}

async function seeMany<K extends ResourceKind>(
  db: Reader,
  kind: K,
  where: Where,
  place: Place,
  stores: ResourceStores,
  edits: ReadonlyMap<string, AnyMutation>,
): Promise<readonly Resources[K][]> {
  const at = placeOf(kind, place);
  const edited = [...edits.values()].filter(
    (edit) =>
      edit.resource === kind &&
      edit.place.project === at.project &&
      edit.place.environment === at.environment,
  );
  const kept = await stores[kind].all(db, at, where);
  if (edited.length === 0) return kept;
  const replaced = new Set(edited.map(({ before }) => canonical(before)));
  const { parent, secondary } = relations[kind] as {
    parent?: (r: Resources[K]) => string | null;
    secondary?: (r: Resources[K]) => string | null;
  };
  const fits = (resource: Resources[K]): boolean =>
    (where.parent === undefined || parent?.(resource) === where.parent) &&
    (where.secondary === undefined || secondary?.(resource) === where.secondary);
  const added = edited.flatMap(({ after }) =>
    after !== null && fits(after as Resources[K]) ? [after as Resources[K]] : [],
  );
  return [...kept.filter((resource) => !replaced.has(canonical(resource))), ...added];
}

/** Policies may select by tag: the object that the call names, as it was and as it would be. */
function tagsOf(
  call: ParsedCall,
  wants: Readonly<Record<string, Want>>,
  seen: Readonly<Record<string, unknown>>,
  mutations: readonly AnyMutation[],
) {
  const slash = call.resource.indexOf('/');
  const noun = call.resource.slice(0, slash);
  const id = call.resource.slice(slash + 1);
  const named = Object.entries(wants).find(
    ([, want]) => want?.want === 'one' && want.kind === noun && want.id === id,
  );
  const edit = mutations.find((mutation) => mutation.resource === noun && mutation.id === id);
  const ownBefore = taggedWith(named && seen[named[0]]);
  const ownAfter = edit ? taggedWith(edit.after) : ownBefore;
  return {
    tagsBefore: policyTags(ownBefore, mutations, 'before'),
    tagsAfter: policyTags(ownAfter, mutations, 'after'),
  };
}

const taggedWith = (one: unknown): readonly string[] =>
  typeof one === 'object' && one !== null && 'tags' in one && Array.isArray(one.tags) ? one.tags : [];
