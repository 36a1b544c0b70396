import type { Customer, Subscription, SubscriptionItem } from '@latchkey/model';
import { z } from 'zod';
import type { Consumed } from '../../slices/subscriptions/index.ts';
import { listOf, NameVersion, only, Reference } from './body.ts';
import { Day, Expiry, expiryShown, minuteShown, startShown } from './calendar.ts';
import { type Catalogue, nameVersionShown, type Product } from './catalogue.ts';
import { customerNamed } from './customer-form.ts';
import { listed } from './lists.ts';

const ItemProduct = z.strictObject({
  product: Reference.extend({ productType: z.enum(['DEFAULT', 'PARENT', 'CHILD']).exactOptional() }),
  itemProductFeatures: listOf(
    'itemProductFeature',
    z.strictObject({
      feature: z.strictObject({ id: z.string().exactOptional(), nameVersion: NameVersion.exactOptional() }),
      itemFeatureState: only('INCLUDED'),
      itemFeatureLicenseModel: z.strictObject({ licenseModel: Reference }).exactOptional(),
    }),
  ).exactOptional(),
});

/** What is the same for every product key here. */
const fixedOfKey = { activationMethod: only('PARTIAL') };

export const NewProductKey = z.strictObject({
  item: z.strictObject({ itemProduct: ItemProduct }),
  totalQuantity: z.int().min(1),
  startDate: Day.exactOptional(),
  expiry: Expiry.exactOptional(),
  state: only('ENABLE'),
  ...fixedOfKey,
});
export type NewProductKey = z.infer<typeof NewProductKey>;

export const ProductKeyWords = z.strictObject({
  /** In a draft the quantity; in an enabled entitlement how many more, or fewer. */
  totalQuantity: z.int().exactOptional(),
  startDate: Day.exactOptional(),
  expiry: Expiry.exactOptional(),
  state: z.enum(['ENABLE', 'DISABLE', 'CLOSED']).exactOptional(),
  ...fixedOfKey,
});
export const EditedProductKey = ProductKeyWords.extend({ pkId: z.string() });
export type EditedProductKey = z.infer<typeof EditedProductKey>;

/** What is the same for every entitlement here, and is understood when it is said. */
const fixed = {
  entitlementAsWhole: only(false),
  activationAllowed: only(true),
  allowActivationBy: only('ALL_USERS'),
  revocationAllowed: only(true),
  userRegistration: only('OPTIONAL'),
  sendNotification: only(false),
  isTest: only(false),
  refId1: only(''),
  refId2: only(''),
};

export const NewEntitlement = z.strictObject({
  externalId: z.string().exactOptional(),
  startDate: Day.exactOptional(),
  expiry: Expiry.exactOptional(),
  customer: Reference.exactOptional(),
  contact: z.strictObject({ emailId: z.string() }).exactOptional(),
  productKeys: listOf('productKey', NewProductKey).exactOptional(),
  state: z.enum(['DRAFT', 'ENABLE']).default('DRAFT'),
  ...fixed,
});

export const EntitlementWords = z.strictObject({
  expiry: Expiry.exactOptional(),
  productKeys: listOf('productKey', z.union([EditedProductKey, NewProductKey])).exactOptional(),
  ...fixed,
});

const states = { draft: 'DRAFT', active: 'ENABLE', suspended: 'DISABLE', closed: 'CLOSED' } as const;

/** Our states by the protocol's names. */
export const stateNamed: Readonly<Record<string, Subscription['state']>> = {
  DRAFT: 'draft',
  ENABLE: 'active',
  DISABLE: 'suspended',
  CLOSED: 'closed',
};

function keyState(item: SubscriptionItem, state: Subscription['state']): string {
  if (state === 'closed' || item.state === 'closed') return 'CLOSED';
  if (state === 'draft') return 'DRAFT';
  return item.state === 'disabled' ? 'DISABLE' : 'ENABLE';
}

/** What an entitlement is shown with. */
export interface Around {
  readonly catalogue: Catalogue;
  readonly customers: ReadonlyMap<string, Customer>;
  /** The seats taken of each product key. */
  readonly consumed: Consumed;
  readonly now: number;
}

const zoneOf = ({ customer }: Subscription, { customers }: Around): string =>
  customers.get(customer ?? '')?.timeZone || 'UTC';

export function productKeyShown(subscription: Subscription, item: SubscriptionItem, around: Around) {
  const { pkId, quantity, from, to } = item;
  const zone = zoneOf(subscription, around);
  const consumed = around.consumed.get(pkId) ?? 0;
  return {
    pkId,
    eId: subscription.eId,
    startDate: startShown(from, zone),
    expiry: expiryShown(to, zone),
    totalQuantity: quantity,
    availableQuantity: Math.max(0, quantity - consumed),
    consumedQuantity: consumed,
    activationMethod: 'PARTIAL',
    state: keyState(item, subscription.state),
    item: { itemProduct: itemProductShown(item, around) },
  };
}

/** The version that the item stands for: its own, or the one that is current while it runs. */
export function productOf(
  { plan, version, from, to }: SubscriptionItem,
  { catalogue, now }: Pick<Around, 'catalogue' | 'now'>,
): Product | null {
  const moment = Math.max(Date.parse(from), to === null ? now : Math.min(now, Date.parse(to) - 1));
  const number = version === 'current' ? catalogue.currentVersion(plan, moment) : version;
  const found = catalogue.products.find(
    (product) => product.plan.key === plan && product.edition.body.version === number,
  );
  return found ?? null;
}

function itemProductShown(item: SubscriptionItem, around: Around) {
  const product = productOf(item, around);
  if (!product) return { product: { identifier: item.plan } };
  const features = product.edition.body.resolvedItems.map(({ feature }) => {
    const known = around.catalogue.features.get(feature);
    const model = known?.sentinel.licenceModels[0];
    return {
      feature: { id: feature, nameVersion: { name: feature, version: known?.sentinel.version ?? '' } },
      itemFeatureState: 'INCLUDED',
      ...(model !== undefined && { itemFeatureLicenseModel: { licenseModel: { name: model } } }),
    };
  });
  return {
    product: {
      id: product.id,
      identifier: product.plan.key,
      nameVersion: nameVersionShown(product),
      productType: product.plan.productType.toUpperCase(),
    },
    itemProductFeatures: listed('itemProductFeature', features),
  };
}

export function entitlementShown(subscription: Subscription, around: Around) {
  const { eId, customer: key, state, source, items, parentEId, createdAt, changedAt } = subscription;
  const customer = around.customers.get(key ?? '');
  const zone = zoneOf(subscription, around);
  const first = items.reduce((least, { from }) => (from < least ? from : least), items[0]?.from ?? createdAt);
  const last = items.reduce<string | null>(
    (most, { to }) => (most === null || to === null ? null : to > most ? to : most),
    items[0]?.to ?? null,
  );
  return {
    id: eId,
    eId,
    externalId: source.ref,
    ...(parentEId !== null && { parentEId }),
    startDate: startShown(first, zone),
    expiry: expiryShown(last, zone),
    ...(customer && { customer: customerNamed(customer) }),
    entitlementAsWhole: false,
    activationAllowed: true,
    allowActivationBy: 'ALL_USERS',
    revocationAllowed: true,
    isTest: false,
    state: states[state],
    productKeys: listed(
      'productKey',
      items.map((item) => productKeyShown(subscription, item, around)),
    ),
    creationDate: minuteShown(createdAt),
    lastModifiedDate: minuteShown(changedAt),
  };
}
