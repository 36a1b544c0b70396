import { type Asking, type Reply, startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ems = '/ems/api/v5';
const here = '/api/v1/projects/shop/environments/production';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ at: '2026-03-15T12:00:00Z' });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await feature('reports', 'Services', 'Yes');
  await feature('classroom', 'Training');
  await feature('hotline', 'Support');
  await server.post(`${ems}/enforcements/nameVersion=Services:1.0/licenseModels`, {
    licenseModel: { name: 'Rental' },
  });
  await feature('crane', 'Rental');
  await product('Reports', 'reports');
  await product('School', 'classroom');
  await product('Care', 'hotline');
  await product('Crane', 'crane');
  await server.post(`${ems}/customers`, { customer: { name: 'Acme', identifier: 'ACME' } });
});
afterAll(() => server[Symbol.asyncDispose]());

async function feature(name: string, licenceModel: string, isFeatureFlag = 'No'): Promise<void> {
  const reply = await server.post(`${ems}/features`, {
    feature: {
      nameVersion: { name },
      featureLicenseModels: { featureLicenseModel: [{ licenseModel: { name: licenceModel } }] },
      customAttributes: { customAttribute: [{ name: 'isFeatureFlag', value: isFeatureFlag }] },
    },
  });
  expect(reply.status).toBe(201);
}

const productOf = (name: string, inside: string, more: object = {}) => ({
  product: {
    nameVersion: { name, version: '1.0' },
    productFeatures: { productFeature: [{ feature: { id: inside } }] },
    state: 'ENABLE',
    ...more,
  },
});

async function product(name: string, inside: string): Promise<void> {
  expect((await server.post(`${ems}/products`, productOf(name, inside))).status).toBe(201);
}

const entitlementOf = (products: readonly string[], more: object = {}) => ({
  entitlement: {
    customer: { identifier: 'ACME' },
    productKeys: {
      productKey: products.map((name) => ({
        totalQuantity: 1,
        item: { itemProduct: { product: { nameVersion: { name, version: '1.0' } } } },
      })),
    },
    state: 'ENABLE',
    ...more,
  },
});

const refusal = (reply: Reply) => ({
  status: reply.status,
  ...reply.as<{ response: { errorCode: string; description: string; field?: string } }>().response,
});

describe('what may be sold together', () => {
  test('training and support go with a feature born of a flag', async () => {
    const reply = await server.post(`${ems}/entitlements`, entitlementOf(['Reports', 'School', 'Care']));
    expect(reply.status).toBe(201);
  });

  test('another licence model does not, neither at once nor later', async () => {
    expect(
      refusal(await server.post(`${ems}/entitlements`, entitlementOf(['Reports', 'Crane']))),
    ).toMatchObject({ status: 400, field: 'productKeys', description: expect.stringContaining('crane') });
    const sold = await server.post(`${ems}/entitlements`, entitlementOf(['Reports']));
    const { eId } = sold.as<{ entitlement: { eId: string } }>().entitlement;
    const { productKeys } = entitlementOf(['Crane']).entitlement;
    const added = await server.patch(`${ems}/entitlements/${eId}`, { entitlement: { productKeys } });
    expect(refusal(added)).toMatchObject({ status: 400, field: 'productKeys' });
  });

  test('without a feature born of a flag it is as good as any', async () => {
    expect((await server.post(`${ems}/entitlements`, entitlementOf(['Crane', 'School']))).status).toBe(201);
  });

  test('a feature born of a flag goes into Default products only', async () => {
    const parent = await server.post(
      `${ems}/products`,
      productOf('Family', 'reports', { productType: 'PARENT' }),
    );
    expect(refusal(parent)).toMatchObject({ status: 400, errorCode: 'feature_default_products_only' });
  });

  test('a customer is needed, unless it is a draft', async () => {
    const { customer: _, ...nobody } = entitlementOf(['Reports']).entitlement;
    const refused = await server.post(`${ems}/entitlements`, { entitlement: nobody });
    expect(refusal(refused)).toMatchObject({
      status: 400,
      errorCode: 'customer_required',
      field: 'customer',
    });
    const draft = await server.post(`${ems}/entitlements`, { entitlement: { ...nobody, state: 'DRAFT' } });
    const { eId } = draft.as<{ entitlement: { eId: string } }>().entitlement;
    expect(refusal(await server.post(`${ems}/entitlements/${eId}/enable`))).toMatchObject({ status: 400 });
    const enabled = await server.post(`${ems}/entitlements/${eId}/enable?returnResource=true`, {
      entitlement: { customer: { name: 'Acme' } },
    });
    expect(enabled.body).toMatchObject({ entitlement: { state: 'ENABLE', customer: { id: 'ACME' } } });
  });

  test('a draft of a product is not sold', async () => {
    await server.post(`${ems}/products`, productOf('Later', 'classroom', { state: 'DRAFT' }));
    expect(refusal(await server.post(`${ems}/entitlements`, entitlementOf(['Later'])))).toMatchObject({
      status: 400,
      description: expect.stringContaining('draft'),
    });
    const enabled = await server.patch(`${ems}/products/nameVersion=Later:1.0`, {
      product: { state: 'ENABLE' },
    });
    expect(enabled.status).toBe(204);
    expect((await server.post(`${ems}/entitlements`, entitlementOf(['Later']))).status).toBe(201);
  });
});

describe('who may ask', () => {
  const stranger: Asking = { token: null };

  test('nobody without a token, and no application with its key', async () => {
    expect(refusal(await server.get(`${ems}/customers`, stranger))).toMatchObject({
      status: 401,
      errorCode: 'unauthenticated',
    });
    const key = (await server.post(`${here}/keys`, { kind: 'client-application' })).as<{ value: string }>();
    const asked = await server.get(`${ems}/customers`, { token: null, headers: { 'x-api-key': key.value } });
    expect(refusal(asked)).toMatchObject({ status: 403, errorCode: 'wrong_key_kind' });
  });

  test('a token that may only read changes nothing', async () => {
    const made = await server.post('/api/v1/tokens', { name: 'Nora', roles: ['auditor'], service: true });
    const token = made.as<{ value: string }>().value;
    const headers = { 'x-api-key': token };
    expect((await server.get(`${ems}/customers/ACME`, { token: null, headers })).status).toBe(200);
    const answers = await Promise.all([
      server.post(`${ems}/customers`, { customer: { name: 'Mine' } }, { token }),
      server.patch(`${ems}/customers/ACME`, { customer: { name: 'Mine' } }, { token }),
      server.delete(`${ems}/customers/ACME`, { token }),
      server.post(`${ems}/entitlements`, entitlementOf(['School']), { token }),
      server.post(`${ems}/products`, productOf('Mine', 'classroom'), { token }),
      server.post(`${ems}/namespaces`, { namespace: { name: 'Mine' } }, { token }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
  });

  test('the place may be the user name of Basic credentials, and must be said when there are several', async () => {
    const made = await server.post('/api/v1/tokens', { name: 'Erin', roles: ['auditor'], service: true });
    const token = made.as<{ value: string }>().value;
    await server.post('/api/v1/projects', { key: 'second', name: 'Second' });
    const basic = (user: string) => ({
      token: null,
      headers: { authorization: `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}` },
    });
    expect(refusal(await server.get(`${ems}/customers`, basic('erin')))).toMatchObject({ status: 400 });
    const shop = await server.get(`${ems}/customers`, basic('shop/production'));
    expect(shop.body).toMatchObject({ customers: { count: 1, customer: [{ identifier: 'ACME' }] } });
    const other = await server.get(`${ems}/customers`, { headers: { 'x-latchkey-place': 'second/staging' } });
    expect(other.body).toEqual({ customers: { count: 0 } });
    expect((await server.get(`${ems}/customers`, basic('shop/nowhere'))).status).toBe(404);
  });
});

describe('what is not understood', () => {
  const shop: Asking = { headers: { 'x-latchkey-place': 'shop/production' } };
  const ask = (method: 'get' | 'delete', path: string) => server[method](`${ems}${path}`, shop);

  test('is named, and never passed over', async () => {
    const unknown = await server.post(
      `${ems}/customers`,
      { customer: { name: 'X', marketGroup: { name: 'EMEA' } } },
      shop,
    );
    expect(refusal(unknown)).toMatchObject({ status: 400, field: 'customer/marketGroup' });
    expect(refusal(await ask('get', '/customers?marketGroup=EMEA'))).toMatchObject({ status: 400 });
    expect(refusal(await ask('get', '/customers?pageSize=201'))).toMatchObject({
      status: 400,
      field: 'pageSize',
    });
    expect(refusal(await ask('get', '/customers/colour=red'))).toMatchObject({ status: 400 });
  });

  test('what the protocol has and we do not is answered with a sentence', async () => {
    expect(refusal(await ask('get', '/productSuites'))).toMatchObject({
      status: 501,
      errorCode: 'not_covered',
      description: expect.stringContaining('product suites'),
    });
    expect(await ask('delete', '/products/Reports')).toMatchObject({ status: 405 });
    expect(await ask('get', '/nonsense')).toMatchObject({ status: 404 });
  });

  test('XML is neither sent nor taken', async () => {
    const headers = { ...shop.headers, accept: 'application/xml' };
    expect((await server.get(`${ems}/customers`, { headers })).status).toBe(406);
    const typed = { ...shop.headers, 'content-type': 'application/xml' };
    expect((await server.post(`${ems}/customers`, '<customer/>', { headers: typed })).status).toBe(415);
  });

  test('a protected environment wants to know why, and an executor is no reason', async () => {
    await server.patch(here, { protected: true, change: { comment: 'Customers live here' } });
    const body = { customer: { name: 'Beta', identifier: 'BETA' } };
    const post = (query: string) => server.post(`${ems}/customers${query}`, body, shop);
    expect(refusal(await post('?executedBy=erin'))).toMatchObject({
      status: 400,
      errorCode: 'comment_required',
    });
    expect((await post('?comments=Won%20the%20deal')).status).toBe(201);
  });
});
