import { type Kysely, sql } from 'kysely';

/**
 * A change that waits becomes a resource: its whole body beside the columns that find it. Those that were scheduled
 * before keep waiting; what nobody wrote down then (preview, digest) is empty, which no approval depends on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const statements = [
  'alter table change add column version bigint not null default 1',
  'alter table change add column actor_id text',
  `update change set
    actor_id = actor ->> 'id',
    body = jsonb_build_object(
      'id', id, 'status', status, 'author', actor, 'comment', comment, 'links', links, 'operations', operations,
      'actions', (
        select coalesce(jsonb_agg(jsonb_build_object('kind', operation ->> 'kind', 'resource', '')), '[]'::jsonb)
        from jsonb_array_elements(operations) operation
      ),
      'effectiveAt', ${instant('effective_at')},
      'createdAt', ${instant('created_at')},
      'baseRevision', 0, 'digest', '',
      'preview', jsonb_build_object(
        'at', ${instant('created_at')},
        'impact', jsonb_build_object(
          'customers', jsonb_build_object('touched', 0, 'gain', 0, 'lose', 0, 'overLimit', 0),
          'features', '[]'::jsonb, 'examples', '[]'::jsonb, 'complete', false
        ),
        'edits', '[]'::jsonb, 'editsInAll', 0
      ),
      'customer', null, 'because', '[]'::jsonb, 'requirements', '[]'::jsonb, 'approvals', '[]'::jsonb,
      'ended', null, 'failure', failure, 'appliedAt', ${instant('applied_at')}
    )`,
  'alter table change alter column actor_id set not null',
  `alter table change drop column actor, drop column comment, drop column links, drop column operations,
    drop column applied_at, drop column failure`,
  'create index change_waiting on change (project, environment, status, created_at desc, id desc)',
];
