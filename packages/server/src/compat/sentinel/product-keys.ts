import type { Subscription } from '@latchkey/model';
import { loadAround } from './around.ts';
import { readBody } from './body.ts';
import { edited } from './edit.ts';
import { type Asked, type Desk, endpoint, ok } from './endpoint.ts';
import { itemOf } from './entitlement-edits.ts';
import { type EditedProductKey, ProductKeyWords, productKeyShown } from './entitlement-form.ts';
import { editProductKeys } from './entitlements.ts';
import { findProductKey, productKeyAddressed } from './find.ts';

async function shown(asked: Asked, desk: Desk, subscription: Subscription, pkId: string) {
  const around = await loadAround(asked, desk, [subscription]);
  return { productKey: productKeyShown(subscription, itemOf(subscription, pkId), around) };
}

async function change(asked: Asked, desk: Desk, words: Omit<EditedProductKey, 'pkId'>) {
  const { pkId } = (await productKeyAddressed(asked, desk)).item;
  const find = async () => (await findProductKey(asked, desk, pkId)).kept;
  await editProductKeys(asked, desk, find, [{ ...words, pkId }]);
  return edited(asked, async () => shown(asked, desk, (await find()).body, pkId));
}

const stateEndpoint = (path: string, state: 'ENABLE' | 'DISABLE' | 'CLOSED') =>
  endpoint('POST', `/productKeys/{id}/${path}`, (asked, desk) => change(asked, desk, { state }));

export const productKeyEndpoints = [
  endpoint('GET', '/productKeys/{id}', async (asked, desk) => {
    const { kept, item } = await productKeyAddressed(asked, desk);
    return ok(await shown(asked, desk, kept.body, item.pkId));
  }),

  endpoint('PATCH', '/productKeys/{id}', (asked, desk) =>
    change(asked, desk, readBody('productKey', ProductKeyWords, asked.body)),
  ),

  stateEndpoint('enable', 'ENABLE'),
  stateEndpoint('disable', 'DISABLE'),
  stateEndpoint('close', 'CLOSED'),
];
