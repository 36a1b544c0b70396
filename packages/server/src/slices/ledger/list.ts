import type { LedgerEntry, Place } from '@latchkey/model';
import { sql } from 'kysely';
import { z } from 'zod';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import { toEntry } from '../../kernel/ledger/tail.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { containing } from '../projects/index.ts';
import { type About, aboutInSql } from './about.ts';

export interface EntrySearch extends About {
  /** An id, or a part of a name. */
  readonly actor?: string;
  /** `grant.create`, or all of a noun: `grant.*`. */
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * What happened, newest first. In an environment: its own entries and those of what its project shares, with the
 * revision that each was given there. In a project: the entries of all its environments, which have no one revision.
 */
export async function listEntries(
  db: Reader,
  { project, environment }: Place,
  { actor, action, from, to, limit, cursor, ...about }: EntrySearch,
): Promise<{ items: LedgerEntry[]; nextCursor: string | null }> {
  const before = readCursor(cursor, z.int());
  const isWholeProject = project !== '' && environment === '';
  let select = db
    .selectFrom('ledger_entry as entry')
    .leftJoin('ledger_commit as commit', (join) =>
      join
        .onRef('commit.change_id', '=', 'entry.change_id')
        .on('commit.project', '=', project)
        .on('commit.environment', '=', environment),
    )
    .selectAll('entry')
    .select('commit.revision')
    .where('entry.project', '=', project);
  if (!isWholeProject) {
    // What a project had before the environment was founded is no part of the environment's history.
    select = select
      .where('entry.environment', 'in', [...new Set(['', environment])])
      .where('commit.revision', 'is not', null);
  }
  for (const condition of aboutInSql(about)) select = select.where(condition);
  if (actor) {
    select = select.where(
      sql<boolean>`(entry.actor_id = ${actor} or lower(entry.actor ->> 'name') like ${containing(actor)})`,
    );
  }
  if (action?.endsWith('.*')) {
    select = select.where(sql<boolean>`starts_with(entry.action, ${action.slice(0, -1)})`);
  } else if (action) select = select.where('entry.action', '=', action);
  if (from) select = select.where('entry.at', '>=', from);
  if (to) select = select.where('entry.at', '<', to);
  if (before !== null) select = select.where('entry.seq', '<', before);
  const rows = await select
    .orderBy('entry.seq', 'desc')
    .limit(limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, {
    limit,
    position: ({ seq }) => seq,
    item: ({ revision, ...row }) => toEntry(row, isWholeProject ? null : revision),
  });
  return { items: [...items], nextCursor };
}

/** What happened in an environment after an entry that somebody saw last, oldest first; at most so many. */
export async function entriesAfter(
  db: Reader,
  { project, environment }: Place,
  seq: number,
  limit: number,
): Promise<readonly LedgerEntry[]> {
  const rows = await db
    .selectFrom('ledger_entry as entry')
    .innerJoin('ledger_commit as commit', (join) =>
      join
        .onRef('commit.change_id', '=', 'entry.change_id')
        .on('commit.project', '=', project)
        .on('commit.environment', '=', environment),
    )
    .selectAll('entry')
    .select('commit.revision')
    .where('entry.project', '=', project)
    .where('entry.environment', 'in', ['', environment])
    .where('entry.seq', '>', seq)
    .orderBy('entry.seq')
    .limit(limit)
    .execute();
  return rows.map(({ revision, ...row }) => toEntry(row, revision));
}
