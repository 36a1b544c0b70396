import type { Instant, Place, SegmentMember } from '@latchkey/model';
import type { Reader } from '../../kernel/store/database.ts';
import { type ResourceStore, tableStore } from '../../kernel/store/resources.ts';

/** `swiss/customer/acme`: segments and kinds contain no slash, context keys may. */
function addressOf(id: string) {
  const afterSegment = id.indexOf('/');
  const afterKind = id.indexOf('/', afterSegment + 1);
  return {
    segment: id.slice(0, afterSegment),
    context_kind: id.slice(afterSegment + 1, afterKind),
    context_key: id.slice(afterKind + 1),
  };
}

const table = tableStore('segment');

/** A segment that goes takes everybody along whom it lists, so that a later one of its name begins empty. */
export const segmentStore: ResourceStore<'segment'> = {
  ...table,
  async keep(tx, mutation, at) {
    if (mutation.after === null) {
      await tx
        .deleteFrom('segment_member')
        .where('project', '=', mutation.place.project)
        .where('segment', '=', mutation.id)
        .execute();
    }
    return table.keep(tx, mutation, at);
  },
};

/** Listed members, each a row of its own: a segment may list millions, and a context asks for its own alone. */
export const memberStore: ResourceStore<'segment_member'> = {
  async one(db, place, id) {
    const at = addressOf(id);
    const row = await membersIn(db, place)
      .where('segment', '=', at.segment)
      .where('context_kind', '=', at.context_kind)
      .where('context_key', '=', at.context_key)
      .executeTakeFirst();
    // Little is said about a member and nobody edits it in two places: it has no counter.
    return row ? { body: toMember(row), version: 1 } : null;
  },
  async all(db, place, { parent }) {
    let query = membersIn(db, place);
    if (parent !== undefined) query = query.where('segment', '=', parent);
    const rows = await query.orderBy('segment').orderBy('context_kind').orderBy('context_key').execute();
    return rows.map(toMember);
  },
  async keep(tx, { place: { project, environment }, id, after }) {
    const row = { project, environment, ...addressOf(id) };
    if (after === null) {
      await tx
        .deleteFrom('segment_member')
        .where('project', '=', row.project)
        .where('environment', '=', row.environment)
        .where('segment', '=', row.segment)
        .where('context_kind', '=', row.context_kind)
        .where('context_key', '=', row.context_key)
        .execute();
      return 0;
    }
    const { included, until = null } = after;
    await tx
      .insertInto('segment_member')
      .values({ ...row, included, until })
      .onConflict((taken) =>
        taken
          .columns(['project', 'environment', 'segment', 'context_kind', 'context_key'])
          .doUpdateSet({ included, until }),
      )
      .execute();
    return 1;
  },
};

const membersIn = (db: Reader, { project, environment }: Place) =>
  db
    .selectFrom('segment_member')
    .select(['segment', 'context_kind', 'context_key', 'included', 'until'])
    .where('project', '=', project)
    .where('environment', '=', environment);

export const toMember = (row: {
  readonly segment: string;
  readonly context_kind: string;
  readonly context_key: string;
  readonly included: boolean;
  readonly until: Instant | null;
}): SegmentMember => ({
  segment: row.segment,
  contextKind: row.context_kind,
  contextKey: row.context_key,
  included: row.included,
  ...(row.until !== null && { until: row.until }),
});
