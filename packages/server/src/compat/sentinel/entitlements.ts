import type { OperationCall, Subscription } from '@latchkey/model';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import {
  activateSubscription,
  closeSubscription,
  createSubscription,
  resumeSubscription,
  splitSubscription,
  suspendSubscription,
} from '../../slices/subscriptions/index.ts';
import { entitlementAgain, loadAround } from './around.ts';
import { readBody, saysNothing } from './body.ts';
import { type Catalogue, loadCatalogue, type Product } from './catalogue.ts';
import { assertMay, edit, edited, made } from './edit.ts';
import { type Asked, created, type Desk, endpoint, nothingLeft, ok } from './endpoint.ts';
import { editCalls, itemOf, type Wanted, wantedItem, zoneOf } from './entitlement-edits.ts';
import {
  type EditedProductKey,
  EntitlementWords,
  entitlementShown,
  NewEntitlement,
  type NewProductKey,
  productKeyShown,
  productOf,
} from './entitlement-form.ts';
import { conditionsOf } from './entitlement-search.ts';
import { EmsFailure, invalid } from './failure.ts';
import { customerIn, findEntitlement, ownerOf, untilUndisturbed } from './find.ts';
import { listed, pageAsked } from './lists.ts';
import { type Loaded, loadPage } from './load.ts';
import { assertMayBeSold } from './mixing.ts';
import { Enabled, SplitTransfer } from './split-form.ts';

const mayRead = (asked: Asked): void => assertMay(asked, 'subscription.read', asked.place, 'subscription/*');

/** The products of the product keys that are not closed. */
const productsIn = ({ items }: Subscription, catalogue: Catalogue, now: number): readonly Product[] =>
  items
    .filter(({ state }) => state !== 'closed')
    .flatMap((item) => productOf(item, { catalogue, now }) ?? []);

/** Edits product keys of an entitlement, computed from what it is at that moment. */
export async function editProductKeys(
  asked: Asked,
  desk: Desk,
  find: () => Promise<Loaded<Subscription>>,
  said: readonly (EditedProductKey | NewProductKey)[],
): Promise<Subscription> {
  return untilUndisturbed(async () => {
    const { body: subscription, version } = await find();
    const { eId, customer, state } = subscription;
    const timeZone = zoneOf(await ownerOf(asked, desk, customer));
    const catalogue = await loadCatalogue(desk.db.reader, asked.place, asked.now);
    const edits = said.filter((one) => 'pkId' in one);
    const added: readonly Wanted[] = said.flatMap((one) =>
      'pkId' in one ? [] : [wantedItem(one, {}, { catalogue, timeZone, now: asked.now })],
    );
    if (state === 'active' && added.length > 0) {
      const all = [...productsIn(subscription, catalogue, asked.now), ...added.map(({ product }) => product)];
      assertMayBeSold(all, catalogue.features);
    }
    const calls = editCalls(subscription, edits, added, timeZone);
    const basedOn = { kind: 'subscription', id: eId, version };
    if (calls.length > 0) await edit(asked, desk, asked.place, calls, { basedOn });
    return subscription;
  });
}

type StateChange = typeof suspendSubscription | typeof closeSubscription;

const stateEndpoint = (path: string, change: StateChange) =>
  endpoint('POST', `/entitlements/{id}/${path}`, async (asked, desk) => {
    const { eId, customer } = (await findEntitlement(asked, desk)).body;
    await edit(asked, desk, asked.place, [change({ subscription: eId, customer })]);
    return edited(asked, () => entitlementAgain(asked, desk, eId));
  });

/** Putting a draft into force is a sale; enabling again what was disabled is not. */
async function enableCall(asked: Asked, desk: Desk, subscription: Subscription): Promise<OperationCall> {
  const { eId, state } = subscription;
  if (state !== 'draft') return resumeSubscription({ subscription: eId, customer: subscription.customer });
  const said = saysNothing(asked.body) ? {} : readBody('entitlement', Enabled, asked.body);
  const customer = (await customerIn(asked, desk, said))?.key ?? subscription.customer;
  const catalogue = await loadCatalogue(desk.db.reader, asked.place, asked.now);
  assertMayBeSold(productsIn(subscription, catalogue, asked.now), catalogue.features);
  return activateSubscription({ subscription: eId, customer });
}

export const entitlementEndpoints = [
  endpoint('GET', '/entitlements', async (asked, desk) => {
    mayRead(asked);
    const conditions = await conditionsOf(asked, desk);
    const page = pageAsked(asked.query);
    const { items, count } = await loadPage(desk.db.reader, 'subscription', asked.place, conditions, page);
    const subscriptions = items.map(({ body }) => body);
    const around = await loadAround(asked, desk, subscriptions);
    const shown = subscriptions.map((one) => entitlementShown(one, around));
    return ok({ entitlements: listed('entitlement', shown, count) });
  }),

  endpoint('POST', '/entitlements', async (asked, desk) => {
    mayRead(asked);
    const said = readBody('entitlement', NewEntitlement, asked.body);
    const customer = await customerIn(asked, desk, said);
    const catalogue = await loadCatalogue(desk.db.reader, asked.place, asked.now);
    const standing = { catalogue, timeZone: zoneOf(customer), now: asked.now };
    const wanted = (said.productKeys?.productKey ?? []).map((one) => wantedItem(one, said, standing));
    if (wanted.length === 0)
      throw invalid('An entitlement needs a product key, as a draft too.', 'productKeys');
    const isDraft = said.state === 'DRAFT';
    if (!isDraft && customer === null)
      throw new ProblemError('customer_required', 'Say whose it is, or make a draft.', {}, [
        { pointer: '#/customer', detail: 'must name a customer' },
      ]);
    if (!isDraft)
      assertMayBeSold(
        wanted.map(({ product }) => product),
        catalogue.features,
      );
    const call = createSubscription({
      customer: customer?.key ?? null,
      state: isDraft ? 'draft' : 'active',
      items: wanted.map(({ item }) => item),
      ...(said.externalId && { source: { system: 'ems', ref: said.externalId } }),
    });
    const [eId = ''] = made(await edit(asked, desk, asked.place, [call]), 'subscription');
    return created(await entitlementAgain(asked, desk, eId));
  }),

  endpoint('GET', '/entitlements/{id}', async (asked, desk) => {
    const { body } = await findEntitlement(asked, desk);
    return ok(await entitlementAgain(asked, desk, body.eId));
  }),

  endpoint('PATCH', '/entitlements/{id}', async (asked, desk) => {
    const said = readBody('entitlement', EntitlementWords, asked.body);
    const find = () => findEntitlement(asked, desk);
    const { expiry } = said;
    const open = expiry ? (await find()).body.items.filter(({ state }) => state !== 'closed') : [];
    const keys = said.productKeys?.productKey ?? [];
    const named = new Set(keys.flatMap((one) => ('pkId' in one ? [one.pkId] : [])));
    const ends = open.flatMap(({ pkId }) => (expiry && !named.has(pkId) ? [{ pkId, expiry }] : []));
    const { eId } = await editProductKeys(asked, desk, find, [...keys, ...ends]);
    return edited(asked, () => entitlementAgain(asked, desk, eId));
  }),

  endpoint('PUT', '/entitlements/{id}', () => {
    throw new EmsFailure(405, 'method_not_allowed', 'Say what changes with PATCH.');
  }),

  endpoint('DELETE', '/entitlements/{id}', async (asked, desk) => {
    const { eId, customer, state } = (await findEntitlement(asked, desk)).body;
    if (state !== 'draft')
      throw new ProblemError('subscription_not_active', 'Only drafts are deleted; close it instead.');
    await edit(asked, desk, asked.place, [closeSubscription({ subscription: eId, customer })]);
    return nothingLeft;
  }),

  endpoint('POST', '/entitlements/{id}/enable', async (asked, desk) => {
    const { body } = await findEntitlement(asked, desk);
    await edit(asked, desk, asked.place, [await enableCall(asked, desk, body)]);
    return edited(asked, () => entitlementAgain(asked, desk, body.eId));
  }),

  stateEndpoint('disable', suspendSubscription),
  stateEndpoint('close', closeSubscription),

  endpoint('GET', '/entitlements/{id}/productKeys', async (asked, desk) => {
    const { body } = await findEntitlement(asked, desk);
    const around = await loadAround(asked, desk, [body]);
    const shown = body.items.map((item) => productKeyShown(body, item, around));
    return ok({ productKeys: listed('productKey', shown) });
  }),

  endpoint('POST', '/entitlements/{id}/splitTransfer', async (asked, desk) => {
    const { body: subscription } = await findEntitlement(asked, desk);
    const said = readBody('splitTransfer', SplitTransfer, asked.body);
    const [key, ...others] = said.productKeys.productKey;
    if (!key || others.length > 0) throw invalid('Split one product key at a time.', 'productKeys');
    if (subscription.state !== 'active')
      throw new ProblemError('subscription_not_active', 'Only an enabled entitlement can be split.');
    itemOf(subscription, key.pkId);
    const receiver = await customerIn(asked, desk, said);
    if (!receiver)
      throw new ProblemError('customer_required', 'Say who gets the part.', {}, [
        { pointer: '#/customer', detail: 'must name a customer' },
      ]);
    const { eId, customer } = subscription;
    const call = splitSubscription({ subscription: eId, customer, ...key, receiver: receiver.key });
    const applied = await edit(asked, desk, asked.place, [call], { comment: said.comments ?? '' });
    const child = made(applied, 'subscription').find((id) => id !== eId) ?? '';
    return created(await entitlementAgain(asked, desk, child));
  }),
];
