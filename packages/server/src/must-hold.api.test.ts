import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let server: TestServer;
const project = '/api/v1/projects/shop';
const production = `${project}/environments/production`;

beforeAll(async () => {
  server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/features`, { key: 'exports', name: 'Exports', kind: 'switch' });
  await server.post(`${project}/features`, { key: 'rows', name: 'Rows', kind: 'number', unit: 'rows' });
  await server.post(`${project}/plans`, { key: 'gold', name: 'Gold' });
  await server.post(`${project}/plans/gold/versions`, { items: [{ feature: 'exports', effect: 'allow' }] });
  await server.post(`${production}/plans/gold/publish`, { version: 1 });
  await server.post(`${production}/customers`, { key: 'acme', name: 'Acme' });
});
afterAll(() => server[Symbol.asyncDispose]());

interface Bought {
  readonly eId: string;
  readonly items: readonly { readonly pkId: string; readonly available: number; readonly consumed: number }[];
}

async function buy(quantity: number): Promise<{ eId: string; pkId: string }> {
  const customer = `c${Math.trunc(performance.now() * 1000)}`;
  await server.post(`${production}/customers`, { key: customer, name: customer });
  const items = [{ plan: 'gold', quantity, from: '2026-01-01' }];
  const bought = (
    await server.post(`${production}/customers/${customer}/subscriptions`, { state: 'active', items })
  ).as<Bought>();
  return { eId: bought.eId, pkId: bought.items[0]?.pkId ?? '' };
}

test('thirty-two writers for five seats: exactly five get one', async () => {
  const { eId, pkId } = await buy(5);
  const replies = await Promise.all(
    Array.from({ length: 32 }, (_, index) =>
      server.post(`${production}/subscriptions/${eId}/activations`, {
        pkId,
        subject: { kind: 'user', key: `user-${index}` },
      }),
    ),
  );
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(5);
  const refused = replies.filter(({ status }) => status !== 201);
  expect(new Set(refused.map(({ body }) => (body as { code: string }).code))).toEqual(
    new Set(['seat_limit_reached']),
  );
  const [item] = (await server.get(`${production}/subscriptions/${eId}`)).as<Bought>().items;
  expect(item).toMatchObject({ consumed: 5, available: 0 });
});

describe('bad input is refused with the field that is to blame, and changes nothing', () => {
  const deep = `{"key":"x","name":"x","attributes":${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}}`;
  const grant = { feature: 'exports', effect: 'allow', origin: 'goodwill', reason: 'Outage' };
  const customers = `${production}/customers`;
  const grants = `${customers}/acme/grants`;

  const cases: readonly (readonly [string, string, unknown, object])[] = [
    ['malformed JSON', customers, '{"key": "x", ', { status: 400, code: 'invalid_json' }],
    ['a body a million levels deep', customers, deep, { status: 413 }],
    [
      'a body nested 5,000 levels deep',
      customers,
      `{"attributes":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      { status: 400, code: 'too_deep' },
    ],
    [
      'ten megabytes',
      customers,
      JSON.stringify({ key: 'x', name: 'x'.repeat(10_000_000) }),
      { status: 413, code: 'request_too_large' },
    ],
    [
      'a NUL in a text',
      customers,
      { key: 'x', name: 'a\u0000b' },
      { status: 400, code: 'unsafe_text', errors: [{ pointer: '#/name' }] },
    ],
    [
      'a lone surrogate',
      customers,
      '{"key":"x","name":"\\ud800"}',
      { status: 400, code: 'unsafe_text', errors: [{ pointer: '#/name' }] },
    ],
    [
      'a field called __proto__',
      customers,
      '{"key":"x","name":"x","attributes":{"__proto__":{"admin":true}}}',
      { status: 400, code: 'unsafe_key', errors: [{ pointer: '#/attributes/__proto__' }] },
    ],
    [
      'an unknown field',
      customers,
      { key: 'x', name: 'x', colour: 'red' },
      { status: 400, errors: [{ pointer: '#/colour' }] },
    ],
    [
      'a number for a text',
      customers,
      { key: 'x', name: 7 },
      { status: 400, errors: [{ pointer: '#/name' }] },
    ],
    ['a missing field', customers, { name: 'x' }, { status: 400, errors: [{ pointer: '#/key' }] }],
    [
      'an end in the past',
      grants,
      { ...grant, to: '2020-01-01' },
      { status: 400, code: 'end_in_past', errors: [{ pointer: '#/to' }] },
    ],
    [
      'a day that does not exist',
      grants,
      { ...grant, to: '2027-02-30' },
      { status: 400, errors: [{ pointer: '#/to' }] },
    ],
    [
      'a grant without a reason',
      grants,
      { ...grant, reason: '' },
      { status: 400, errors: [{ pointer: '#/reason' }] },
    ],
    [
      'an unknown feature',
      grants,
      { ...grant, feature: 'nothing' },
      { status: 404, code: 'feature_unknown' },
    ],
    [
      'a word for a number',
      grants,
      { ...grant, feature: 'rows', effect: 'set', value: 'many' },
      { status: 400, code: 'value_not_for_kind', errors: [{ pointer: '#/value' }] },
    ],
    ['an unknown customer', `${customers}/nobody/grants`, grant, { status: 404, code: 'customer_unknown' }],
    [
      'an unknown environment',
      `${project}/environments/moon/customers`,
      { key: 'x', name: 'x' },
      { status: 404, code: 'environment_unknown' },
    ],
  ];

  test.each(cases)('%s', async (_, path, body, problem) => {
    const revision = async () => (await server.get(production)).as<{ revision: number }>().revision;
    const before = await revision();
    const reply = await server.post(path, body);
    expect(reply.body).toMatchObject(problem);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(await revision()).toBe(before);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('a quantity below what is in use', async () => {
    const { eId, pkId } = await buy(3);
    for (const key of ['ada', 'bob']) {
      await server.post(`${production}/subscriptions/${eId}/activations`, {
        pkId,
        subject: { kind: 'user', key },
      });
    }
    const reply = await server.patch(`${production}/subscriptions/${eId}`, {
      items: [{ pkId, quantity: 1 }],
    });
    expect(reply.body).toMatchObject({ status: 409, code: 'quantity_below_consumed' });
    expect((await server.get(`${production}/subscriptions/${eId}`)).as<Bought>().items[0]).toMatchObject({
      consumed: 2,
      available: 1,
    });
  });

  test('a credential that is none', async () => {
    const reply = await server.get(production, { token: 'lk_api_made-up' });
    expect(reply.body).toMatchObject({ status: 401, code: 'unauthenticated' });
  });
});
