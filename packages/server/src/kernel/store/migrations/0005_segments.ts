import { type Kysely, sql } from 'kysely';

/** Members and targets that end by themselves, and lists of members on their way in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table segment_member add column until timestamptz',
  'create index segment_member_until on segment_member (until) where until is not null',
  // A flag's targeting keeps the earliest end of its targets there.
  `create index flag_targeting_end on resource (secondary) where kind = 'flag_targeting' and secondary is not null`,
  `create index segment_import_open on resource (secondary) where kind = 'segment_import' and secondary is not null`,

  `create table segment_upload (
    id text primary key,
    project text not null,
    environment text not null,
    segment text not null,
    context_kind text not null,
    state text not null,
    keys bigint not null,
    faults jsonb not null,
    started_at timestamptz not null
  )`,
  'create index segment_upload_place on segment_upload (project, environment, segment, started_at desc)',

  // Thousands of keys a row: a million are a hundred rows, not a million with an index entry each.
  `create table segment_upload_part (
    upload text not null references segment_upload (id) on delete cascade,
    part integer not null,
    keys text[] not null,
    digest text not null,
    primary key (upload, part)
  )`,
];
