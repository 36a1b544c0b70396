import { type Kysely, sql } from 'kysely';

/** Indexes for the lists of customers: by name, by the beginning of an identifier, by plan, and newest first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Names in one order for every locale of the database, so that a page begins where the last one ended.
  `create index customer_by_name on resource (project, environment, (search collate "C"), id) where kind = 'customer'`,
  'create index customer_identifier_beginning on customer_identifier (project, environment, lower(value) text_pattern_ops)',
  `create index subscription_items on resource using gin ((body -> 'items') jsonb_path_ops) where kind = 'subscription'`,
  'create index resource_newest on resource (project, environment, kind, created_at desc, id desc)',
];
