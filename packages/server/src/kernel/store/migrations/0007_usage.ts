import { type Kysely, sql } from 'kysely';

/** What customers use of their meters. Counted here, row by row; the ledger is told in batches. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // One row a customer and feature: its lock puts all counting of it into one order.
  `create table meter (
    project text not null,
    environment text not null,
    customer text not null,
    feature text not null,
    state jsonb not null,
    version bigint not null,
    level smallint not null default 0,
    resets_at timestamptz,
    changed_at timestamptz not null,
    primary key (project, environment, customer, feature)
  )`,
  'create index meter_level on meter (resets_at) where level > 0',

  `create table usage_event (
    project text not null,
    environment text not null,
    key text not null,
    customer text not null,
    feature text not null,
    kind text not null check (kind in ('consumed', 'reported', 'settled')),
    quantity numeric not null,
    at timestamptz not null,
    received_at timestamptz not null,
    dimensions jsonb not null,
    portions jsonb not null,
    overage numeric not null,
    corrects text,
    corrected_by text,
    anchored boolean not null default false,
    primary key (project, environment, key)
  )`,
  'create index usage_event_meter on usage_event (project, environment, customer, feature, at)',
  'create index usage_event_loose on usage_event (project, environment, received_at) where not anchored',

  `create table usage_hour (
    project text not null,
    environment text not null,
    customer text not null,
    feature text not null,
    hour timestamptz not null,
    quantity numeric not null,
    events bigint not null,
    primary key (project, environment, customer, feature, hour)
  )`,
  'create index usage_hour_feature on usage_hour (project, environment, feature, hour)',

  `create table reservation (
    id text primary key,
    project text not null,
    environment text not null,
    customer text not null,
    feature text not null,
    key text not null,
    quantity numeric not null,
    settled numeric,
    status text not null check (status in ('held', 'settled', 'released', 'expired')),
    portions jsonb not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    unique (project, environment, key)
  )`,
  `create index reservation_held on reservation (expires_at) where status = 'held'`,

  `create table usage_threshold (
    project text not null,
    environment text not null,
    customer text not null,
    feature text not null,
    percent smallint not null,
    reached_at timestamptz not null,
    used numeric not null,
    limited_to numeric not null,
    recovered_at timestamptz,
    primary key (project, environment, customer, feature, percent, reached_at)
  )`,
  'create index usage_threshold_place on usage_threshold (project, environment, reached_at desc)',
];
