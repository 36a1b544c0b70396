import { type Kysely, sql } from 'kysely';

/** The tables that every slice stands on. Written as SQL: it is read beside a database prompt. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table ledger_stream (
    project text not null,
    environment text not null,
    revision bigint not null,
    epoch text not null,
    head_hash text not null,
    primary key (project, environment)
  )`,

  `create table ledger_commit (
    project text not null,
    environment text not null,
    revision bigint not null,
    change_id text not null,
    at timestamptz not null,
    hash text not null,
    previous_hash text not null,
    primary key (project, environment, revision)
  )`,
  'create index ledger_commit_change on ledger_commit (change_id)',

  `create table ledger_entry (
    seq bigint generated always as identity primary key,
    change_id text not null,
    position integer not null,
    project text not null,
    environment text not null,
    at timestamptz not null,
    actor jsonb not null,
    actor_id text not null,
    action text not null,
    resource text not null,
    resource_kind text not null,
    resource_id text not null,
    customer text,
    feature text,
    before jsonb,
    after jsonb,
    comment text not null,
    links jsonb not null,
    hash text not null,
    unique (change_id, position)
  )`,
  'create index ledger_entry_place on ledger_entry (project, environment, seq desc)',
  'create index ledger_entry_customer on ledger_entry (project, environment, customer, seq desc) where customer is not null',
  'create index ledger_entry_feature on ledger_entry (project, environment, feature, seq desc) where feature is not null',
  'create index ledger_entry_actor on ledger_entry (project, environment, actor_id, seq desc)',
  'create index ledger_entry_resource on ledger_entry (project, environment, resource_kind, resource_id, seq desc)',

  `create function refuse_ledger_rewrite() returns trigger language plpgsql as $$
  begin
    raise exception 'the ledger is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
  end
  $$`,
  ...['ledger_entry', 'ledger_commit'].map(
    (table) => `create trigger ${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_ledger_rewrite()`,
  ),

  `create table change (
    id text primary key,
    project text not null,
    environment text not null,
    status text not null,
    actor jsonb not null,
    comment text not null,
    links jsonb not null,
    operations jsonb not null,
    effective_at timestamptz,
    created_at timestamptz not null,
    applied_at timestamptz,
    failure jsonb,
    body jsonb not null
  )`,
  'create index change_due on change (status, effective_at)',
  'create index change_place on change (project, environment, created_at desc)',

  `create table idempotency (
    scope text not null,
    key text not null,
    request_hash text not null,
    status integer not null,
    response jsonb not null,
    created_at timestamptz not null,
    primary key (scope, key)
  )`,
  'create index idempotency_age on idempotency (created_at)',

  `create table resource (
    kind text not null,
    project text not null,
    environment text not null,
    id text not null,
    version bigint not null,
    body jsonb not null,
    parent text,
    secondary text,
    search text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (project, environment, kind, id)
  )`,
  'create index resource_parent on resource (project, environment, kind, parent) where parent is not null',
  'create index resource_secondary on resource (project, environment, kind, secondary) where secondary is not null',
  'create index resource_search on resource (project, environment, kind, search text_pattern_ops) where search is not null',

  // Credentials are found by their digest alone, wherever they belong; browsers' ids likewise.
  `create index resource_credential on resource (kind, secondary)
    where kind in ('api_token', 'environment_key', 'connection')`,
  `create index resource_client_side_id on resource ((body ->> 'clientSideId')) where kind = 'environment'`,

  `create table segment_member (
    project text not null,
    environment text not null,
    segment text not null,
    context_kind text not null,
    context_key text not null,
    included boolean not null,
    primary key (project, environment, segment, context_kind, context_key)
  )`,
  'create index segment_member_context on segment_member (project, environment, context_kind, context_key)',

  // Names, reference ids and CRM ids may be shared; an identifier and an external id name one customer.
  `create table customer_identifier (
    project text not null,
    environment text not null,
    kind text not null,
    value text not null,
    customer text not null,
    primary key (project, environment, kind, value, customer)
  )`,
  `create unique index customer_identifier_unique on customer_identifier (project, environment, kind, value)
    where kind in ('identifier', 'externalId')`,
  'create index customer_identifier_customer on customer_identifier (project, environment, customer)',

  'create table secret (id text primary key, ciphertext bytea not null, created_at timestamptz not null)',

  `create table session (
    id_hash text primary key,
    member text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    csrf text not null
  )`,
  'create index session_member on session (member)',
  'create index session_expiry on session (expires_at)',

  `create table sign_in_link (
    token_hash text primary key,
    member text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,

  `create table job_lease (
    name text primary key,
    holder text not null,
    until timestamptz not null,
    fence bigint not null
  )`,

  `create table inbound_event (
    id text not null,
    connection text not null,
    received_at timestamptz not null,
    at timestamptz,
    kind text not null,
    status text not null,
    reason text,
    dedupe_key text not null,
    body jsonb not null,
    attempts integer not null,
    primary key (connection, id),
    unique (connection, dedupe_key)
  )`,
  'create index inbound_event_status on inbound_event (connection, status, received_at)',
];
