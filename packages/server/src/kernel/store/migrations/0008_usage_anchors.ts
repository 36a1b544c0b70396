import { type Kysely, sql } from 'kysely';

/** Which entry of the ledger speaks for an event, so that it can be checked against it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'drop index usage_event_loose',
  'alter table usage_event drop column anchored, add column anchor text',
  'create index usage_event_loose on usage_event (project, environment, received_at) where anchor is null',
  'create index usage_event_anchor on usage_event (project, environment, anchor) where anchor is not null',
  // Events are given their anchor first and the ledger is told after it; what is here was not told yet.
  `create table usage_anchor_untold (
    id text primary key,
    project text not null,
    environment text not null
  )`,
];
