import type { Customer, Place } from '@latchkey/model';
import { sql } from 'kysely';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Reader, Tx } from '../../kernel/store/database.ts';
import { type Kept, type ResourceStore, tableStore } from '../../kernel/store/resources.ts';

const table = tableStore('customer');

/** Customers, and beside them the rows by which other systems' names for them are found. */
export const customerStore: ResourceStore<'customer'> = {
  ...table,
  /** Besides a plain parent: `above/acme` is Acme and all above it, `below/acme` all below it. See `lineOf`. */
  async all(db, place, where) {
    const [direction, key] = where.parent?.split('/') ?? [];
    if (key === undefined) return table.all(db, place, where);
    return direction === 'above' ? above(db, place, key) : below(db, place, key);
  },
  async keep(tx, mutation, at) {
    const { place, id, before, after } = mutation;
    await keepNames(tx, place, id, namesOf(before), namesOf(after));
    return table.keep(tx, mutation, at);
  },
};

/** The customer that an address names. */
export async function knownCustomer(db: Reader, place: Place, key: string): Promise<Kept<'customer'>> {
  const kept = await customerStore.one(db, place, key);
  if (kept) return kept;
  throw new ProblemError('customer_unknown', `There is no customer ${key}.`);
}

/** No line is longer; the bound ends the climb, should a row say otherwise. */
const stepsMax = 20;

async function above(db: Reader, { project, environment }: Place, key: string): Promise<readonly Customer[]> {
  const line = sql<{ body: Customer }>`(
    with recursive line as (
      select id, parent, body, 1 as step from resource
      where project = ${project} and environment = ${environment} and kind = 'customer' and id = ${key}
      union all
      select up.id, up.parent, up.body, line.step + 1 from line
      join resource as up on up.project = ${project} and up.environment = ${environment}
        and up.kind = 'customer' and up.id = line.parent
      where line.step < ${stepsMax}
    ) select body from line)`;
  const rows = await db.selectFrom(line.as('line')).select('line.body').execute();
  return rows.map(({ body }) => body);
}

async function below(db: Reader, { project, environment }: Place, key: string): Promise<readonly Customer[]> {
  const line = sql<{ body: Customer }>`(
    with recursive line as (
      select id, body, 1 as step from resource
      where project = ${project} and environment = ${environment} and kind = 'customer' and parent = ${key}
      union all
      select down.id, down.body, line.step + 1 from line
      join resource as down on down.project = ${project} and down.environment = ${environment}
        and down.kind = 'customer' and down.parent = line.id
      where line.step < ${stepsMax}
    ) select body from line)`;
  const rows = await db.selectFrom(line.as('line')).select('line.body').execute();
  return rows.map(({ body }) => body);
}

interface KnownAs {
  readonly kind: string;
  readonly value: string;
}

/** Everything that somebody may know a customer by, apart from its key. */
function namesOf(customer: Customer | null): readonly KnownAs[] {
  if (!customer) return [];
  const { name, identifiers, contacts } = customer;
  const given = Object.entries(identifiers).flatMap(([kind, value]) => (value ? [{ kind, value }] : []));
  const emails = [...new Set(contacts.map(({ email }) => email))];
  return [
    { kind: 'name', value: name },
    ...given,
    ...emails.map((value) => ({ kind: 'contactEmail', value })),
  ];
}

async function keepNames(
  tx: Tx,
  { project, environment }: Place,
  customer: string,
  before: readonly KnownAs[],
  after: readonly KnownAs[],
): Promise<void> {
  const isIn = (names: readonly KnownAs[]) => (one: KnownAs) =>
    names.some(({ kind, value }) => kind === one.kind && value === one.value);
  for (const { kind, value } of before.filter((one) => !isIn(after)(one))) {
    await tx
      .deleteFrom('customer_identifier')
      .where('project', '=', project)
      .where('environment', '=', environment)
      .where('kind', '=', kind)
      .where('value', '=', value)
      .where('customer', '=', customer)
      .execute();
  }
  const added = after.filter((one) => !isIn(before)(one));
  if (added.length === 0) return;
  await refuseTaken(tx, { project, environment }, customer, added);
  await tx
    .insertInto('customer_identifier')
    .values(added.map((one) => ({ ...one, project, environment, customer })))
    .execute();
}

/** These name one customer each; the place is locked, so nobody takes one in between. */
const uniqueKinds: ReadonlySet<string> = new Set(['identifier', 'externalId']);

async function refuseTaken(
  db: Reader,
  { project, environment }: Place,
  customer: string,
  added: readonly KnownAs[],
): Promise<void> {
  for (const { kind, value } of added.filter((one) => uniqueKinds.has(one.kind))) {
    const owner = await db
      .selectFrom('customer_identifier')
      .select('customer')
      .where('project', '=', project)
      .where('environment', '=', environment)
      .where('kind', '=', kind)
      .where('value', '=', value)
      .where('customer', '!=', customer)
      .executeTakeFirst();
    if (!owner) continue;
    const detail = `Customer ${owner.customer} has this ${kind} already.`;
    throw new ProblemError('identifier_taken', detail, { kind, customer: owner.customer }, [
      { pointer: `#/identifiers/${kind}`, detail },
    ]);
  }
}
