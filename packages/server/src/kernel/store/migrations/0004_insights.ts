import { type Kysely, sql } from 'kysely';

/** Counts of the answers that applications were given, apart from the ledger: by hour and flag, by day and customer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table evaluation_count (
    project text not null,
    environment text not null,
    flag text not null,
    span text not null check (span in ('hour', 'day')),
    at timestamptz not null,
    variation smallint not null,
    count bigint not null,
    primary key (project, environment, flag, at, span, variation)
  )`,
  // What is due to be gathered into days, or to be forgotten, oldest first.
  'create index evaluation_count_age on evaluation_count (span, at)',

  `create table flag_evaluated (
    project text not null,
    environment text not null,
    flag text not null,
    at timestamptz not null,
    primary key (project, environment, flag)
  )`,

  `create table check_count (
    project text not null,
    environment text not null,
    feature text not null,
    customer text not null,
    at timestamptz not null,
    allowed boolean not null,
    reason text not null,
    count bigint not null,
    last_at timestamptz not null,
    primary key (project, environment, feature, customer, at, allowed, reason)
  )`,
  'create index check_count_age on check_count (at)',

  `create table insight_report (
    project text not null,
    environment text not null,
    id text not null,
    received_at timestamptz not null,
    primary key (project, environment, id)
  )`,
  'create index insight_report_age on insight_report (received_at)',
];
