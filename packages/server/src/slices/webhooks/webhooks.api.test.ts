import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Heard {
  readonly raw: string;
  readonly body: { readonly titleVerb: string; readonly kind: string; readonly comment: string };
  readonly headers: IncomingHttpHeaders;
}

/** Somebody outside who listens. Answers what it is told to, and hands over what it hears, in order. */
async function listener(answers: (heard: Heard) => number = () => 200) {
  const waiting: ((heard: Heard) => void)[] = [];
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const one: Heard = { raw, body: JSON.parse(raw), headers: request.headers };
      response.writeHead(answers(one), { location: 'http://127.0.0.1:1/elsewhere' }).end();
      const next = waiting.shift();
      if (next) next(one);
      else heard.push(one);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    next: (): Promise<Heard> => {
      const one = heard.shift();
      return one ? Promise.resolve(one) : new Promise((hear) => waiting.push(hear));
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ settings: { LATCHKEY_WEBHOOK_HOSTS: '127.0.0.1' } });
});
afterAll(() => server[Symbol.asyncDispose]());

/** A project, and a policy of what happens to its flags in production but for one action. */
async function aShop(key: string) {
  await server.post('/api/v1/projects', { key, name: key });
  const resources = [`proj/${key}:env/production:flag/*`];
  return {
    flags: `/api/v1/projects/${key}/flags`,
    banner: (environment: string) => `/api/v1/projects/${key}/environments/${environment}/flags/banner`,
    statements: [
      { effect: 'allow', resources, actions: ['*'] },
      { effect: 'deny', resources, actions: ['updateOffVariation'] },
    ],
  };
}

async function subscribe(said: object) {
  const reply = await server.post('/api/v1/webhooks', said);
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.as<{ id: string; secret: string | null }>();
}

interface DeliveryShown {
  readonly status: string;
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly nextAt: string | null;
}

/** Looks again until the newest delivery is so. */
async function newestDelivery(id: string, isSo: (one: DeliveryShown) => boolean) {
  for (;;) {
    const { items } = (await server.get(`/api/v1/webhooks/${id}/deliveries`)).as<{
      items: DeliveryShown[];
    }>();
    if (items[0] && isSo(items[0])) return items[0];
    await new Promise((later) => setImmediate(later));
  }
}

test('an address outside is told of what it asked for, signed, and of nothing else', async () => {
  await using outside = await listener();
  const { flags, banner, statements } = await aShop('told');
  const { id, secret } = await subscribe({ url: outside.url, statements });
  await server.post(flags, { key: 'banner', name: 'Banner', kind: 'boolean' });
  await server.patch(banner('staging'), { on: true });
  await server.patch(banner('production'), { offVariation: 0 });
  await server.patch(banner('production'), { on: true, change: { comment: 'Launch' } });

  const created = await outside.next();
  expect(created.body).toMatchObject({ kind: 'flag', titleVerb: 'created the flag', name: 'Banner' });
  const turned = await outside.next();
  expect(turned.body).toMatchObject({
    titleVerb: 'turned on the flag',
    comment: 'Launch',
    accesses: [{ action: 'updateOn', resource: 'proj/told:env/production:flag/banner' }],
  });
  expect(turned.headers['x-ld-signature']).toBe(
    createHmac('sha256', secret ?? '')
      .update(turned.raw)
      .digest('hex'),
  );
  expect(await newestDelivery(id, ({ status }) => status === 'delivered')).toMatchObject({
    attempts: 1,
    lastStatus: 200,
    nextAt: null,
  });
});

test('what fails is tried again later, at longer and longer distances, and then given up', async () => {
  let answer = 500;
  await using outside = await listener(() => answer);
  const { flags, statements } = await aShop('tried');
  const { id } = await subscribe({ url: outside.url, statements });
  await server.post(flags, { key: 'banner', name: 'Banner', kind: 'boolean' });
  await outside.next();
  const first = await newestDelivery(id, ({ attempts }) => attempts === 1);
  expect(first).toMatchObject({ status: 'waiting', lastStatus: 500 });
  // A redirect is not followed: it could lead anywhere.
  answer = 302;
  server.advance(10_500);
  await outside.next();
  expect(await newestDelivery(id, ({ attempts }) => attempts === 2)).toMatchObject({
    status: 'waiting',
    lastStatus: 302,
  });
  answer = 204;
  server.advance(60_500);
  await outside.next();
  expect(await newestDelivery(id, ({ attempts }) => attempts === 3)).toMatchObject({
    status: 'delivered',
  });
});

test('nothing is sent to this machine or a private network unless an operator allowed it', async () => {
  const { flags, statements } = await aShop('private');
  const { id } = await subscribe({ url: 'http://0.0.0.0:9/hook', sign: false, statements });
  await server.post(flags, { key: 'banner', name: 'Banner', kind: 'boolean' });
  expect(await newestDelivery(id, ({ attempts }) => attempts > 0)).toMatchObject({
    lastStatus: null,
    lastError: expect.stringContaining('private network'),
  });
});

test('the secret is shown once and never again, also not in the ledger', async () => {
  const { id, secret } = await subscribe({
    url: 'https://hook.example/',
    on: false,
    secret: 'my-own-secret',
  });
  expect(secret).toBe('my-own-secret');
  const shown = await server.get(`/api/v1/webhooks/${id}`);
  expect(shown.body).toMatchObject({ signed: true, on: false });
  const edited = await server.patch(`/api/v1/webhooks/${id}`, { name: 'CRM', secret: null });
  expect(edited.body).toMatchObject({ name: 'CRM', signed: false });
  const ledger = await server.get('/api/v1/ledger?action=webhook.*');
  for (const reply of [shown, edited, ledger]) {
    expect(JSON.stringify(reply.body)).not.toContain('my-own-secret');
    expect(JSON.stringify(reply.body)).not.toContain('sealed');
  }
  await server.delete(`/api/v1/webhooks/${id}`);
  expect(await server.get(`/api/v1/webhooks/${id}`)).toMatchObject({
    status: 404,
    body: { code: 'webhook_unknown' },
  });
});
