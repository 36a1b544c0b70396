import { type Kysely, sql } from 'kysely';

/** What is on its way to outside addresses, and how far each place's ledger has been told of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table webhook_progress (
    project text not null,
    environment text not null,
    revision bigint not null,
    primary key (project, environment)
  )`,
  `create table webhook_delivery (
    webhook text not null,
    seq bigint not null,
    status text not null check (status in ('waiting', 'delivered', 'failed')),
    attempts smallint not null,
    created_at timestamptz not null,
    next_at timestamptz not null,
    last_at timestamptz,
    last_status smallint,
    last_error text,
    primary key (webhook, seq)
  )`,
  `create index webhook_delivery_due on webhook_delivery (next_at) where status = 'waiting'`,
  'create index webhook_delivery_age on webhook_delivery (created_at)',
];
