import { type Asking, type Reply, startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const address = '/ems/api/v5/entitledFeatures';
const minute = 60_000;
const day = 24 * 60 * minute;

interface Row {
  readonly name: string;
  readonly enabled: boolean;
  readonly eId: string;
}

interface Item {
  readonly plan: string;
  readonly quantity: number;
  readonly from: string;
  readonly to?: string;
}

/** A shop at noon on 15 March 2026, as an application sees it that holds a key for client applications. */
class Shop implements AsyncDisposable {
  readonly server: TestServer;
  readonly #key: string;

  private constructor(server: TestServer, key: string) {
    this.server = server;
    this.#key = key;
  }

  static async open(): Promise<Shop> {
    const server = await startServer({ at: '2026-03-15T12:00:00Z' });
    await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
    const key = await server.post(`${here}/keys`, { kind: 'client-application' });
    return new Shop(server, key.as<{ value: string }>().value);
  }

  async sell(plan: string, features: readonly string[]): Promise<void> {
    for (const feature of features)
      await this.server.post(`${project}/features`, { key: feature, name: feature, kind: 'switch' });
    await this.server.post(`${project}/plans`, { key: plan.toLowerCase(), name: plan });
    await this.publish(plan.toLowerCase(), features);
  }

  async publish(plan: string, features: readonly string[]): Promise<void> {
    const drafted = await this.server.post(`${project}/plans/${plan}/versions`, {
      items: features.map((feature) => ({ feature, effect: 'allow' })),
    });
    const { version } = drafted.as<{ version: number }>();
    expect(await this.server.post(`${here}/plans/${plan}/publish`, { version })).toMatchObject({
      status: 200,
    });
  }

  async customer(key: string, more: object = {}): Promise<void> {
    const added = await this.server.post(`${here}/customers`, { key, name: key, ...more });
    expect(added.status).toBe(201);
  }

  async buy(customer: string, items: readonly Item[]): Promise<{ eId: string; pkId: string }> {
    const bought = await this.server.post(`${here}/customers/${customer}/subscriptions`, {
      state: 'active',
      items,
    });
    expect(bought.status).toBe(201);
    const { eId, items: held } = bought.as<{ eId: string; items: readonly { pkId: string }[] }>();
    return { eId, pkId: held[0]?.pkId ?? '' };
  }

  ask(query: string, { headers = {}, ...asking }: Asking = {}): Promise<Reply> {
    const own = 'token' in asking ? {} : { 'x-api-key': this.#key };
    return this.server.get(`${address}?${query}`, {
      token: null,
      ...asking,
      headers: { ...own, ...headers },
    });
  }

  /** The rows of the application's question, which must be answered. */
  async rows(query: string): Promise<readonly Row[]> {
    const reply = await this.ask(query);
    expect(reply.status).toBe(200);
    return reply.as<{ entitledFeatures: readonly Row[] }>().entitledFeatures;
  }

  async names(query: string): Promise<readonly string[]> {
    return (await this.rows(query)).map(({ name }) => name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
  }
}

const since2022 = { quantity: 10, from: '2022-05-21T00:00:00Z' };

/** Acme has what the documentation shows: ten seats of one plan for ever, one of them taken. */
async function openSample() {
  const shop = await Shop.open();
  await shop.sell('TestProduct', ['adv-rep']);
  await shop.customer('acme', { externalId: 'crm-17' });
  const bought = await shop.buy('acme', [{ plan: 'testproduct', ...since2022 }]);
  const seat = await shop.server.post(`${here}/subscriptions/${bought.eId}/activations`, {
    pkId: bought.pkId,
    subject: { kind: 'user', key: 'ada' },
  });
  expect(seat.status).toBe(201);
  return { shop, ...bought };
}

test('a customer’s entitled features are answered in the fields, the order and the numbers of the sample', async () => {
  const { shop, eId } = await openSample();
  await using _ = shop;
  const reply = await shop.ask('customerIdentifier=acme');
  expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(reply.headers.get('cache-control')).toBe('private, no-cache');
  expect(JSON.stringify(reply.body)).toBe(
    JSON.stringify({
      entitledFeatures: [
        {
          name: 'adv-rep',
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
    }),
  );
});

test('the key may also come as a bearer token, and the customer by what other systems call it', async () => {
  const { shop } = await openSample();
  await using _ = shop;
  const key = (await shop.server.post(`${here}/keys`, { kind: 'client-application' })).as<{
    value: string;
  }>();
  expect(await shop.ask('customerIdentifier=acme', { token: key.value })).toMatchObject({ status: 200 });
  await shop.server.patch(`${here}/customers/acme`, {
    identifiers: { crmId: '0017', refId: 'r-1', identifier: 'ACME-ID' },
  });
  for (const query of [
    'customerIdentifier=crm-17',
    'customerIdentifier=ACME-ID',
    'customerId=acme',
    'customerExternalId=crm-17',
    'customerCrmId=0017',
    'customerRefId=r-1',
    'customerName=acme',
  ])
    expect(await shop.names(query), query).toEqual(['adv-rep']);
});

test('who has the reply already is told so in no bytes, until something changes', async () => {
  const { shop, eId, pkId } = await openSample();
  await using _ = shop;
  const first = await shop.ask('customerIdentifier=acme');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{20,}"$/);
  const headers = { 'if-none-match': etag };
  const again = await shop.ask('customerIdentifier=acme', { headers });
  expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
  shop.server.advance(minute);
  await shop.server.post(`${here}/subscriptions/${eId}/activations`, {
    pkId,
    subject: { kind: 'user', key: 'bob' },
  });
  const changed = await shop.ask('customerIdentifier=acme', { headers });
  expect(changed).toMatchObject({
    status: 200,
    body: {
      entitledFeatures: [{ availableQuantity: 8, consumedQuantity: 2, lastModifiedDate: '2026-03-15 12:01' }],
    },
  });
  expect(changed.headers.get('etag')).not.toBe(etag);
});

test('what a plan holds for its customers changes with its published version', async () => {
  const { shop } = await openSample();
  await using _ = shop;
  expect(await shop.names('customerIdentifier=acme')).toEqual(['adv-rep']);
  await shop.server.post(`${project}/features`, { key: 'sso', name: 'SSO', kind: 'switch' });
  await shop.publish('testproduct', ['adv-rep', 'sso']);
  expect((await shop.ask('customerIdentifier=acme')).body).toMatchObject({
    entitledFeatures: [
      { name: 'adv-rep', product: 'TestProduct 2.0' },
      { name: 'sso', product: 'TestProduct 2.0' },
    ],
  });
});

test('a customer who has nothing is answered with no rows, one who is not known with a problem', async () => {
  const { shop } = await openSample();
  await using _ = shop;
  await shop.customer('newcomer');
  expect(await shop.rows('customerIdentifier=newcomer')).toEqual([]);
  const unknown = await shop.ask('customerIdentifier=nobody');
  expect(unknown).toMatchObject({
    status: 404,
    body: { code: 'customer_unknown', errors: [{ pointer: '#/customerIdentifier' }] },
  });
  expect(unknown.headers.get('content-type')).toBe('application/problem+json');
  await shop.customer('nobody');
  expect(await shop.rows('customerIdentifier=nobody')).toEqual([]);
});

test('a question that is not understood is told what is wrong with it', async () => {
  const { shop } = await openSample();
  await using _ = shop;
  const questions = [
    ['', 'customerIdentifier'],
    ['customerIdentifier=', 'customerIdentifier'],
    ['customerIdentifier=acme&customerId=acme', 'customerIdentifier'],
    [`customerName=${'x'.repeat(201)}`, 'customerName'],
    ['customerIdentifier=a%00b', 'customerIdentifier'],
    ['customerIdentifier=acme&colour=red', ''],
    [`customerIdentifier=acme&eId=${'x'.repeat(2001)}`, ''],
    ['customerIdentifier=acme&enabled=maybe', 'enabled'],
    ['customerIdentifier=acme&includeClosed=1', 'includeClosed'],
    ['customerIdentifier=acme&pageSize=0', 'pageSize'],
    ['customerIdentifier=acme&pageSize=201', 'pageSize'],
    ['customerIdentifier=acme&pageStartIndex=-1', 'pageStartIndex'],
    ['customerIdentifier=acme&pageStartIndex=1.5', 'pageStartIndex'],
  ];
  for (const [query = '', pointer = ''] of questions)
    expect(await shop.ask(query), query).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ pointer: `#/${pointer}` }] },
    });
});

test('only keys for client applications are taken, of this environment, by GET and HEAD', async () => {
  const { shop } = await openSample();
  await using _ = shop;
  const { server } = shop;
  const question = 'customerIdentifier=acme';
  const none = await server.get(`${address}?${question}`, { token: null });
  expect(none).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  expect(none.headers.get('www-authenticate')).toContain('Bearer');
  const wrong = { token: null, headers: { 'x-api-key': `lk_cli_${'x'.repeat(49)}` } };
  expect(await shop.ask(question, wrong)).toMatchObject({ status: 401 });
  const keyOf = async (place: string, kind: string) =>
    (await server.post(`${place}/keys`, { kind })).as<{ value: string }>().value;
  const sdk = { token: await keyOf(here, 'sdk') };
  expect(await shop.ask(question, sdk)).toMatchObject({ status: 403, body: { code: 'wrong_key_kind' } });
  const staging = { token: await keyOf(`${project}/environments/staging`, 'client-application') };
  expect(await shop.ask(question, staging)).toMatchObject({ status: 404 });
  const posted = await server.post(`${address}?${question}`, {});
  expect(posted).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
  expect(posted.headers.get('allow')).toBe('GET, HEAD');
});

test('HEAD is answered like GET, without the bytes', async () => {
  const { shop } = await openSample();
  await using _ = shop;
  const { value } = (await shop.server.post(`${here}/keys`, { kind: 'client-application' })).as<{
    value: string;
  }>();
  const url = `${shop.server.address}${address}?customerIdentifier=acme`;
  const [head, get] = await Promise.all(
    ['HEAD', 'GET'].map((method) => fetch(url, { method, headers: { 'x-api-key': value } })),
  );
  const body = await get?.text();
  expect(head?.status).toBe(200);
  expect(head?.headers.get('etag')).toBe(get?.headers.get('etag'));
  expect(head?.headers.get('content-length')).toBe(String(body?.length));
  expect(await head?.text()).toBe('');
});

test('a name that several customers share names none of them', async () => {
  await using shop = await Shop.open();
  for (const key of ['north', 'south']) await shop.customer(key, { name: 'Twins' });
  expect(await shop.ask('customerName=Twins')).toMatchObject({
    status: 409,
    body: { code: 'identifier_ambiguous', customers: ['north', 'south'] },
  });
  await shop.server.patch(`${here}/customers/south`, { name: 'Alone now' });
  expect(await shop.rows('customerName=Twins')).toEqual([]);
});

test('rows are chosen by feature, by product with or without its version, by entitlement and by being enabled', async () => {
  await using shop = await Shop.open();
  await shop.sell('Gold', ['exports', 'sso']);
  await shop.sell('Reports', ['charts']);
  await shop.customer('acme');
  const gold = await shop.buy('acme', [{ plan: 'gold', ...since2022 }]);
  const reports = await shop.buy('acme', [{ plan: 'reports', ...since2022 }]);
  const other = `customerIdentifier=acme`;
  const chosen = (filter: string) => shop.names(`${other}&${filter}`);
  expect([...(await shop.names(other))].sort()).toEqual(['charts', 'exports', 'sso']);
  expect(await chosen('featureName=sso')).toEqual(['sso']);
  expect([...(await chosen('featureName=sso,charts'))].sort()).toEqual(['charts', 'sso']);
  expect(await chosen('productName=Gold')).toEqual(['exports', 'sso']);
  expect(await chosen('productName=Gold%201.0')).toEqual(['exports', 'sso']);
  expect(await chosen('productName=Silver')).toEqual([]);
  expect(await chosen(`eId=${reports.eId}`)).toEqual(['charts']);
  await shop.server.post(`${here}/subscriptions/${gold.eId}/suspend`);
  expect(await chosen('enabled=true')).toEqual(['charts']);
  expect(await chosen('enabled=false')).toEqual(['exports', 'sso']);
});

test('pages begin where they are asked to and are as long as they are asked to be', async () => {
  await using shop = await Shop.open();
  await shop.sell('Gold', ['f-1', 'f-2', 'f-3', 'f-4', 'f-5']);
  await shop.customer('acme');
  await shop.buy('acme', [{ plan: 'gold', ...since2022 }]);
  const page = (query: string) => shop.names(`customerIdentifier=acme&${query}`);
  expect(await page('pageSize=2')).toEqual(['f-1', 'f-2']);
  expect(await page('pageStartIndex=2&pageSize=2')).toEqual(['f-3', 'f-4']);
  expect(await page('pageStartIndex=4')).toEqual(['f-5']);
  expect(await page('pageStartIndex=9')).toEqual([]);
});

test('what is bought begins and ends by itself, on the customer’s own calendar', async () => {
  await using shop = await Shop.open();
  await shop.sell('Gold', ['exports']);
  await shop.customer('acme', { timeZone: 'Asia/Tokyo' });
  await shop.buy('acme', [
    { plan: 'gold', quantity: 1, from: '2026-03-16T12:00:00Z', to: '2026-03-20T15:00:00Z' },
  ]);
  const said = async (query = 'customerIdentifier=acme&embed=details') =>
    (await shop.ask(query)).as<{ entitledFeatures: readonly object[] }>().entitledFeatures;
  const dates = { startDate: '2026-03-16', endDate: '2026-03-20' };
  expect(await said()).toMatchObject([{ ...dates, enabled: false, reason: 'NOT_STARTED' }]);
  shop.server.advance(day - 5000);
  expect(await said()).toMatchObject([{ enabled: false }]);
  shop.server.advance(minute);
  expect(await said()).toMatchObject([{ enabled: true, reason: 'OK', source: 'order' }]);
  shop.server.advance(5 * day);
  expect(await said()).toMatchObject([{ ...dates, enabled: false, reason: 'EXPIRED' }]);
  expect(await said('customerIdentifier=acme&includeExpired=false')).toEqual([]);
});

test('a suspended entitlement says no, a closed one is shown only to those who ask for it', async () => {
  const { shop, eId } = await openSample();
  await using _ = shop;
  const change = (how: string) => shop.server.post(`${here}/subscriptions/${eId}/${how}`);
  const enabled = async () => (await shop.rows('customerIdentifier=acme')).map((row) => row.enabled);
  await change('suspend');
  expect(await enabled()).toEqual([false]);
  await change('resume');
  expect(await enabled()).toEqual([true]);
  await change('close');
  expect(await enabled()).toEqual([]);
  const all = await shop.ask('customerIdentifier=acme&includeClosed=true&embed=details');
  expect(all.body).toMatchObject({ entitledFeatures: [{ enabled: false, reason: 'CLOSED' }] });
});

test('a kill switch and a denial reach the look-up as they reach every other answer', async () => {
  await using shop = await Shop.open();
  await shop.server.post(`${project}/flags`, {
    key: 'exports-code',
    name: 'Exports',
    kind: 'boolean',
    variations: [{ value: true }, { value: false }],
  });
  await shop.server.post(`${project}/features`, {
    key: 'exports',
    name: 'Exports',
    kind: 'switch',
    flagKey: 'exports-code',
  });
  await shop.sell('Gold', ['sso', 'exports']);
  await shop.customer('acme');
  await shop.buy('acme', [{ plan: 'gold', ...since2022 }]);
  const flag = `${here}/flags/exports-code`;
  const said = async () =>
    (await shop.ask('customerIdentifier=acme&embed=details')).as<{ entitledFeatures: unknown }>()
      .entitledFeatures;
  await shop.server.patch(flag, { on: false });
  expect(await said()).toMatchObject([
    { name: 'exports', enabled: false, reason: 'FEATURE_DISABLED' },
    { name: 'sso', enabled: true },
  ]);
  await shop.server.patch(flag, { on: true });
  expect(await said()).toMatchObject([{ name: 'exports', enabled: true }, { name: 'sso' }]);
  await shop.server.post(`${here}/customers/acme/grants`, {
    feature: 'sso',
    effect: 'deny',
    origin: 'legal',
    reason: 'Not in this country',
  });
  expect(await said()).toMatchObject([
    { name: 'exports', enabled: true },
    { name: 'sso', enabled: false, reason: 'DENIED' },
  ]);
});

test('a revoked key is refused as soon as its revocation is confirmed', async () => {
  const { shop } = await openSample();
  await using _ = shop;
  const issued = await shop.server.post(`${here}/keys`, { kind: 'client-application' });
  const { id, value } = issued.as<{ id: string; value: string }>();
  const asking = { token: value };
  expect(await shop.ask('customerIdentifier=acme', asking)).toMatchObject({ status: 200 });
  expect(await shop.server.delete(`${here}/keys/${id}`)).toMatchObject({ status: 200 });
  expect(await shop.ask('customerIdentifier=acme', asking)).toMatchObject({ status: 401 });
  expect(await shop.ask('customerIdentifier=acme')).toMatchObject({ status: 200 });
});
