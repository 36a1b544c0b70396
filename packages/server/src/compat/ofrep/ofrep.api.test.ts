import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { Reply } from '@latchkey/testkit/server';
import { startServer, type TestServer } from '@latchkey/testkit/server';
import { expect, onTestFinished, test, vi } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const bulk = '/ofrep/v1/evaluate/flags';
const boolean = {
  kind: 'boolean',
  variations: [
    { value: true, name: 'on' },
    { value: false, name: 'off' },
  ],
};
const ada = { context: { targetingKey: 'ada' } };

interface Shop {
  readonly server: TestServer;
  /** Asks with the SDK key. */
  readonly ask: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
  readonly sdkKey: string;
  readonly keyId: string;
  readonly browserId: string;
}

async function aShop(at?: string): Promise<Shop> {
  const server = await startServer(at === undefined ? {} : { at });
  onTestFinished(() => server[Symbol.asyncDispose]());
  await made(server.post('/api/v1/projects', { key: 'shop', name: 'Shop' }));
  const key = await made(server.post(`${here}/keys`, { kind: 'sdk' }));
  const { id: keyId, value: sdkKey } = key.as<{ id: string; value: string }>();
  const { clientSideId: browserId } = (await server.get(here)).as<{ clientSideId: string }>();
  const ask: Shop['ask'] = (path, body, headers = {}) => server.post(path, body, { token: sdkKey, headers });
  return { server, ask, sdkKey, keyId, browserId };
}

async function made(reply: Promise<Reply>): Promise<Reply> {
  const { status, body } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return reply;
}

async function addFlag(
  { server }: Shop,
  key: string,
  { targeting = {}, ...more }: { targeting?: object; [field: string]: unknown } = {},
): Promise<void> {
  await made(server.post(`${project}/flags`, { key, name: key, clientSide: true, ...boolean, ...more }));
  await retarget({ server }, key, { on: true, offVariation: 1, fallthrough: { variation: 0 }, ...targeting });
}

const retarget = ({ server }: Pick<Shop, 'server'>, key: string, targeting: object): Promise<Reply> =>
  made(server.patch(`${here}/flags/${key}`, targeting));

/** A feature guarded by a flag of its name, and a customer who does not have it. */
async function sellExports(shop: Shop): Promise<void> {
  await addFlag(shop, 'exports');
  const { server } = shop;
  await made(
    server.post(`${project}/features`, {
      key: 'exports',
      name: 'Exports',
      kind: 'switch',
      flagKey: 'exports',
    }),
  );
  await made(server.post(`${here}/customers`, { key: 'acme', name: 'Acme' }));
}

const giveExports = ({ server }: Shop, grant: object = {}): Promise<Reply> =>
  made(
    server.post(`${here}/customers/acme/grants`, {
      feature: 'exports',
      effect: 'allow',
      origin: 'goodwill',
      reason: 'An outage',
      ...grant,
    }),
  );

interface Bulk {
  readonly flags: readonly { readonly key: string; readonly value?: unknown; readonly errorCode?: string }[];
  readonly eventStreams: readonly {
    readonly type: string;
    readonly endpoint: { readonly requestUri: string };
  }[];
}

const answersIn = (reply: Reply): Readonly<Record<string, unknown>> =>
  Object.fromEntries(reply.as<Bulk>().flags.map(({ key, ...answer }) => [key, answer]));

test('every way a flag can answer has its reason, variant and place for details', async () => {
  const shop = await aShop();
  const { server, ask } = shop;
  await made(server.post(`${project}/segments`, { key: 'beta', name: 'Beta' }));
  await made(server.patch(`${here}/segments/beta/members`, { add: { user: ['ada'] } }));
  const beta = { id: 'beta-rule', clauses: [{ attribute: '', op: 'segmentMatch', values: ['beta'] }] };
  await addFlag(shop, 'plain');
  await addFlag(shop, 'switched-off', { targeting: { on: false } });
  await addFlag(shop, 'targeted', { targeting: { targets: [{ variation: 1, values: ['ada'] }] } });
  await addFlag(shop, 'ruled', { targeting: { rules: [{ ...beta, variation: 1 }] } });
  await addFlag(shop, 'split', {
    targeting: { fallthrough: { rollout: { variations: [{ variation: 0, weight: 100_000 }] } } },
  });
  await addFlag(shop, 'depends', { targeting: { prerequisites: [{ flag: 'switched-off', variation: 0 }] } });
  await addFlag(shop, 'speechless', { targeting: { on: false, offVariation: null } });
  await addFlag(shop, 'words', {
    kind: 'json',
    variations: [{ value: { ä: [0, '', null] } }, { value: {} }],
    clientSide: false,
  });
  const told = (reason: string) => ({ 'latchkey.reason': reason });
  const expected = {
    depends: {
      value: false,
      variant: 'off',
      reason: 'DISABLED',
      metadata: { ...told('prerequisite_failed'), 'latchkey.prerequisite': 'switched-off' },
    },
    plain: { value: true, variant: 'on', reason: 'STATIC', metadata: told('fallthrough') },
    ruled: {
      value: false,
      variant: 'off',
      reason: 'TARGETING_MATCH',
      metadata: { ...told('rule_match'), 'latchkey.rule': 'beta-rule' },
    },
    speechless: { reason: 'DEFAULT', metadata: told('off') },
    split: { value: true, variant: 'on', reason: 'SPLIT', metadata: told('fallthrough') },
    'switched-off': { value: false, variant: 'off', reason: 'DISABLED', metadata: told('off') },
    targeted: { value: false, variant: 'off', reason: 'TARGETING_MATCH', metadata: told('target_match') },
    words: { value: { ä: [0, '', null] }, variant: '0', reason: 'STATIC', metadata: told('fallthrough') },
  };
  const all = await ask(bulk, ada);
  expect(all.status).toBe(200);
  expect(all.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answersIn(all)).toEqual(expected);
  for (const [key, answer] of Object.entries(expected)) {
    const one = await ask(`${bulk}/${key}`, ada);
    expect([one.status, one.body]).toEqual([200, { key, ...answer }]);
  }
});

test('a browser and a phone read the flags that are meant for them, and no other is there', async () => {
  const shop = await aShop();
  const { server, browserId } = shop;
  await addFlag(shop, 'open');
  await addFlag(shop, 'internal', { clientSide: false });
  const phone = (await made(server.post(`${here}/keys`, { kind: 'mobile' }))).as<{ value: string }>().value;
  for (const headers of [{ authorization: `Bearer ${phone}` }, { 'x-api-key': browserId }]) {
    const asking = { token: null, headers };
    expect(Object.keys(answersIn(await server.post(bulk, ada, asking)))).toEqual(['open']);
    expect((await server.post(`${bulk}/open`, ada, asking)).status).toBe(200);
    const hidden = await server.post(`${bulk}/internal`, ada, asking);
    expect([hidden.status, hidden.body]).toMatchObject([
      404,
      { key: 'internal', errorCode: 'FLAG_NOT_FOUND' },
    ]);
  }
});

test('in secure mode a page is answered for contexts that its server has signed, and for no other', async () => {
  const shop = await aShop();
  await addFlag(shop, 'exports');
  const { server, browserId, sdkKey } = shop;
  const asked = (context: object, headers: Record<string, string> = {}) =>
    server.post('/ofrep/v1/evaluate/flags', { context }, { token: browserId, headers });
  const ada = { targetingKey: 'ada' };
  expect((await asked(ada)).status).toBe(200);
  await made(server.patch(here, { secureMode: true }));
  const signed = { 'x-latchkey-context-hash': createHmac('sha256', sdkKey).update('ada').digest('hex') };
  expect((await asked(ada)).status).toBe(400);
  expect((await asked(ada, signed)).status).toBe(200);
  expect((await asked(ada)).status).toBe(400);
  expect((await asked({ targetingKey: 'bob' }, signed)).status).toBe(400);
  const one = await server.post('/ofrep/v1/evaluate/flags/exports', { context: ada }, { token: browserId });
  expect(one.status).toBe(400);
  expect((await shop.ask('/ofrep/v1/evaluate/flags', { context: ada })).status).toBe(200);
});

test('what is wrong with a request is said in the protocol’s words', async () => {
  const shop = await aShop();
  const { server, ask, sdkKey } = shop;
  await addFlag(shop, 'plain');
  const one = `${bulk}/plain`;
  const clientKey = (await made(server.post(`${here}/keys`, { kind: 'client-application' }))).as<{
    value: string;
  }>().value;
  const cases = [
    [await ask(`${bulk}/nothing`, ada), 404, 'FLAG_NOT_FOUND'],
    [await ask(bulk, {}), 400, 'TARGETING_KEY_MISSING'],
    [await ask(one, { context: { plan: 'gold' } }), 400, 'TARGETING_KEY_MISSING'],
    [await ask(one, { context: { targetingKey: 7 } }), 400, 'INVALID_CONTEXT'],
    [await ask(one, { context: ['ada'] }), 400, 'INVALID_CONTEXT'],
    [await ask(one, { context: { targetingKey: 'a', kind: 'b c' } }), 400, 'INVALID_CONTEXT'],
    [await ask(one, '{"context":{"targetingKey":"a","__proto__":{}}}'), 400, 'INVALID_CONTEXT'],
    [await ask(one, '{"context":'), 400, 'PARSE_ERROR'],
    [await ask(one, '[]'), 400, 'PARSE_ERROR'],
    [await ask(bulk, `{"context":${'['.repeat(1000)}`), 400, 'PARSE_ERROR'],
    [await ask(bulk, { context: { targetingKey: 'a', long: 'x'.repeat(70_000) } }), 413, 'PARSE_ERROR'],
    [await server.post(bulk, ada, { token: null }), 401, 'GENERAL'],
    [await server.post(one, ada, { token: 'lk_sdk_wrong' }), 401, 'GENERAL'],
    [await server.post(one, ada, { token: clientKey }), 403, 'GENERAL'],
    [await server.get(bulk, { token: sdkKey }), 405, 'GENERAL'],
    [await ask('/ofrep/v1/configuration', {}), 404, 'GENERAL'],
  ] as const;
  for (const [reply, status, errorCode] of cases) {
    expect([reply.status, reply.body]).toMatchObject([status, { errorCode, errorDetails: /./ }]);
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
  }
  expect((await ask(`${bulk}/nothing`, ada)).body).toMatchObject({ key: 'nothing' });
  expect((await ask(one, {})).body).toMatchObject({ key: 'plain' });
});

test('an answer that is the same is not sent again; one that differs by an attribute alone is', async () => {
  const shop = await aShop();
  const { ask } = shop;
  await addFlag(shop, 'plan-gold', {
    targeting: {
      fallthrough: { variation: 1 },
      rules: [{ id: 'gold', clauses: [{ attribute: 'plan', op: 'in', values: ['gold'] }], variation: 0 }],
    },
  });
  const first = await ask(bulk, { context: { targetingKey: 'ada', plan: 'free' } });
  const etag = first.headers.get('etag') ?? '';
  const known = { 'if-none-match': etag };
  const again = await ask(bulk, { context: { targetingKey: 'ada', plan: 'free' } }, known);
  expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
  expect((await ask(bulk, { context: { targetingKey: 'bob', plan: 'free' } }, known)).status).toBe(304);
  const richer = await ask(bulk, { context: { targetingKey: 'ada', plan: 'gold' } }, known);
  expect([richer.status, answersIn(richer)]).toMatchObject([200, { 'plan-gold': { value: true } }]);
  await addFlag(shop, 'other');
  expect((await ask(bulk, { context: { targetingKey: 'ada', plan: 'free' } }, known)).status).toBe(200);
  const value = {
    variations: [
      { value: 'yes', name: 'on' },
      { value: 'no', name: 'off' },
    ],
  };
  await addFlag(shop, 'text', { kind: 'string', ...value });
});

test('a node that has not heard of a change does not say “unchanged” to a client that has', async () => {
  const shop = await aShop();
  const { ask, server } = shop;
  await addFlag(shop, 'plain');
  const etag = (await ask(bulk, ada)).headers.get('etag') ?? '';
  const { epoch, revision } = server.latchkey.delivery.configuration({
    project: 'shop',
    environment: 'production',
  }) ?? { epoch: '', revision: 0 };
  const asked = async (told: string): Promise<number> =>
    (await ask(`${bulk}?flagConfigEtag=${encodeURIComponent(told)}`, ada, { 'if-none-match': etag })).status;
  expect(await asked(`${epoch}:${revision}`)).toBe(304);
  expect(await asked(`${epoch}:${revision - 1}`)).toBe(304);
  expect(await asked(`${epoch}:${revision + 1}`)).toBe(200);
  expect(await asked('another-time:1')).toBe(200);
});

test('a flag that guards a feature follows the right of the customer in the context, and says why', async () => {
  const shop = await aShop('2026-03-01T12:00:00Z');
  const { server, ask } = shop;
  await sellExports(shop);
  const exportsFor = async (context: object): Promise<unknown> =>
    (await ask(`${bulk}/exports`, { context })).body;
  const withheld = {
    value: false,
    reason: 'TARGETING_MATCH',
    metadata: {
      'latchkey.reason': 'not_entitled',
      'latchkey.entitled': false,
      'latchkey.feature': 'exports',
    },
  };
  const ways = [
    { targetingKey: 'ada', customer: 'acme' },
    { targetingKey: 'ada', customer: { key: 'acme', seats: 3 } },
    { targetingKey: 'acme', kind: 'customer' },
    { customer: 'acme' },
    { kind: 'multi', user: { targetingKey: 'ada' }, customer: { key: 'acme' } },
  ];
  for (const context of ways) expect(await exportsFor(context)).toMatchObject(withheld);
  await giveExports(shop, { to: '2026-03-02T00:00:00Z' });
  const given = { value: true, metadata: { 'latchkey.reason': 'fallthrough', 'latchkey.entitled': true } };
  for (const context of ways) expect(await exportsFor(context)).toMatchObject(given);
  expect(await exportsFor({ targetingKey: 'ada' })).toMatchObject({ value: false });
  expect(await exportsFor({ targetingKey: 'ada', customer: 'globex' })).toMatchObject({ value: false });
  const context = { targetingKey: 'ada', customer: 'acme' };
  // From the second time on the reply is kept ready, and must be forgotten when the clock says so.
  const replies = [await ask(bulk, { context }), await ask(bulk, { context }), await ask(bulk, { context })];
  const [before] = replies as [Reply, ...Reply[]];
  expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(answersIn(before)).toMatchObject({ exports: { value: true } });
  server.advance(12 * 3_600_000);
  const after = await ask(bulk, { context }, { 'if-none-match': before.headers.get('etag') ?? '' });
  expect([after.status, answersIn(after)]).toMatchObject([
    200,
    { exports: { value: false, metadata: { 'latchkey.entitled': false } } },
  ]);
});

test('a customer’s attributes that we know overrule what the caller says of them', async () => {
  const shop = await aShop();
  const { server, ask } = shop;
  await made(server.post(`${here}/customers`, { key: 'acme', name: 'Acme', attributes: { country: 'DE' } }));
  await addFlag(shop, 'germany', {
    targeting: {
      fallthrough: { variation: 1 },
      rules: [
        {
          id: 'de',
          clauses: [{ contextKind: 'customer', attribute: 'country', op: 'in', values: ['DE'] }],
          variation: 0,
        },
      ],
    },
  });
  const context = { targetingKey: 'ada', customer: { key: 'acme', country: 'FR' } };
  expect(answersIn(await ask(bulk, { context }))).toMatchObject({ germany: { value: true } });
});

test('pages of other origins may ask, and read tags and refusals', async () => {
  const { server, browserId } = await aShop();
  const origin = 'https://shop.example';
  const preflight = await fetch(server.address + bulk, { method: 'OPTIONS', headers: { origin } });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).toBe(
    'authorization, content-type, if-none-match, x-api-key, x-latchkey-context-hash, last-event-id',
  );
  for (const token of [browserId, 'nobody']) {
    const reply = await server.post(bulk, ada, { token, headers: { origin } });
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    expect(reply.headers.get('access-control-expose-headers')).toBe('ETag, Retry-After');
  }
});

/** What an event stream said so far, read as it comes. */
async function listen(server: TestServer, uri: string, headers = {}) {
  const asked = httpRequest(server.address + uri, { headers });
  asked.end();
  const [reply] = await once(asked, 'response');
  let said = '';
  reply.on('data', (part: Buffer) => {
    said += part.toString();
  });
  onTestFinished(() => void asked.destroy());
  const notices = (): readonly unknown[] =>
    [...said.matchAll(/^data: (.*)$/gm)].map(([, body = '']) => JSON.parse(body));
  // A stream that the test leaves is cut off, and that is no failure.
  reply.on('error', () => undefined);
  const ended = new Promise((resolve) => reply.on('close', resolve));
  return { status: reply.statusCode as number, notices, ended };
}

const streamOf = (reply: Reply): string => reply.as<Bulk>().eventStreams[0]?.endpoint.requestUri ?? '';
const notice = { type: 'refetchEvaluation', etag: expect.stringMatching(/.:\d+$/) };
const soon = { timeout: 10_000, interval: 10 };

test('a stream tells those whom a change concerns, the clock’s included, and nobody else', async () => {
  const shop = await aShop('2026-03-01T12:00:00Z');
  const { server, ask } = shop;
  await sellExports(shop);
  await made(server.post(`${here}/customers`, { key: 'globex', name: 'Globex' }));
  const streamFor = async (customer: string) =>
    listen(server, streamOf(await ask(bulk, { context: { targetingKey: 'ada', customer } })));
  const acme = await streamFor('acme');
  const globex = await streamFor('globex');
  const heard = (): readonly number[] => [acme.notices().length, globex.notices().length];
  await vi.waitFor(() => expect(heard()).toEqual([1, 1]), soon);
  expect(acme.notices()).toEqual([notice]);
  await giveExports(shop, { to: '2026-03-02T00:00:00Z' });
  await vi.waitFor(() => expect(heard()).toEqual([2, 1]), soon);
  await retarget(shop, 'exports', { fallthrough: { variation: 1 } });
  await vi.waitFor(() => expect(heard()).toEqual([3, 2]), soon);
  server.advance(12 * 3_600_000);
  await vi.waitFor(() => expect(heard()).toEqual([4, 2]), soon);
});

test('who comes back to a stream and missed nothing is told nothing', async () => {
  const { server, ask } = await aShop();
  const uri = streamOf(await ask(bulk, ada));
  const first = await listen(server, uri);
  await vi.waitFor(() => expect(first.notices()).toEqual([notice]), soon);
  const [{ etag }] = first.notices() as readonly [{ etag: string }];
  const second = await listen(server, uri, { 'last-event-id': etag });
  const third = await listen(server, uri);
  await vi.waitFor(() => expect(third.notices()).toHaveLength(1), soon);
  expect(second.notices()).toEqual([]);
});

test('a ticket is good for its stream only, for an hour at most, and no longer than its key', async () => {
  const { server, ask, keyId } = await aShop('2026-03-01T12:10:00Z');
  const first = await ask(bulk, ada);
  const uri = streamOf(first);
  expect(streamOf(await ask(bulk, { context: { targetingKey: 'bob' } }))).toBe(uri);
  const ticket = new URLSearchParams(uri.slice(uri.indexOf('?'))).get('ticket') ?? '';
  expect((await server.post(bulk, ada, { token: ticket })).status).toBe(401);
  expect((await listen(server, uri.replace(/....$/, 'AAAA'))).status).toBe(401);
  expect((await listen(server, '/ofrep/v1/events')).status).toBe(401);
  server.advance(45 * 60_000);
  const known = { 'if-none-match': first.headers.get('etag') ?? '' };
  expect((await ask(bulk, ada, known)).status).toBe(304);
  const open = await listen(server, uri);
  expect(open.status).toBe(200);
  server.advance(10 * 60_000);
  expect((await listen(server, uri)).status).toBe(401);
  const renewed = await ask(bulk, ada, known);
  expect(renewed.status).toBe(200);
  expect((await listen(server, streamOf(renewed))).status).toBe(200);
  await made(server.delete(`${here}/keys/${keyId}`));
  await open.ended;
  expect((await listen(server, streamOf(renewed))).status).toBe(401);
});
