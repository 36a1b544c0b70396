import type { AnyMutation, Place, SegmentImport } from '@latchkey/model';
import { sql } from 'kysely';
import { mutate } from '../kernel/changes/operation.ts';
import type { Reader } from '../kernel/store/database.ts';

/**
 * What an import that is about to start will do, as if its keys were listed one by one: for the customers among them,
 * at most so many. Keys of other kinds, and of customers that do not exist, concern nobody's rights.
 */
export async function importedMembers(
  db: Reader,
  place: Place,
  edits: readonly AnyMutation[],
  customersMax: number,
): Promise<readonly AnyMutation[]> {
  const starting = edits.flatMap((edit) =>
    edit.resource === 'segment_import' && edit.before === null && edit.after ? [edit.after] : [],
  );
  const members: AnyMutation[] = [];
  for (const one of starting.filter(({ contextKind }) => contextKind === 'customer')) {
    for (const key of await customersIn(db, place, one, customersMax))
      members.push(memberOf(one, key, place));
  }
  return members;
}

async function customersIn(
  db: Reader,
  { project, environment }: Place,
  { id }: SegmentImport,
  customersMax: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('resource')
    .select('id')
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'customer')
    .where(sql<boolean>`id in (select unnest(keys) from segment_upload_part where upload = ${id})`)
    .orderBy('id')
    .limit(customersMax + 1)
    .execute();
  return rows.map((row) => row.id);
}

function memberOf(
  { segment, contextKind, action }: SegmentImport,
  contextKey: string,
  place: Place,
): AnyMutation {
  const member = { segment, contextKind, contextKey, included: action !== 'exclude' };
  return action === 'remove'
    ? mutate('segment_member', place, member, null)
    : mutate('segment_member', place, null, member);
}
