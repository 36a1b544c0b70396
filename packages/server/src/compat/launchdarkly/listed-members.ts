import type { Place } from '@latchkey/model';
import type { Reader } from '../../kernel/store/database.ts';

/** Who is listed in a segment, by kind of context. */
export interface ListedMembers {
  readonly included: ReadonlyMap<string, readonly string[]>;
  readonly excluded: ReadonlyMap<string, readonly string[]>;
}

/** More than this is not sent to every application: such a segment says of itself that its members are elsewhere. */
const listedMax = 50_000;

/** By segment; null for a segment that lists more than applications are sent. Only the segments named, or all. */
export async function loadListedMembers(
  db: Reader,
  place: Place,
  segments: ReadonlySet<string> | 'all',
): Promise<ReadonlyMap<string, ListedMembers | null>> {
  const found = new Map<string, ListedMembers | null>();
  const wanted = segments === 'all' ? await segmentsWithMembers(db, place) : [...segments];
  for (const segment of wanted) found.set(segment, await membersOf(db, place, segment));
  return found;
}

const rowsIn = (db: Reader, { project, environment }: Place) =>
  db.selectFrom('segment_member').where('project', '=', project).where('environment', '=', environment);

async function segmentsWithMembers(db: Reader, place: Place): Promise<readonly string[]> {
  const rows = await rowsIn(db, place).select('segment').distinct().execute();
  return rows.map(({ segment }) => segment);
}

async function membersOf(db: Reader, place: Place, segment: string): Promise<ListedMembers | null> {
  const rows = await rowsIn(db, place)
    .select(['context_kind', 'context_key', 'included'])
    .where('segment', '=', segment)
    .orderBy('context_kind')
    .orderBy('context_key')
    .limit(listedMax + 1)
    .execute();
  if (rows.length > listedMax) return null;
  const byKind = (isIncluded: boolean) => {
    const keys = new Map<string, string[]>();
    for (const { context_kind, context_key, included } of rows) {
      if (included !== isIncluded) continue;
      const others = keys.get(context_kind);
      if (others) others.push(context_key);
      else keys.set(context_kind, [context_key]);
    }
    return keys;
  };
  return { included: byKind(true), excluded: byKind(false) };
}
