import { isActivation, isCustomer, isGrant, isSubscription, seatUseOf } from '@latchkey/engine';
import type {
  Activation,
  Customer,
  CustomerSnapshot,
  Grant,
  Place,
  ResourceKind,
  Resources,
  SegmentMember,
  Subscription,
} from '@latchkey/model';
import type { Reader } from '../kernel/store/database.ts';
import { subjectPath } from '../kernel/store/resources.ts';

/**
 * Everything in the database that decisions about these customers need, before it is cut by customer. Rows that cannot be
 * read as what they should be are left out here.
 */
export interface CustomerRows {
  readonly epoch: string;
  readonly revision: number;
  /** The customers themselves and all their ancestors, by key. */
  readonly customers: ReadonlyMap<string, Customer>;
  readonly subscriptions: readonly Subscription[];
  readonly activations: readonly Activation[];
  readonly grants: readonly Grant[];
  readonly members: readonly SegmentMember[];
}

/** Deeper than this customers do not nest; the bound also ends the climb should a row say otherwise. */
const levelsMax = 5;

/** Reads the rows of many customers with the same few statements that one needs. Call it in a read-only transaction. */
export async function loadCustomerRows(
  db: Reader,
  place: Place,
  keys: readonly string[],
): Promise<CustomerRows> {
  const stream = await db
    .selectFrom('ledger_stream')
    .select(['epoch', 'revision'])
    .where('project', '=', place.project)
    .where('environment', '=', place.environment)
    .executeTakeFirst();
  const customers = await withAncestors(db, place, keys);
  const subjects = [...new Set([...keys, ...customers.keys()])].map((key) =>
    subjectPath({ kind: 'customer', key }),
  );
  const rows = keys.length === 0 ? [] : await rowsOf(db, place, keys, subjects);
  const of = <K extends ResourceKind>(
    kind: K,
    isWhole: (body: unknown) => body is Resources[K],
  ): readonly Resources[K][] =>
    rows.flatMap((row) => (row.kind === kind && isWhole(row.body) ? [row.body] : []));
  return {
    epoch: stream?.epoch ?? '',
    revision: stream?.revision ?? 0,
    customers,
    subscriptions: of('subscription', isSubscription),
    activations: of('activation', isActivation),
    grants: of('grant', isGrant),
    members: await membersOf(db, place, keys),
  };
}

async function withAncestors(
  db: Reader,
  place: Place,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Customer>> {
  const found = new Map<string, Customer>();
  let wanted: readonly string[] = keys;
  for (let level = 0; level <= levelsMax && wanted.length > 0; level += 1) {
    const rows = await db
      .selectFrom('resource')
      .select('body')
      .where('project', '=', place.project)
      .where('environment', '=', place.environment)
      .where('kind', '=', 'customer')
      .where('id', 'in', wanted)
      .execute();
    const whole = rows.flatMap(({ body }) => (isCustomer(body) ? [body as Customer] : []));
    for (const customer of whole) found.set(customer.key, customer);
    const parents = whole.flatMap(({ parent }) => (typeof parent === 'string' ? [parent] : []));
    wanted = [...new Set(parents)].filter((parent) => !found.has(parent));
  }
  return found;
}

const rowsOf = (
  db: Reader,
  { project, environment }: Place,
  keys: readonly string[],
  subjects: readonly string[],
) =>
  db
    .selectFrom('resource')
    .select(['kind', 'body'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where((where) =>
      where.or([
        where.and([where('kind', 'in', ['subscription', 'activation']), where('parent', 'in', keys)]),
        where.and([where('kind', '=', 'grant'), where('parent', 'in', subjects)]),
      ]),
    )
    .orderBy('id')
    .execute();

async function membersOf(
  db: Reader,
  { project, environment }: Place,
  keys: readonly string[],
): Promise<readonly SegmentMember[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('segment_member')
    .select(['segment', 'context_key', 'included'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('context_kind', '=', 'customer')
    .where('context_key', 'in', keys)
    .execute();
  return rows.map(({ segment, context_key, included }) => ({
    segment,
    contextKind: 'customer',
    contextKey: context_key,
    included,
  }));
}

/** One customer's part of the rows, as SDKs and the engine hold it. A key that is not known gives a snapshot that says so. */
export function snapshotOf(rows: CustomerRows, key: string): CustomerSnapshot {
  const customer = rows.customers.get(key) ?? null;
  const ancestors = ancestorsOf(rows.customers, customer);
  const own = subjectPath({ kind: 'customer', key });
  const above = new Set(ancestors.map((ancestor) => subjectPath({ kind: 'customer', key: ancestor })));
  return {
    epoch: rows.epoch,
    revision: rows.revision,
    key,
    customer: customer && inSnapshot(customer),
    ancestors,
    segments: Object.fromEntries(
      rows.members
        .filter(({ contextKey }) => contextKey === key)
        .map(({ segment, included }) => [segment, included]),
    ),
    subscriptions: rows.subscriptions.filter((subscription) => subscription.customer === key),
    grants: rows.grants.filter(
      ({ subject, inherit }) => subjectPath(subject) === own || (inherit && above.has(subjectPath(subject))),
    ),
    seats: seatUseOf(rows.activations.filter((activation) => activation.customer === key)),
  };
}

function ancestorsOf(customers: ReadonlyMap<string, Customer>, customer: Customer | null): readonly string[] {
  const ancestors: string[] = [];
  for (
    let parent = customer?.parent ?? null;
    parent !== null && ancestors.length < levelsMax;
    parent = customers.get(parent)?.parent ?? null
  ) {
    ancestors.push(parent);
  }
  return ancestors;
}

/** Contacts and foreign identifiers decide nothing, so they do not travel to applications. */
const inSnapshot = ({
  key,
  name,
  parent,
  attributes,
  tags,
  state,
  timeZone,
}: Customer): CustomerSnapshot['customer'] => ({
  key,
  name,
  parent,
  attributes,
  tags,
  state,
  timeZone,
});
