import {
  type Grant,
  type Instant,
  isWithin,
  type Place,
  type Plan,
  type Subscription,
} from '@latchkey/model';
import type { Reader } from '../../kernel/store/database.ts';
import { subjectPath } from '../../kernel/store/resources.ts';

/** A plan that somebody is on: how many of it, and until when. */
export interface HeldPlan {
  readonly plan: string;
  readonly name: string;
  readonly quantity: number;
  readonly to: Instant | null;
}

export interface Holdings {
  /** The largest plan first. */
  readonly plans: readonly HeldPlan[];
  /** When the next item or grant that counts now is over; null when none of them ends. */
  readonly endsNext: Instant | null;
}

/** What these customers hold at a moment, read with one statement for all of them. */
export async function holdingsOf(
  db: Reader,
  place: Place,
  keys: readonly string[],
  at: Instant,
): Promise<(key: string) => Holdings> {
  const rows = keys.length === 0 ? [] : await rowsOf(db, place, keys);
  const items = rows
    .filter(({ kind }) => kind === 'subscription')
    .flatMap(({ body }) => liveItems(body as Subscription, at));
  const plans = await plansNamed(db, place, [...new Set(items.map(({ plan }) => plan))]);
  const grants = rows
    .filter(({ kind }) => kind === 'grant')
    .map(({ body }) => body as Grant)
    .filter((grant) => grant.revokedAt === null && isWithin(grant, at));
  return (key) => {
    const held = items.filter(({ customer }) => customer === key);
    const given = grants.filter(({ subject }) => subject.kind === 'customer' && subject.key === key);
    const ends = [...held, ...given].flatMap(({ to }) => to ?? []);
    return { plans: byPlan(held, plans), endsNext: ends.sort()[0] ?? null };
  };
}

const rowsOf = (db: Reader, { project, environment }: Place, keys: readonly string[]) =>
  db
    .selectFrom('resource')
    .select(['kind', 'body'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where((where) =>
      where.or([
        where.and([
          where('kind', '=', 'subscription'),
          where('secondary', '=', 'active'),
          where('parent', 'in', keys),
        ]),
        where.and([
          where('kind', '=', 'grant'),
          where(
            'parent',
            'in',
            keys.map((key) => subjectPath({ kind: 'customer', key })),
          ),
        ]),
      ]),
    )
    .execute();

const liveItems = ({ customer, items }: Subscription, at: Instant) =>
  items
    .filter((item) => item.state === 'active' && isWithin(item, at))
    .map(({ plan, quantity, to }) => ({ customer, plan, quantity, to }));

async function plansNamed(
  db: Reader,
  { project }: Place,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Plan>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', project)
    .where('environment', '=', '')
    .where('kind', '=', 'plan')
    .where('id', 'in', keys)
    .execute();
  return new Map(rows.map(({ body }) => [(body as Plan).key, body as Plan]));
}

/** Two purchases of one plan are one line: together as many, and until the later end. */
function byPlan(
  items: readonly Omit<HeldPlan, 'name'>[],
  plans: ReadonlyMap<string, Plan>,
): readonly HeldPlan[] {
  const held = new Map<string, HeldPlan>();
  for (const { plan, quantity, to } of items) {
    const before = held.get(plan);
    held.set(plan, {
      plan,
      name: plans.get(plan)?.name ?? plan,
      quantity: quantity + (before?.quantity ?? 0),
      to: before ? later(before.to, to) : to,
    });
  }
  const rankOf = ({ plan }: HeldPlan) => plans.get(plan)?.rank ?? 0;
  return [...held.values()].sort((one, other) => rankOf(other) - rankOf(one));
}

const later = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || other === null ? null : one > other ? one : other;
