import type { SegmentImport } from '@latchkey/model';
import { sql } from 'kysely';
import type { Tx } from '../../kernel/store/database.ts';
import { type MutationOf, type ResourceStore, tableStore } from '../../kernel/store/resources.ts';

const table = tableStore('segment_import');

/**
 * An import is kept like everything else. When a part of it goes in, its keys become members in the same transaction:
 * thousands with one statement, and one small entry in the ledger.
 */
export const importStore: ResourceStore<'segment_import'> = {
  ...table,
  async keep(tx, mutation, at) {
    const { before, after } = mutation;
    const parts = after?.applied.parts ?? 0;
    if (after !== null && parts > (before?.applied.parts ?? 0)) await takeIn(tx, mutation, after);
    if (after === null || after.state !== 'applying') {
      await tx.deleteFrom('segment_upload_part').where('upload', '=', mutation.id).execute();
    }
    return table.keep(tx, mutation, at);
  },
};

async function takeIn(
  tx: Tx,
  { place: { project, environment }, id }: MutationOf<'segment_import'>,
  { segment, contextKind, action, last }: SegmentImport,
): Promise<void> {
  const keys = sql`(
    select distinct unnest(part.keys) as key
    from segment_upload_part as part join segment_upload as upload on upload.id = part.upload
    where part.upload = ${id} and part.part = ${last?.part ?? 0} and part.digest = ${last?.digest ?? ''}
      and upload.project = ${project} and upload.environment = ${environment} and upload.segment = ${segment}
      and upload.context_kind = ${contextKind})`;
  if (action === 'remove') {
    await sql`
      delete from segment_member as member using ${keys} as listed
      where member.project = ${project} and member.environment = ${environment} and member.segment = ${segment}
        and member.context_kind = ${contextKind} and member.context_key = listed.key`.execute(tx);
    return;
  }
  await sql`
    insert into segment_member (project, environment, segment, context_kind, context_key, included)
    select ${project}, ${environment}, ${segment}, ${contextKind}, listed.key, ${action === 'add'}::boolean
    from ${keys} as listed
    on conflict (project, environment, segment, context_kind, context_key)
      do update set included = excluded.included, until = null
      where segment_member.included <> excluded.included or segment_member.until is not null`.execute(tx);
}
