import { isActivation, isCustomer, isGrant, isHold, isSubscription, seatUseOf } from '@latchkey/engine';
import {
  type Activation,
  type Customer,
  type CustomerSnapshot,
  endOfHold,
  type Grant,
  type Hold,
  type Place,
  type ResourceKind,
  type Resources,
  type SegmentMember,
  type Subscription,
} from '@latchkey/model';
import type { Reader } from '../kernel/store/database.ts';
import { type PreparedStatement, readPrepared } from '../kernel/store/prepared.ts';
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
  readonly holds: readonly Hold[];
  readonly members: readonly SegmentMember[];
}

/** Deeper than this customers do not nest; the bound also ends the climb should a row say otherwise. */
const levelsMax = 5;

/**
 * One statement, so that what it finds is of one moment and costs one round trip: the revision, the customers with all
 * above them, what hangs on them, and their listed memberships. $3 are keys, $4 the same as subjects of grants.
 */
const customerRows: PreparedStatement = {
  name: 'customer-rows',
  text: `
    with recursive above as (
      select id, body, 0 as level from resource
      where project = $1 and environment = $2 and kind = 'customer' and id = any($3::text[])
      union all
      select parent.id, parent.body, above.level + 1 from above join resource parent
        on parent.project = $1 and parent.environment = $2 and parent.kind = 'customer'
        and parent.id = above.body ->> 'parent'
      where above.level < ${levelsMax}
    )
    select 'stream' as kind, '' as id, jsonb_build_object('epoch', epoch, 'revision', revision) as body
      from ledger_stream where project = $1 and environment = $2
    union all
    select 'customer', id, body from above
    union all
    select kind, id, body from resource
      where project = $1 and environment = $2 and kind in ('subscription', 'activation', 'hold') and parent = any($3::text[])
    union all
    select kind, id, body from resource
      where project = $1 and environment = $2 and kind = 'grant'
      and parent = any($4::text[] || array(select 'customer/' || id from above where level > 0))
    union all
    select 'segment_member', '', jsonb_build_object(
        'segment', segment, 'contextKind', 'customer', 'contextKey', context_key, 'included', included)
      from segment_member
      where project = $1 and environment = $2 and context_kind = 'customer' and context_key = any($3::text[])
    order by id`,
};

/** Reads the rows of many customers with the same one statement that one needs. */
export async function loadCustomerRows(
  db: Reader,
  { project, environment }: Place,
  keys: readonly string[],
): Promise<CustomerRows> {
  const subjects = keys.map((key) => subjectPath({ kind: 'customer', key }));
  const rows = await readPrepared<Row>(db, customerRows, [project, environment, keys, subjects]);
  const of = <K extends ResourceKind>(
    kind: K,
    isWhole: (body: unknown) => body is Resources[K],
  ): readonly Resources[K][] =>
    rows.flatMap((row) => (row.kind === kind && isWhole(row.body) ? [row.body] : []));
  const stream = rows.find(({ kind }) => kind === 'stream')?.body as Head | undefined;
  const members = rows.filter(({ kind }) => kind === 'segment_member').map(({ body }) => body);
  return {
    epoch: stream?.epoch ?? '',
    revision: stream?.revision ?? 0,
    customers: new Map(
      rows.flatMap(({ kind, body }) =>
        kind === 'customer' && isCustomer(body) ? [[body.key, body as Customer] as const] : [],
      ),
    ),
    subscriptions: of('subscription', isSubscription),
    activations: of('activation', isActivation),
    grants: of('grant', isGrant),
    holds: of('hold', isWholeHold),
    members: members as readonly SegmentMember[],
  };
}

interface Row {
  readonly kind: ResourceKind | 'stream';
  readonly body: unknown;
}

interface Head {
  readonly epoch: string;
  readonly revision: number;
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
    ...holdsOf(rows.holds.filter((hold) => hold.customer === key)),
  };
}

/** What decides is asked of it by the engine; whether it was lifted, here. */
function isWholeHold(body: unknown): body is Hold {
  if (!isHold(body)) return false;
  const { customer, lifted } = body as Partial<Hold>;
  return typeof customer === 'string' && (lifted === null || typeof lifted?.at === 'string');
}

/** When they block what; why is nobody's business but ours. Most customers were never on hold. */
function holdsOf(holds: readonly Hold[]): Pick<CustomerSnapshot, 'holds'> {
  const blocking = holds.flatMap((hold) => {
    const { id, blocks, from } = hold;
    const to = endOfHold(hold);
    return to !== null && to <= from ? [] : [{ id, blocks, from, to }];
  });
  return blocking.length === 0 ? {} : { holds: blocking };
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
