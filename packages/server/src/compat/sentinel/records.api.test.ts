import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ems = '/ems/api/v5';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ at: '2026-03-15T12:00:00Z' });
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
});
afterAll(() => server[Symbol.asyncDispose]());

test('a customer is made, found by every name that it has, described and deleted', async () => {
  const made = await server.post(`${ems}/customers`, {
    customer: {
      name: 'Zürich Tools',
      identifier: 'ZT',
      externalId: 'erp-7',
      refId: 'r-1',
      crmId: 'c-1',
      timeZoneId: 'Europe/Zurich',
      description: 'Drills',
      customAttributes: { customAttribute: [{ name: 'industry', value: 'tools' }] },
    },
  });
  expect(made).toMatchObject({ status: 201 });
  const { customer } = made.as<{ customer: unknown }>();
  expect(customer).toEqual({
    id: 'ZT',
    identifier: 'ZT',
    externalId: 'erp-7',
    refId: 'r-1',
    crmId: 'c-1',
    name: 'Zürich Tools',
    description: 'Drills',
    timeZoneId: 'Europe/Zurich',
    state: 'ENABLE',
    contacts: { count: 0 },
    customAttributes: { count: 1, customAttribute: [{ name: 'industry', value: 'tools' }] },
    creationDate: '2026-03-15 12:00',
    lastModifiedDate: '2026-03-15 12:00',
  });
  for (const address of [
    'ZT',
    'identifier=ZT',
    'externalId=erp-7',
    'refId=r-1',
    'crmId=c-1',
    `name=${encodeURIComponent('Zürich Tools')}`,
  ])
    expect((await server.get(`${ems}/customers/${address}`)).body).toEqual({ customer });

  const edited = await server.patch(`${ems}/customers/ZT?returnResource=true`, {
    customer: { refId: '', state: 'DISABLE', description: 'Drills and saws' },
  });
  expect(edited.body).toMatchObject({ customer: { state: 'DISABLE', description: 'Drills and saws' } });
  expect(edited.as<{ customer: object }>().customer).not.toHaveProperty('refId');

  const found = (query: string) => server.get(`${ems}/customers?${query}`);
  expect((await found('name=tool&searchPattern=0')).body).toMatchObject({ customers: { count: 1 } });
  expect((await found('name=tool')).body).toEqual({ customers: { count: 0 } });
  expect((await found('state=ENABLE')).body).toEqual({ customers: { count: 0 } });

  expect((await server.delete(`${ems}/customers/ZT`)).status).toBe(204);
  expect((await server.get(`${ems}/customers/ZT`)).status).toBe(404);
  expect((await found('')).body).toEqual({ customers: { count: 0 } });
});

test('contacts belong to a customer and are found by their address', async () => {
  await server.post(`${ems}/customers`, { customer: { name: 'Acme', identifier: 'ACME' } });
  const said = { contact: { emailId: 'it@acme.test', name: 'I. T.', customer: { identifier: 'ACME' } } };
  const made = await server.post(`${ems}/contacts`, said);
  expect(made).toMatchObject({
    status: 201,
    body: { contact: { emailId: 'it@acme.test', contactType: 'STANDARD' } },
  });
  expect((await server.post(`${ems}/contacts`, said)).status).toBe(400);
  await server.post(`${ems}/contacts`, {
    contact: { emailId: 'boss@acme.test', contactType: 'ADMINISTRATOR', customer: { id: 'ACME' } },
  });
  const edited = await server.patch(`${ems}/contacts/emailId=it@acme.test`, {
    contact: { name: 'Ida Tell' },
  });
  expect(edited.status).toBe(204);
  expect((await server.get(`${ems}/customers/emailId=boss@acme.test/contacts`)).body).toMatchObject({
    contacts: {
      count: 2,
      contact: [
        { name: 'Ida Tell', contactType: 'STANDARD' },
        { name: 'boss@acme.test', contactType: 'ADMINISTRATOR' },
      ],
    },
  });
  expect((await server.delete(`${ems}/contacts/emailId=boss@acme.test`)).status).toBe(204);
  expect((await server.get(`${ems}/contacts?customer=ACME`)).body).toMatchObject({ contacts: { count: 1 } });
});

test('namespaces and licence models name features, and pages of them are counted', async () => {
  await server.post(`${ems}/namespaces`, { namespace: { name: 'Tools', description: 'For tools' } });
  const { namespaces } = (await server.get(`${ems}/namespaces`)).as<{ namespaces: { count: number } }>();
  expect(namespaces.count).toBe(2);
  const models = await server.get(
    `${ems}/enforcements/nameVersion=Services:1.0/licenseModels?sortByAsc=name`,
  );
  expect(models.body).toMatchObject({
    licenseModels: {
      count: 3,
      licenseModel: [{ name: 'Services' }, { name: 'Support' }, { name: 'Training' }],
    },
  });
  for (const name of ['drill', 'saw', 'wrench'])
    await server.post(`${ems}/features`, {
      feature: {
        nameVersion: { name, version: '2' },
        namespace: { name: 'Tools' },
        displayName: `The ${name}`,
      },
    });
  const page = await server.get(
    `${ems}/features?namespaceName=Tools&sortByDesc=name&pageStartIndex=1&pageSize=1`,
  );
  expect(page.body).toMatchObject({
    features: { count: 3, feature: [{ nameVersion: { name: 'saw', version: '2' }, displayName: 'The saw' }] },
  });
  expect((await server.get(`${ems}/features?CA_FTR.isFeatureFlag=Yes`)).body).toEqual({
    features: { count: 0 },
  });
  expect((await server.get(`${ems}/features/nameVersion=saw:1`)).status).toBe(404);
  expect((await server.get(`${ems}/features/nameVersion=saw:2`)).status).toBe(200);
  expect((await server.delete(`${ems}/features/saw`)).status).toBe(204);
  expect((await server.get(`${ems}/features/saw`)).status).toBe(404);
});

test('the next product of a name is the next version, and ends with its newest', async () => {
  const said = (version: string) => ({
    product: {
      nameVersion: { name: 'Box', version },
      productFeatures: { productFeature: [{ feature: { id: 'drill' } }] },
      state: 'ENABLE',
    },
  });
  expect((await server.post(`${ems}/products`, said('1.0'))).status).toBe(201);
  expect((await server.post(`${ems}/products`, said('1.0'))).body).toMatchObject({
    response: { field: 'nameVersion/version', description: expect.stringContaining('2.0') },
  });
  expect((await server.post(`${ems}/products`, said(''))).body).toMatchObject({
    product: { id: 'box@2', nameVersion: { version: '2.0' }, namespace: { name: 'Tools' } },
  });
  expect((await server.get(`${ems}/products?name=Box`)).body).toMatchObject({ products: { count: 2 } });
  const ended = await server.patch(`${ems}/products/identifier=box?returnResource=true`, {
    product: { state: 'DISABLE' },
  });
  expect(ended.body).toMatchObject({ product: { id: 'box@2', state: 'DISABLE' } });
});

test('the console shows where applications and the flag platform ask, and never a key', async () => {
  const here = '/api/v1/projects/shop/environments/production';
  const { value } = (await server.post(`${here}/keys`, { kind: 'client-application' })).as<{
    value: string;
  }>();
  await server.post('/api/v1/projects/shop/connections', { platform: 'split', name: 'Split' });
  const all = await server.get(`${ems}/applicationProperties`);
  expect(all.body).toMatchObject({
    applicationProperties: {
      applicationProperty: expect.arrayContaining([
        expect.objectContaining({
          displayText: 'API Key for Client Applications',
          value: `…${value.slice(-4)}`,
        }),
        expect.objectContaining({ displayText: 'Feature Flag Management Platform', value: 'Split' }),
        expect.objectContaining({ value: `${server.address}/hooks/split/…`, reveal: expect.any(String) }),
      ]),
    },
  });
  expect(JSON.stringify(all.body)).not.toContain(value);
  const one = await server.get(`${ems}/applicationProperties/key=entitledFeatures.endpoint`);
  expect(one.body).toMatchObject({
    applicationProperty: { value: `${server.address}/ems/api/v5/entitledFeatures`, readOnly: true },
  });
});

test('who names a product alone follows what is published, and what needs approval waits', async () => {
  const product = (state: string) => ({
    product: {
      nameVersion: { name: 'Kit' },
      productFeatures: { productFeature: [{ feature: { id: 'drill' } }] },
      state,
    },
  });
  await server.post(`${ems}/products`, product('ENABLE'));
  await server.post(`${ems}/products`, product('DRAFT'));
  const sale = (totalQuantity: number) => ({
    entitlement: {
      customer: { identifier: 'ACME' },
      productKeys: {
        productKey: [{ totalQuantity, item: { itemProduct: { product: { nameVersion: { name: 'Kit' } } } } }],
      },
      state: 'ENABLE',
    },
  });
  const sold = await server.post(`${ems}/entitlements`, sale(2));
  expect(sold).toMatchObject({
    status: 201,
    body: {
      entitlement: { productKeys: { productKey: [{ item: { itemProduct: { product: { id: 'kit@1' } } } }] } },
    },
  });

  const rail = await server.post('/api/v1/projects/shop/guardrails', {
    key: 'many-seats',
    name: 'Many seats',
    environment: 'production',
    roles: [],
    actions: ['subscription.create'],
    when: { maxQuantity: 10 },
    outcome: 'approve',
    approvals: 1,
    approverRoles: [],
  });
  expect(rail.status).toBe(201);
  const waits = await server.post(`${ems}/entitlements`, sale(11));
  expect(waits).toMatchObject({ status: 202, body: { response: { errorCode: 'approval_required' } } });
  const pending = await server.get('/api/v1/projects/shop/environments/production/changes?status=pending');
  const [change] = pending.as<{ items: { id: string }[] }>().items;
  expect(waits.as<{ response: { description: string } }>().response.description).toContain(change?.id);
  expect((await server.get(`${ems}/entitlements?productName=Kit`)).body).toMatchObject({
    entitlements: { count: 1 },
  });
});
