import type { Customer, Place, Subscription } from '@latchkey/model';
import type { Reader } from '../../kernel/store/database.ts';
import { consumedIn } from '../../slices/subscriptions/index.ts';
import { loadCatalogue } from './catalogue.ts';
import type { Asked, Desk } from './endpoint.ts';
import { type Around, entitlementShown } from './entitlement-form.ts';
import { loadOne } from './load.ts';

/** What these entitlements are shown with: a handful of statements, however many they are. */
export async function loadAround(
  { place, now }: Asked,
  { db }: Desk,
  subscriptions: readonly Subscription[],
): Promise<Around> {
  const [catalogue, customers, consumed] = await Promise.all([
    loadCatalogue(db.reader, place, now),
    customersByKey(db.reader, place, subscriptions),
    consumedIn(db.reader, place, subscriptions, now),
  ]);
  return { catalogue, customers, consumed, now };
}

export async function customersByKey(
  db: Reader,
  { project, environment }: Place,
  held: readonly { readonly customer: string | null }[],
): Promise<ReadonlyMap<string, Customer>> {
  const keys = [...new Set(held.flatMap(({ customer }) => customer ?? []))];
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('resource')
    .select(['id', 'body'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'customer')
    .where('id', 'in', keys)
    .execute();
  return new Map(rows.map(({ id, body }) => [id, body as Customer]));
}

/** An entitlement as it is now. */
export async function entitlementAgain(asked: Asked, desk: Desk, eId: string) {
  const kept = await loadOne(desk.db.reader, 'subscription', asked.place, eId);
  if (!kept) throw new Error(`the entitlement ${eId} was there a moment ago`);
  return { entitlement: entitlementShown(kept.body, await loadAround(asked, desk, [kept.body])) };
}
