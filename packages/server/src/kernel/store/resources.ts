import {
  type AnyMutation,
  type Instant,
  type Place,
  programmeEnd,
  type ResourceKind,
  type Resources,
  scopeOf,
} from '@latchkey/model';
import type { Reader, Tx } from './database.ts';

/** How one kind of resource is read and kept. Reading takes a `Reader`; keeping takes a `Tx`, which only the pipeline has. */
export interface ResourceStore<K extends ResourceKind> {
  one(db: Reader, place: Place, id: string): Promise<Kept<K> | null>;
  all(
    db: Reader,
    place: Place,
    where: { readonly parent?: string; readonly secondary?: string },
  ): Promise<readonly Resources[K][]>;
  /** Writes the after of a mutation, or removes the row. Returns the version it now has; 0 when it is gone. */
  keep(tx: Tx, mutation: MutationOf<K>, at: Instant): Promise<number>;
}
export type MutationOf<K extends ResourceKind> = Extract<AnyMutation, { readonly resource: K }>;
export interface Kept<K extends ResourceKind> {
  readonly body: Resources[K];
  readonly version: number;
}
export type ResourceStores = { readonly [K in ResourceKind]: ResourceStore<K> };

interface Relations<R> {
  readonly parent?: (resource: R) => string | null;
  readonly secondary?: (resource: R) => string | null;
  readonly search?: (resource: R) => string | null;
}

/** The indexed relations of each kind: what `all(kind, { parent, secondary })` and the lists search by. */
export const relations: { readonly [K in ResourceKind]: Relations<Resources[K]> } = {
  project: { search: ({ name }) => name.toLowerCase() },
  environment: {},
  flag: { secondary: ({ state }) => state, search: ({ key, name }) => `${name} ${key}`.toLowerCase() },
  flag_targeting: { secondary: ({ targetEnds }) => earliestOf(targetEnds ?? []) },
  segment: { search: ({ key, name }) => `${name} ${key}`.toLowerCase() },
  segment_member: { parent: ({ segment }) => segment },
  segment_import: {
    parent: ({ segment }) => segment,
    secondary: ({ state }) => (state === 'applying' ? state : null),
  },
  feature: {
    parent: ({ flagKey }) => flagKey,
    secondary: ({ state }) => state,
    search: ({ key, name }) => `${name} ${key}`.toLowerCase(),
  },
  catalogue_entity: { secondary: ({ type }) => type },
  plan: { secondary: ({ state }) => state, search: ({ key, name }) => `${name} ${key}`.toLowerCase() },
  plan_version: { parent: ({ plan }) => plan },
  plan_publication: {},
  customer: {
    parent: ({ parent }) => parent,
    secondary: ({ state }) => state,
    search: ({ key, name }) => `${name} ${key}`.toLowerCase(),
  },
  subscription: { parent: ({ customer }) => customer, secondary: ({ state }) => state },
  grant: { parent: ({ subject }) => subjectPath(subject), secondary: ({ feature }) => feature },
  activation: { parent: ({ customer }) => customer, secondary: ({ pkId }) => pkId },
  // By its family, because one family tries a thing once; and by when its end is due, as long as that is to come.
  programme: {
    parent: ({ family }) => family,
    secondary: (programme) => (programme.outcome === null ? programmeEnd(programme) : null),
  },
  hold: { parent: ({ customer }) => customer },
  licence: { parent: ({ customer }) => customer, secondary: ({ revoked }) => (revoked ? 'revoked' : null) },
  licence_key: {},
  environment_key: { parent: ({ kind }) => kind, secondary: ({ digest }) => digest },
  connection: { parent: ({ platform }) => platform, secondary: ({ digest }) => digest },
  flag_link: { parent: ({ connection }) => connection, secondary: ({ feature }) => feature },
  member: {
    secondary: ({ email }) => email.toLowerCase(),
    search: ({ name, email }) => `${name} ${email}`.toLowerCase(),
  },
  role: {},
  api_token: { parent: ({ member }) => member, secondary: ({ digest }) => digest },
  webhook: {},
  usage_anchor: {},
  guardrail: {},
  change: {},
};

const earliestOf = (ends: readonly { readonly at: Instant }[]): Instant | null =>
  ends.reduce<Instant | null>((first, { at }) => (first === null || at < first ? at : first), null);

/** `customer/acme`, `plan/gold`, `everyone`: the subject of a grant as one indexed word. */
export const subjectPath = (subject: Resources['grant']['subject']): string =>
  subject.kind === 'everyone' ? 'everyone' : `${subject.kind}/${subject.key}`;

/** Where a kind's rows lie for somebody who stands in `place`: a project's flags are the same in all its environments. */
export function placeOf(kind: ResourceKind, { project, environment }: Place): Place {
  const scope = scopeOf[kind];
  return {
    project: scope === 'instance' ? '' : project,
    environment: scope === 'environment' ? environment : '',
  };
}

/** The store of a kind that needs nothing but the common table: its whole body as JSON beside its indexed relations. */
export function tableStore<K extends ResourceKind>(kind: K): ResourceStore<K> {
  const { parent, secondary, search } = relations[kind] as Relations<Resources[K]>;
  return {
    async one(db, place, id) {
      const at = placeOf(kind, place);
      const row = await db
        .selectFrom('resource')
        .select(['body', 'version'])
        .where('project', '=', at.project)
        .where('environment', '=', at.environment)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? { body: row.body as Resources[K], version: Number(row.version) } : null;
    },
    async all(db, place, where) {
      const at = placeOf(kind, place);
      let query = db
        .selectFrom('resource')
        .select('body')
        .where('project', '=', at.project)
        .where('environment', '=', at.environment)
        .where('kind', '=', kind);
      if (where.parent !== undefined) query = query.where('parent', '=', where.parent);
      if (where.secondary !== undefined) query = query.where('secondary', '=', where.secondary);
      const rows = await query.orderBy('id').execute();
      return rows.map(({ body }) => body as Resources[K]);
    },
    async keep(tx, mutation, at) {
      const key = {
        project: mutation.place.project,
        environment: mutation.place.environment,
        kind,
        id: mutation.id,
      };
      const after = mutation.after as Resources[K] | null;
      if (after === null) {
        await tx
          .deleteFrom('resource')
          .where('project', '=', key.project)
          .where('environment', '=', key.environment)
          .where('kind', '=', kind)
          .where('id', '=', key.id)
          .execute();
        return 0;
      }
      const row = {
        body: JSON.stringify(after),
        parent: parent?.(after) ?? null,
        secondary: secondary?.(after) ?? null,
        search: search?.(after) ?? null,
      };
      const kept = await tx
        .insertInto('resource')
        .values({ ...key, ...row, version: 1, created_at: at, updated_at: at })
        .onConflict((taken) =>
          taken
            .columns(['project', 'environment', 'kind', 'id'])
            .doUpdateSet((set) => ({ ...row, version: set('resource.version', '+', 1), updated_at: at })),
        )
        .returning('version')
        .executeTakeFirstOrThrow();
      return Number(kept.version);
    },
  };
}

/** Kinds whose rows lie just where their place says, in the common table: many are found in one go. */
const foundTogether = (kind: ResourceKind): boolean =>
  !['project', 'environment', 'segment_member', 'change'].includes(kind);

/** What is there of these ids, each as its own store would find it; null where only the store can tell. */
export async function readTogether(
  db: Reader,
  kind: ResourceKind,
  place: Place,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Resources[ResourceKind]> | null> {
  if (!foundTogether(kind)) return null;
  const at = placeOf(kind, place);
  const rows = await db
    .selectFrom('resource')
    .select(['id', 'body'])
    .where('project', '=', at.project)
    .where('environment', '=', at.environment)
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, body }) => [id, body as Resources[ResourceKind]]));
}
