import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const swiss = { contextKind: 'customer', attribute: 'country', op: 'in', values: ['CH'] };

/** Three customers, two of them Swiss; `checkout` guards nothing, `sso` guards a feature that nobody has. */
async function aShop(project: string) {
  const environments = [{ key: 'production', name: 'Production' }];
  await server.post('/api/v1/projects', { key: project, name: project, environments });
  const shared = `/api/v1/projects/${project}`;
  const here = `${shared}/environments/production`;
  for (const key of ['checkout', 'sso']) {
    await server.post(`${shared}/flags`, { key, name: key, kind: 'boolean' });
    await server.patch(`${here}/flags/${key}`, { on: true, fallthrough: { variation: 1 } });
  }
  await server.post(`${shared}/features`, { key: 'sso', name: 'SSO', kind: 'switch', flagKey: 'sso' });
  await server.post(`${shared}/segments`, { key: 'pilots', name: 'Pilots' });
  for (const [key, country] of Object.entries({ acme: 'CH', blue: 'CH', cyan: 'DE' })) {
    await server.post(`${here}/customers`, { key, name: key, attributes: { country } });
  }
  return { shared, here };
}

interface Previewed {
  readonly impact: { readonly flags?: unknown[] };
}

test('a preview tells whom a rule serves something else, by variation', async () => {
  const { here } = await aShop('preview');
  const preview = async (path: string, body: object) =>
    (await server.patch(`${here}/${path}`, { ...body, change: { preview: true } })).as<Previewed>().impact
      .flags;
  expect(await preview('flags/checkout', { rules: [{ clauses: [swiss], variation: 0 }] })).toEqual([
    {
      flag: 'checkout',
      environment: 'production',
      changed: 2,
      before: [{ variation: 1, customers: 3 }],
      after: [
        { variation: 0, customers: 2 },
        { variation: 1, customers: 1 },
      ],
    },
  ]);
  expect(await preview('flags/checkout', { on: false })).toMatchObject([{ flag: 'checkout', changed: 0 }]);
});

test('who is listed in a segment moves with the flags that ask for it, and with those that wait for them', async () => {
  const { shared, here } = await aShop('segments');
  const pilots = { attribute: '', op: 'segmentMatch', values: ['pilots'] };
  await server.patch(`${here}/flags/checkout`, { rules: [{ clauses: [pilots], variation: 0 }] });
  await server.post(`${shared}/flags`, { key: 'basket', name: 'Basket', kind: 'boolean' });
  await server.patch(`${here}/flags/basket`, {
    on: true,
    fallthrough: { variation: 0 },
    prerequisites: [{ flag: 'checkout', variation: 0 }],
  });
  const listing = await server.patch(`${here}/segments/pilots/members`, {
    add: { customer: ['acme', 'nobody'] },
    change: { preview: true },
  });
  // A key that is no customer yet is asked as one that nobody knows.
  expect(listing.as<Previewed>().impact.flags).toMatchObject([
    { flag: 'checkout', changed: 2, before: [{ variation: 1, customers: 2 }] },
    { flag: 'basket', changed: 2, after: [{ variation: 0, customers: 2 }] },
  ]);
});

test('the playground shows each step, with what the server knows of the customer and the lists of the user', async () => {
  const { here } = await aShop('playground');
  const pilots = { attribute: '', op: 'segmentMatch', values: ['pilots'] };
  const german = { ...swiss, values: ['DE'] };
  await server.patch(`${here}/flags/checkout`, {
    rules: [
      { clauses: [swiss, pilots], variation: 0 },
      { clauses: [german], variation: 0 },
    ],
  });
  const ask = (body: object, flag = 'checkout') => server.post(`${here}/flags/${flag}/evaluate`, body);
  expect((await ask({ customer: 'acme' })).body).toMatchObject({
    value: false,
    variationIndex: 1,
    reason: { kind: 'FALLTHROUGH' },
    steps: [
      { kind: 'on', passed: true },
      { kind: 'target', passed: false },
      { kind: 'rule', clauses: [{ outcome: 'matched', found: 'CH' }, { outcome: 'not_matched' }] },
      { kind: 'rule', clauses: [{ outcome: 'not_matched', found: 'CH' }] },
      { kind: 'fallthrough', decided: true },
    ],
  });
  await server.patch(`${here}/segments/pilots/members`, { add: { user: ['ada'] } });
  const context = { kind: 'multi', customer: { key: 'acme' }, user: { key: 'ada' } };
  expect((await ask({ context })).body).toMatchObject({
    value: true,
    reason: { kind: 'RULE_MATCH', ruleIndex: 0 },
  });
  expect((await ask({ context: { kind: 'user' } })).body).toMatchObject({
    reason: { kind: 'ERROR', errorKind: 'USER_NOT_SPECIFIED' },
    steps: [],
  });
  expect((await ask({ customer: 'acme' }, 'sso')).body).toMatchObject({
    value: false,
    steps: [{ kind: 'on' }, { kind: 'right', feature: 'sso', reason: 'not_entitled', decided: true }, {}, {}],
    rights: [{ feature: 'sso', allowed: false, sentence: expect.stringContaining('acme') }],
  });
  expect(await ask({ customer: 'acme' }, 'nothing')).toMatchObject({ status: 404 });
  expect((await server.post(`${here}/evaluate`, { customer: 'cyan' })).body).toMatchObject({
    items: [
      { flag: 'checkout', value: true },
      { flag: 'sso', value: false, reason: { kind: 'OFF' } },
    ],
  });
});
