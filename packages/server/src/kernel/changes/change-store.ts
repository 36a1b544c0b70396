import type { StoredChange } from '@latchkey/model';
import type { ResourceStore } from '../store/resources.ts';
import { json } from '../store/tables.ts';

/** The rows behind changes that wait. They lie where they were made: in an environment, a project, or the installation. */
export const changeStore: ResourceStore<'change'> = {
  async one(db, { project, environment }, id) {
    const row = await db
      .selectFrom('change')
      .select(['body', 'version'])
      .where('id', '=', id)
      .where('project', '=', project)
      .where('environment', '=', environment)
      .executeTakeFirst();
    return row ? { body: row.body as StoredChange, version: Number(row.version) } : null;
  },
  async all(db, { project, environment }) {
    const rows = await db
      .selectFrom('change')
      .select('body')
      .where('project', '=', project)
      .where('environment', '=', environment)
      .orderBy('id')
      .execute();
    return rows.map(({ body }) => body as StoredChange);
  },
  async keep(tx, { place: { project, environment }, id, after }) {
    if (after === null) throw new Error('a change that waited stays on record');
    const { status, author, effectiveAt, createdAt } = after;
    const row = { status, effective_at: effectiveAt, body: json(after) };
    const kept = await tx
      .insertInto('change')
      .values({ ...row, id, project, environment, actor_id: author.id, created_at: createdAt, version: 1 })
      .onConflict((taken) =>
        taken.column('id').doUpdateSet((set) => ({ ...row, version: set('change.version', '+', 1) })),
      )
      .returning('version')
      .executeTakeFirstOrThrow();
    return Number(kept.version);
  },
};
