import { administratorToken, startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

interface Import {
  readonly state: string;
  readonly applied: { readonly parts: number; readonly keys: number };
}

async function aSegment(project: string) {
  const environments = [{ key: 'production', name: 'Production' }];
  await server.post('/api/v1/projects', { key: project, name: project, environments });
  await server.post(`/api/v1/projects/${project}/segments`, { key: 'pilots', name: 'Pilots' });
  const environment = `/api/v1/projects/${project}/environments/production`;
  const segment = `${environment}/segments/pilots`;
  const send = async (upload: string, list: string, type = 'text/plain', kind = 'customer') => {
    const reply = await fetch(`${server.address}${segment}/uploads/${upload}?contextKind=${kind}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${administratorToken}`, 'content-type': type },
      body: list,
    });
    return { status: reply.status, body: (await reply.json()) as unknown };
  };
  const done = (upload: string) =>
    expect
      .poll(async () => (await server.get(`${segment}/imports/${upload}`)).as<Import>().state, {
        timeout: 20_000,
      })
      .toBe('done');
  const counts = async () => (await server.get(segment)).as<{ members: unknown }>().members;
  return { environment, segment, send, done, counts };
}

test('a long list goes in part by part, tells how far it is, and leaves small entries in the ledger', async () => {
  const { environment, segment, send, done, counts } = await aSegment('long-list');
  const keys = Array.from({ length: 25_000 }, (_, at) => `customer-${at}`);
  expect(await send('up1', [...keys, 'customer-0'].join('\n'))).toMatchObject({
    status: 201,
    body: { state: 'received', keys: 25_001, parts: 3, faults: [] },
  });
  expect(await counts()).toEqual([]);
  const started = await server.post(`${segment}/imports`, { upload: 'up1', action: 'add' });
  expect(started).toMatchObject({ status: 201, body: { state: 'applying', keys: 25_001 } });
  await done('up1');
  expect(await counts()).toEqual([{ contextKind: 'customer', included: 25_000, excluded: 0 }]);
  const { items } = (await server.get(`${environment}/ledger?limit=200`)).as<{
    items: { action: string; after: Import }[];
  }>();
  const parts = items.filter(({ action }) => action === 'segment.import-part');
  expect(parts.map(({ after }) => after.applied)).toEqual([
    { parts: 3, keys: 25_001 },
    { parts: 2, keys: 20_000 },
    { parts: 1, keys: 10_000 },
  ]);
  expect(Math.max(...parts.map((entry) => JSON.stringify(entry).length))).toBeLessThan(3000);
  expect(await server.post(`${segment}/imports`, { upload: 'up1', action: 'add' })).toMatchObject({
    status: 409,
    body: { code: 'import_over' },
  });
});

test('a CSV file names its column; what is exported comes back in, formulas and quotes unharmed', async () => {
  const { segment, send, done, counts } = await aSegment('csv');
  const awkward = ['=1+1', "'quoted", 'with, comma', 'with "quotes"', 'a/b'];
  const rows = awkward.map((key) => `Somebody,"${key.replaceAll('"', '""')}"`);
  await send('up-csv', `name,key\n${rows.join('\n')}\n`, 'text/csv', 'user');
  await server.post(`${segment}/imports`, { upload: 'up-csv', action: 'exclude' });
  await done('up-csv');
  expect(await counts()).toEqual([{ contextKind: 'user', included: 0, excluded: 5 }]);
  const exported = await server.get(`${segment}/members.csv`);
  expect(exported.headers.get('content-type')).toContain('text/csv');
  expect(String(exported.body)).toContain("user,'=1+1,false,");
  await send('up-back', String(exported.body), 'text/csv', 'user');
  await server.post(`${segment}/imports`, { upload: 'up-back', action: 'remove' });
  await done('up-back');
  expect(await counts()).toEqual([]);
});

test('one line that is wrong keeps the whole list out, and is named', async () => {
  const { segment, send, counts } = await aSegment('wrong-lines');
  const tooLong = 'x'.repeat(501);
  expect(await send('bad', `fine\n${tooLong}\nfine too\n`)).toMatchObject({
    status: 400,
    body: { state: 'rejected', faults: [{ line: 2, detail: 'has a key of more than 500 characters' }] },
  });
  expect(await send('broken', 'fine\n"not closed\n', 'text/csv')).toMatchObject({
    status: 400,
    body: { state: 'rejected', faults: [{ detail: 'is not CSV' }] },
  });
  expect(await send('empty', '')).toMatchObject({ status: 400, body: { state: 'rejected' } });
  expect(await server.post(`${segment}/imports`, { upload: 'bad', action: 'add' })).toMatchObject({
    status: 409,
    body: { code: 'import_over' },
  });
  expect(await send('bad', 'again')).toMatchObject({ status: 409, body: { code: 'key_taken' } });
  expect(await counts()).toEqual([]);
});

test('strangers and other kinds of body are turned away before a line is read', async () => {
  const { segment } = await aSegment('strangers');
  const address = `${server.address}${segment}/uploads/u1?contextKind=user`;
  const put = (headers: Record<string, string>) => fetch(address, { method: 'PUT', headers, body: 'ada' });
  expect((await put({ 'content-type': 'text/plain' })).status).toBe(401);
  const authorization = `Bearer ${administratorToken}`;
  expect((await put({ authorization, 'content-type': 'application/octet-stream' })).status).toBe(415);
  const unknown = address.replace('pilots', 'nobody');
  const reply = await fetch(unknown, {
    method: 'PUT',
    headers: { authorization, 'content-type': 'text/plain' },
    body: 'ada',
  });
  expect(reply.status).toBe(404);
});

test('a member who is listed until a time is struck off then, and one who is not stays', async () => {
  const { environment, segment, counts } = await aSegment('until');
  const until = new Date(server.now() + 3_600_000).toISOString();
  const add = (contextKeys: string[], more: object = {}) =>
    server.post(`${environment}/changes`, {
      operations: [
        {
          kind: 'segment.add-members',
          input: { segment: 'pilots', contextKind: 'customer', contextKeys, ...more },
        },
      ],
    });
  await add(['acme', 'blue'], { until });
  await add(['cyan']);
  const end = await server.post(`${environment}/changes`, {
    operations: [
      {
        kind: 'segment.end-member',
        input: { segment: 'pilots', contextKind: 'customer', contextKey: 'blue', at: null },
      },
    ],
  });
  expect(end.status).toBe(200);
  server.advance(7_200_000);
  await expect
    .poll(counts, { timeout: 10_000 })
    .toEqual([{ contextKind: 'customer', included: 2, excluded: 0 }]);
  const { items } = (await server.get(`${segment}/members`)).as<{ items: { contextKey: string }[] }>();
  expect(items.map(({ contextKey }) => contextKey)).toEqual(['blue', 'cyan']);
});
