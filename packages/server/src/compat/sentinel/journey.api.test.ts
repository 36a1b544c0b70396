import { createHmac } from 'node:crypto';
import { type Asking, type Reply, startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ems = '/ems/api/v5';
const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ at: '2026-03-15T12:00:00Z' });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
});
afterAll(() => server[Symbol.asyncDispose]());

/** What is taken out of replies; all else is compared. */
interface Told {
  readonly features: unknown;
  readonly product: unknown;
  readonly productKey: unknown;
  readonly response: unknown;
  readonly entitlement: {
    readonly eId: string;
    readonly productKeys: { readonly productKey: readonly [{ readonly pkId: string }] };
  };
  readonly activations: { readonly activation: readonly [{ readonly aId: string }] };
}

/** Everything that an ERP system asks: below `/ems/api/v5`, and with the status that it expects. */
async function ask(
  method: 'get' | 'post' | 'patch' | 'delete',
  path: string,
  status: number,
  body: unknown = {},
  asking: Asking = {},
) {
  const address = `${ems}${path}`;
  const reply: Reply = await (method === 'get' || method === 'delete'
    ? server[method](address, asking)
    : server[method](address, body, asking));
  expect(reply, `${method} ${path}: ${JSON.stringify(reply.body)}`).toMatchObject({ status });
  return reply.as<Told>();
}

const flagEvent = (tags: readonly string[], version: number) =>
  JSON.stringify({
    _id: `entry-${version}`,
    _accountId: 'account',
    date: 1_773_576_000_000 + version,
    accesses: [{ action: 'updateTags', resource: 'proj/shop:env/production:flag/advanced-reports' }],
    kind: 'flag',
    name: 'Advanced reports',
    description: '',
    shortDescription: '',
    titleVerb: 'updated the flag',
    title: 'updated the flag',
    target: { name: 'Advanced reports', resources: ['proj/shop:env/production:flag/advanced-reports'] },
    currentVersion: {
      key: 'advanced-reports',
      name: 'Advanced reports',
      kind: 'boolean',
      _version: version,
      tags,
    },
  });

test('a flag is sold, seated and looked up through this protocol alone', async () => {
  const key = (await server.post(`${here}/keys`, { kind: 'client-application' })).as<{ value: string }>()
    .value;
  const { id, secret } = (
    await server.post(`${project}/connections`, { platform: 'launchdarkly', name: 'LaunchDarkly' })
  ).as<{ id: string; secret: string }>();
  for (const [version, tags] of [
    [1, []],
    [2, ['EntitledFeature']],
  ] as const) {
    const body = flagEvent(tags, version);
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    const reply = await server.post(`/hooks/launchdarkly/${id}`, body, {
      token: null,
      headers: { 'x-ld-signature': signature },
    });
    expect(reply.status).toBe(200);
  }

  const { features } = await ask('get', '/features?isFeatureFlag=Yes', 200);
  expect(features).toMatchObject({
    count: 1,
    feature: [
      {
        nameVersion: { name: 'advanced-reports', version: '' },
        namespace: { name: 'Feature-Flag' },
        featureLicenseModels: {
          count: 1,
          featureLicenseModel: [
            {
              licenseModel: { name: 'Services' },
              enforcement: { nameVersion: { name: 'Services', version: '1.0' } },
            },
          ],
        },
        customAttributes: { customAttribute: [{ name: 'isFeatureFlag', value: 'Yes' }] },
      },
    ],
  });

  const { product } = await ask('post', '/products?comments=New%20catalogue', 201, {
    product: {
      nameVersion: { name: 'TestProduct', version: '1.0' },
      namespace: { name: 'Feature-Flag' },
      productType: 'DEFAULT',
      productFeatures: {
        productFeature: [{ feature: { nameVersion: { name: 'advanced-reports', version: '' } } }],
      },
      state: 'ENABLE',
    },
  });
  expect(product).toMatchObject({ identifier: 'test-product', state: 'ENABLE', productType: 'DEFAULT' });
  expect(await ask('get', '/products/nameVersion=TestProduct:1.0', 200)).toEqual({ product });

  await ask('post', '/customers', 201, {
    customer: {
      name: 'Acme',
      identifier: 'ACME',
      externalId: 'erp-1',
      contacts: { contact: [{ emailId: 'it@acme.test', name: 'I. T.' }] },
    },
  });
  const { entitlement } = await ask('post', '/entitlements?comments=SO-1001&executedBy=erin', 201, {
    entitlement: {
      externalId: 'SO-1001',
      startDate: '2022-05-21',
      expiry: { neverExpires: true },
      customer: { identifier: 'ACME' },
      productKeys: {
        productKey: [
          {
            totalQuantity: 10,
            activationMethod: 'PARTIAL',
            item: { itemProduct: { product: { nameVersion: { name: 'TestProduct', version: '1.0' } } } },
          },
        ],
      },
      state: 'ENABLE',
    },
  });
  const { eId } = entitlement;
  const [{ pkId }] = entitlement.productKeys.productKey;
  expect(entitlement).toMatchObject({
    externalId: 'SO-1001',
    state: 'ENABLE',
    startDate: '2022-05-21',
    expiry: { neverExpires: true, endDate: '2500-12-31' },
    customer: { id: 'ACME', identifier: 'ACME', externalId: 'erp-1' },
    productKeys: {
      count: 1,
      productKey: [{ totalQuantity: 10, availableQuantity: 10, consumedQuantity: 0 }],
    },
  });

  const { activations } = await ask('post', '/activations/bulkActivate', 201, {
    bulkActivation: {
      activatees: { activatee: [{ activateeEmailId: 'u@acme.test', addIfNotAvailable: true }] },
      activationProductKeys: {
        activationProductKey: [{ pkId, activationQuantity: 1, activationComments: 'laptop 7' }],
      },
    },
  });
  expect(activations).toMatchObject({
    count: 1,
    activation: [{ pkId, eId, state: 'ACTIVE', activationQuantity: 1 }],
  });

  const looked = await server.get(`${ems}/entitledFeatures?customerIdentifier=ACME`, {
    token: null,
    headers: { 'x-api-key': key },
  });
  expect(looked.body).toEqual({
    entitledFeatures: [
      {
        name: 'advanced-reports',
        startDate: '2022-05-21',
        endDate: '2500-12-31',
        product: 'TestProduct 1.0',
        totalQuantity: 10,
        availableQuantity: 9,
        consumedQuantity: 1,
        eId,
        enabled: true,
        lastModifiedDate: '2026-03-15 12:00',
      },
    ],
  });

  const ledger = (await server.get(`${here}/ledger?customer=ACME`)).as<{
    items: { action: string; comment: string }[];
  }>();
  expect(ledger.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ action: 'subscription.create', comment: 'SO-1001 (executed by erin)' }),
      expect.objectContaining({ action: 'activation.activate', comment: 'laptop 7' }),
    ]),
  );
});

test('an entitlement is drafted, enabled, changed by differences, split, disabled and closed', async () => {
  const said = {
    entitlement: {
      customer: { externalId: 'erp-1' },
      expiry: { endDate: '2026-12-31' },
      productKeys: {
        productKey: [{ totalQuantity: 4, item: { itemProduct: { product: { id: 'test-product@1' } } } }],
      },
    },
  };
  const { entitlement } = await ask('post', '/entitlements', 201, said);
  const address = `/entitlements/eId=${entitlement.eId}`;
  const [{ pkId }] = entitlement.productKeys.productKey;
  expect(entitlement).toMatchObject({
    state: 'DRAFT',
    expiry: { neverExpires: false, endDate: '2026-12-31' },
  });

  await ask('patch', `/productKeys/${pkId}`, 204, { productKey: { totalQuantity: 5 } });
  await ask('post', `${address}/enable`, 204);
  const more = await ask('patch', `/productKeys/${pkId}?returnResource=true`, 200, {
    productKey: { totalQuantity: 2 },
  });
  expect(more.productKey).toMatchObject({ totalQuantity: 7, availableQuantity: 7, state: 'ENABLE' });

  const activation = {
    bulkActivation: {
      activationProductKeys: {
        activationProductKey: [
          { pkId, activationQuantity: 6, fingerprints: { fingerprint: [{ fingerprint: 'abc' }] } },
        ],
      },
    },
  };
  const { activations } = await ask('post', '/activations/bulkActivate', 201, activation);
  const [{ aId }] = activations.activation;
  const refused = await ask('patch', `/productKeys/${pkId}`, 400, { productKey: { totalQuantity: -3 } });
  expect(refused.response).toMatchObject({ errorCode: 'quantity_below_consumed' });

  await ask('post', '/customers', 201, { customer: { name: 'Acme Europe', identifier: 'ACME-EU' } });
  const split = (quantity: number) => ({
    splitTransfer: { productKeys: { productKey: [{ pkId, quantity }] }, customer: { identifier: 'ACME-EU' } },
  });
  await ask('post', `${address}/splitTransfer`, 400, split(2));
  const child = await ask('post', `${address}/splitTransfer`, 201, split(1));
  expect(child.entitlement).toMatchObject({
    parentEId: entitlement.eId,
    customer: { id: 'ACME-EU' },
    state: 'ENABLE',
    productKeys: { productKey: [{ totalQuantity: 1 }] },
  });
  expect(await ask('get', `/productKeys/${pkId}`, 200)).toMatchObject({
    productKey: { totalQuantity: 6, availableQuantity: 0, consumedQuantity: 6 },
  });

  await ask('post', '/activations/bulkRehost', 200, {
    bulkRehost: {
      activations: {
        activation: [{ aId, activatees: { activatee: [{ activateeEmailId: 'v@acme.test' }] } }],
      },
    },
  });
  await ask('post', `/activations/aId=${aId}/renew`, 204, {
    activation: { expiry: { endDate: '2026-06-30' } },
  });
  expect(await ask('get', `/activations/${aId}`, 200)).toMatchObject({
    activation: {
      state: 'ACTIVE',
      expiry: { neverExpires: false, endDate: '2026-06-30' },
      activatees: { activatee: [{ activateeEmailId: 'v@acme.test' }] },
    },
  });
  await ask('post', `/activations/aId=${aId}/markRevoke`, 204);
  expect(await ask('get', `/activations?customerIdentifier=ACME&state=REVOKED`, 200)).toMatchObject({
    activations: { count: 1, activation: [{ aId }] },
  });

  await ask('post', `${address}/disable`, 204);
  await ask('patch', `/productKeys/${pkId}`, 400, { productKey: { totalQuantity: 1 } });
  await ask('post', `${address}/enable`, 204);
  await ask('post', `${address}/close`, 204);
  expect(await ask('get', address, 200)).toMatchObject({ entitlement: { state: 'CLOSED' } });
  await ask('post', `${address}/enable`, 400);
});
