import type { LedgerEntry } from '@latchkey/model';
import { sql } from 'kysely';
import { toEntry } from '../../../kernel/ledger/tail.ts';
import type { Reader } from '../../../kernel/store/database.ts';
import { grouped } from '../grouped.ts';
import type { Known } from './representation.ts';

export interface Wanted {
  /** Epoch milliseconds. */
  readonly before: number | null;
  readonly after: number | null;
  /** A part of the name of who did it, of what it was done to, or of the comment. */
  readonly words: string | null;
}

/** Entries of the whole installation, newest first, so many before the one that was seen last. */
export async function loadEntries(
  db: Reader,
  { before, after, words }: Wanted,
  below: number | null,
  limit: number,
): Promise<readonly LedgerEntry[]> {
  let select = db.selectFrom('ledger_entry').selectAll();
  if (before !== null) select = select.where('at', '<', new Date(before).toISOString());
  if (after !== null) select = select.where('at', '>', new Date(after).toISOString());
  if (below !== null) select = select.where('seq', '<', below);
  if (words) {
    const part = `%${words.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    select = select.where(
      sql<boolean>`(lower(resource) like ${part} or lower(comment) like ${part} or lower(actor ->> 'name') like ${part}
        or lower(coalesce("after", "before") ->> 'name') like ${part})`,
    );
  }
  const rows = await select.orderBy('seq', 'desc').limit(limit).execute();
  return rows.map((row) => toEntry(row, null));
}

export async function loadEntry(db: Reader, seq: number): Promise<LedgerEntry | null> {
  const row = await db.selectFrom('ledger_entry').selectAll().where('seq', '=', seq).executeTakeFirst();
  return row ? toEntry(row, null) : null;
}

/** Who did these, as far as it is known beside the entry. */
export async function knownOf(db: Reader, entries: readonly LedgerEntry[]): Promise<Known> {
  const ids = [...new Set(entries.map(({ actor }) => actor.id))];
  const tokenRows = await instanceRows(db, 'api_token', ids);
  const tokens = new Map(
    tokenRows.map(({ id, body }) => {
      const { ending, member } = body as { ending: string; member: string | null };
      return [id, { ending, member }];
    }),
  );
  const owners = [...tokens.values()].flatMap(({ member }) => (member === null ? [] : [member]));
  const memberRows = await instanceRows(db, 'member', [...ids, ...owners]);
  return {
    tokens,
    flagNames: await flagNamesOf(db, entries),
    emails: new Map(memberRows.map(({ id, body }) => [id, (body as { email: string }).email])),
  };
}

/** An entry of one environment's targeting has the flag's key alone. */
async function flagNamesOf(
  db: Reader,
  entries: readonly LedgerEntry[],
): Promise<ReadonlyMap<string, string>> {
  const about = entries.filter(({ resourceKind }) => resourceKind === 'flag_targeting');
  if (about.length === 0) return new Map();
  const rows = await db
    .selectFrom('resource')
    .select(['project', 'id', 'body'])
    .where('project', 'in', [...new Set(about.map(({ project }) => project))])
    .where('environment', '=', '')
    .where('kind', '=', 'flag')
    .where('id', 'in', [...new Set(about.map(({ resourceId }) => resourceId))])
    .execute();
  return new Map(rows.map(({ project, id, body }) => [`${project}/${id}`, (body as { name: string }).name]));
}

async function instanceRows(db: Reader, kind: 'api_token' | 'member', ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('resource')
    .select(['id', 'body'])
    .where('project', '=', '')
    .where('environment', '=', '')
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .execute();
}

/** The environments of every project, for what concerns all of them. */
export async function environmentsByProject(db: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('ledger_stream')
    .select(['project', 'environment'])
    .where('environment', '<>', '')
    .orderBy('environment')
    .execute();
  const byProject = grouped(rows, ({ project }) => project);
  return new Map(
    [...byProject].map(([project, own]) => [project, own.map(({ environment }) => environment)]),
  );
}
