import type { Customer, OperationCall, Subscription, SubscriptionItem } from '@latchkey/model';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { changeQuantity, editSubscription } from '../../slices/subscriptions/index.ts';
import { type Address, addressIn, nameVersionOf } from './address.ts';
import { type Expiry, endOf, startOfDay, startShown } from './calendar.ts';
import { type Catalogue, findProduct, type Product, productNames } from './catalogue.ts';
import type { EditedProductKey, NewProductKey } from './entitlement-form.ts';
import { invalid } from './failure.ts';

/** An item to buy as our operations take it, and the product that it is of. */
export interface Wanted {
  readonly product: Product;
  readonly item: NewItem;
}

type NewItem = NonNullable<Parameters<typeof editSubscription>[0]['addItems']>[number];

interface Standing {
  readonly catalogue: Catalogue;
  readonly timeZone: string;
  readonly now: number;
}

export const zoneOf = (customer: Pick<Customer, 'timeZone'> | null): string => customer?.timeZone || 'UTC';

/** A product key of the request. Who names a version keeps it; who does not follows what is published. */
export function wantedItem(
  said: NewProductKey,
  usual: { readonly startDate?: string; readonly expiry?: Expiry },
  { catalogue, timeZone, now }: Standing,
): Wanted {
  const { productType, ...reference } = said.item.itemProduct.product;
  const address = addressIn(reference, productNames, 'productKeys');
  const isPinned = namesVersion(address);
  const newest = findProduct(catalogue, address);
  const product = isPinned ? newest : currentOf(newest, catalogue, now);
  if (productType !== undefined && productType.toLowerCase() !== product.plan.productType)
    throw invalid(
      `${product.plan.name} is a ${product.plan.productType.toUpperCase()} product.`,
      'productKeys',
    );
  assertFeaturesOf(product, said);
  const day = said.startDate ?? usual.startDate;
  const from = day === undefined ? new Date(now).toISOString() : startOfDay(day, timeZone);
  const to = endOf(said.expiry ?? usual.expiry ?? {}, from, timeZone) ?? null;
  return {
    product,
    item: {
      plan: product.plan.key,
      ...(isPinned && { version: product.edition.body.version }),
      quantity: said.totalQuantity,
      from,
      to,
    },
  };
}

/** What is published of the product; the newest where nothing is. */
const currentOf = (newest: Product, { products, currentVersion }: Catalogue, now: number): Product =>
  products.find(
    ({ plan, edition }) =>
      plan.key === newest.plan.key && edition.body.version === currentVersion(plan.key, now),
  ) ?? newest;

const namesVersion = ({ by, value }: Address): boolean =>
  by === 'id' || (by === 'nameVersion' && nameVersionOf(value).version !== '');

/** All features of a product come with it: fewer cannot be chosen. */
function assertFeaturesOf(product: Product, said: NewProductKey): void {
  const named = said.item.itemProduct.itemProductFeatures?.itemProductFeature;
  if (!named) return;
  const keys = new Set(named.map(({ feature }) => feature.nameVersion?.name ?? feature.id));
  const own = product.edition.body.resolvedItems.map(({ feature }) => feature);
  if (keys.size === own.length && own.every((feature) => keys.has(feature))) return;
  throw invalid(`${product.plan.name} comes with ${own.join(', ') || 'no features'}.`, 'itemProductFeatures');
}

/** Edits of product keys as our operations. Quantities replace in a draft and are differences otherwise. */
export function editCalls(
  subscription: Subscription,
  edits: readonly EditedProductKey[],
  added: readonly Wanted[],
  timeZone: string,
): OperationCall[] {
  const { eId, customer, state } = subscription;
  if (state === 'suspended')
    throw new ProblemError('subscription_not_active', 'It is disabled; enable it first.');
  const quantities: { pkId: string; quantity: number }[] = [];
  const items: Parameters<typeof editSubscription>[0]['items'] = [];
  for (const edit of edits) {
    const item = itemOf(subscription, edit.pkId);
    const quantity = quantityAfter(item, edit.totalQuantity, state === 'draft');
    if (quantity !== item.quantity) quantities.push({ pkId: item.pkId, quantity });
    if (edit.startDate !== undefined && edit.startDate !== startShown(item.from, timeZone))
      throw invalid('A product key keeps its start; close it and add another.', 'startDate');
    const to = edit.expiry && endOf(edit.expiry, item.from, timeZone);
    const words = {
      ...(to !== undefined && { to }),
      ...(edit.state !== undefined && { state: itemStates[edit.state] }),
    };
    if (Object.keys(words).length > 0) items.push({ pkId: item.pkId, ...words });
  }
  const held = { subscription: eId, customer };
  const calls: OperationCall[] = [];
  if (quantities.length > 0) calls.push(changeQuantity({ ...held, items: quantities }));
  if (items.length > 0 || added.length > 0)
    calls.push(editSubscription({ ...held, items, addItems: added.map(({ item }) => item) }));
  return calls;
}

const itemStates = { ENABLE: 'active', DISABLE: 'disabled', CLOSED: 'closed' } as const;

export function itemOf({ items }: Subscription, pkId: string): SubscriptionItem {
  const item = items.find((one) => one.pkId === pkId);
  if (item) return item;
  throw new ProblemError('subscription_item_unknown', `The entitlement has no product key ${pkId}.`);
}

function quantityAfter({ quantity }: SubscriptionItem, said: number | undefined, isDraft: boolean): number {
  const after = said === undefined ? quantity : isDraft ? said : quantity + said;
  if (after >= 1) return after;
  throw invalid('At least one must stay; close the product key instead.', 'totalQuantity');
}
