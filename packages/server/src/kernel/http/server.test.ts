import { once } from 'node:events';
import { connect } from 'node:net';
import { FlagKey, text } from '@latchkey/model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Principal } from '../access/principal.ts';
import type { Applied, Change, Outcome } from '../changes/change.ts';
import { ProblemError } from '../changes/problem-error.ts';
import type { Reader } from '../store/database.ts';
import { createLog } from './log.ts';
import { pageOf, pageQuery, readCursor, toPage } from './paging.ts';
import { type Route, read, stream, write } from './routes.ts';
import { createHttpServer, type HttpServer, type HttpServerOptions } from './server.ts';
import { createStreams, toFrame } from './stream.ts';

const Note = z.object({ key: FlagKey, text: z.string(), version: z.int() });
const notes = ['apple', 'banana', 'cherry'].map((key) => ({ key, text: `about ${key}`, version: 3 }));
const OneNote = z.strictObject({ note: FlagKey });
const Position = z.strictObject({ key: FlagKey });
const NoteBody = z.strictObject({ key: FlagKey, text: text(100), size: z.int().min(1).optional() });

const notesOf = (note: { note: string }) => `note/${note.note}`;
const about = { scope: 'environment', tag: 'Notes' } as const;

const routes: readonly Route[] = [
  read({
    ...about,
    path: '/notes',
    summary: 'All notes',
    action: 'note.read',
    resource: () => 'note/*',
    query: z.strictObject(pageQuery),
    reply: pageOf(Note),
    answer: async ({ query: { limit, cursor } }) => {
      const after = readCursor(cursor, Position)?.key ?? '';
      const rows = notes.filter(({ key }) => key > after).slice(0, limit + 1);
      return {
        ...toPage(rows, { limit, position: ({ key }) => ({ key }), item: (row) => row }),
        items: rows.slice(0, limit),
      };
    },
  }),
  read({
    ...about,
    path: '/notes/{note}',
    summary: 'One note',
    action: 'note.read',
    resource: notesOf,
    params: OneNote,
    reply: Note,
    version: ({ version }: z.infer<typeof Note>) => version,
    answer: async ({ params: { note } }) => ({ ...oneNote(note), secret: 'never shown' }),
  }),
  write({
    ...about,
    method: 'POST',
    path: '/notes',
    summary: 'Write a note',
    action: 'note.create',
    resource: () => 'note/*',
    body: NoteBody,
    reply: Note,
    status: 201,
    operations: ({ body }) => [{ kind: 'note.create', input: body }],
    answer: (_applied: Applied, { body }) => ({ key: body.key, text: body.text, version: 1 }),
  }),
  write({
    ...about,
    method: 'DELETE',
    path: '/notes/{note}',
    summary: 'Throw a note away',
    action: 'note.remove',
    resource: notesOf,
    params: OneNote,
    reply: z.object({ key: z.string() }),
    edits: ({ note }) => ({ kind: 'flag', id: note }),
    operations: ({ params }) => [{ kind: 'note.remove', input: params }],
    answer: (_applied: Applied, { params }) => ({ key: params.note }),
  }),
  stream({
    ...about,
    path: '/notes/stream',
    summary: 'Notes as they are written',
    action: 'note.read',
    resource: () => 'note/*',
    open: ({ lastEventId }, start) => {
      start().send(toFrame({ event: 'note', id: '7', body: JSON.stringify({ after: lastEventId }) }));
    },
  }),
];

function oneNote(key: string) {
  const note = notes.find((one) => one.key === key);
  if (!note) throw new ProblemError('not_found', `There is no note ${key}.`);
  return note;
}

const base = { id: 'tok_1', name: 'Sam', roles: [], statements: [] } as const;
const token: Principal = { kind: 'token', ...base };
const member: Principal = { kind: 'member', ...base, email: 'sam@example.com', sessionIdHash: 'hash' };

let server: HttpServer;
let address: string;
let submitted: Change[];
let outcome: (change: Change) => Outcome;
let logged: string;
const logDestination = {
  write(line: string) {
    logged += line;
  },
};

const applied = (change: Change): Outcome => ({
  status: 'applied',
  changeId: change.id,
  impact: null,
  revision: 41,
  replayed: false,
  resources: [{ kind: 'flag', id: 'apple', version: 4, after: {} }],
});

const serve = (more: Partial<HttpServerOptions> = {}): Promise<HttpServer> =>
  createHttpServer({
    routes,
    log: createLog({ level: 'debug', destination: logDestination }),
    version: '0.0.0',
    publicUrl: null,
    streams: createStreams(),
    reader: {} as Reader,
    now: () => Date.UTC(2026, 2, 1),
    authenticate: async ({ headers: { authorization, cookie } }) =>
      authorization === 'Bearer good'
        ? token
        : cookie === 'latchkey=good'
          ? member
          : { refused: 'unauthenticated', detail: '', facts: {} },
    authorise: (_, { action }) =>
      action === 'note.remove' ? { refused: 'forbidden', detail: 'Ask Mira.', facts: {} } : null,
    placeProblem: async ({ project, environment }) =>
      project !== 'demo' ? 'project_unknown' : environment !== 'production' ? 'environment_unknown' : null,
    submit: async (change) => {
      submitted.push(change);
      return outcome(change);
    },
    ...more,
  });

beforeEach(async () => {
  [submitted, outcome, logged] = [[], applied, ''];
  server = await serve();
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => server.stop());

const place = '/api/v1/projects/demo/environments/production';
const withToken = { authorization: 'Bearer good' };
const ask = (path: string, init: RequestInit = {}) =>
  fetch(address + path, { ...init, headers: { ...withToken, ...(init.headers as object) } });
const post = (body: string | Uint8Array<ArrayBuffer>, headers: object = {}) =>
  ask(`${place}/notes`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

const problemOf = async (reply: Response) => {
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  return (await reply.json()) as { code: string; instance: string; errors?: { pointer: string }[] };
};

describe('what never was a request', () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>, number, string, string | null]>([
    ['malformed JSON', '{"key": "apple",', 400, 'invalid_json', null],
    ['a million levels', '['.repeat(1_000_000), 400, 'too_deep', null],
    ['ten megabytes', new Uint8Array(10_000_000).fill(97), 413, 'request_too_large', null],
    ['a NUL character', '{"key":"a","text":"b\\u0000"}', 400, 'unsafe_text', '#/text'],
    ['a lone surrogate', '{"key":"a","text":"b\\ud800"}', 400, 'unsafe_text', '#/text'],
    [
      'a prototype key',
      '{"key":"a","text":"b","__proto__":{"admin":true}}',
      400,
      'unsafe_key',
      '#/__proto__',
    ],
    ['an unknown field', '{"key":"a","text":"b","admin":true}', 400, 'invalid_request', '#/admin'],
    ['a wrong type', '{"key":"a","text":["b"]}', 400, 'invalid_request', '#/text'],
    ['a missing field', '{"key":"a"}', 400, 'invalid_request', '#/text'],
    ['a text that is too long', `{"key":"a","text":"${'b'.repeat(101)}"}`, 400, 'invalid_request', '#/text'],
    ['an infinite number', '{"key":"a","text":"b","size":1e400}', 400, 'invalid_request', '#/size'],
    [
      'a note that is no note',
      '{"key":"a","text":"b","change":{"links":["javascript:alert(1)"]}}',
      400,
      'invalid_request',
      '#/change/links/0',
    ],
    ['a list instead of fields', '[1]', 400, 'invalid_request', '#'],
  ])('%s is refused, naming the field, and nothing changes', async (_, body, status, code, pointer) => {
    const reply = await post(body);
    expect(reply.status).toBe(status);
    const problem = await problemOf(reply);
    expect(problem.code).toBe(code);
    if (pointer !== null) expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(submitted).toEqual([]);
  });

  test('what was sent is not said back', async () => {
    const reply = await post('{"key":"hunter2 hunter2","text":"b"}');
    expect(reply.status).toBe(400);
    expect(await reply.text()).not.toContain('hunter2');
  });

  test('only JSON is read', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonx',
    ]) {
      const reply = await post('{"key":"a","text":"b"}', { 'content-type': type });
      expect(reply.status).toBe(415);
      expect((await problemOf(reply)).code).toBe('unsupported_media_type');
    }
    expect(
      (await post('{"key":"a","text":"b"}', { 'content-type': 'application/json; charset=utf-8' })).status,
    ).toBe(201);
  });

  test('a body without an announced length is bounded as well', async () => {
    const chunk = new Uint8Array(256 * 1024).fill(97);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (sent++ < 40 ? controller.enqueue(chunk) : controller.close()),
    });
    const headers = { 'content-type': 'application/json' };
    const reply = await ask(`${place}/notes`, {
      method: 'POST',
      body,
      headers,
      duplex: 'half',
    } as RequestInit);
    expect(reply.status).toBe(413);
  });

  test('headers that are too long and bytes that are no HTTP are answered and cut off', async () => {
    const talk = async (text: string): Promise<string> => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1');
      let heard = '';
      socket.on('data', (part) => (heard += String(part)));
      socket.write(text);
      await once(socket, 'close');
      return heard;
    };
    expect(await talk(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431 .*problem\+json/s,
    );
    expect(await talk('not http at all\r\n\r\n')).toMatch(/^HTTP\/1.1 400 .*invalid_request/s);
  });

  test.each([
    [`${place}/notes?limit=0`, '#/limit'],
    [`${place}/notes?limit=a%00b`, '#/limit'],
    [`${place}/notes?admin=1`, '#/admin'],
    [`${place}/notes?cursor=nonsense`, '#/cursor'],
    [`${place}/notes/a%20b`, '#/note'],
    [`${place}/notes/a%00b`, '#/note'],
  ])('the address %s names what is wrong', async (path, pointer) => {
    const reply = await ask(path);
    expect(reply.status).toBe(400);
    expect((await problemOf(reply)).errors?.[0]?.pointer).toBe(pointer);
  });

  test('an address that is none, or leads nowhere', async () => {
    expect((await problemOf(await ask('/%zz'))).code).toBe('invalid_request');
    expect((await problemOf(await ask('/api/v1/nothing'))).code).toBe('not_found');
    expect((await problemOf(await ask('/api/v1/projects/other/environments/production/notes'))).code).toBe(
      'project_unknown',
    );
    expect((await problemOf(await ask('/api/v1/projects/UPPER/environments/production/notes'))).code).toBe(
      'project_unknown',
    );
    expect((await problemOf(await ask('/api/v1/projects/demo/environments/moon/notes'))).code).toBe(
      'environment_unknown',
    );
  });

  test('a method that an address does not take', async () => {
    const reply = await ask(`${place}/notes/apple`, { method: 'PATCH' });
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('GET, DELETE');
  });
});

describe('who asks', () => {
  test('strangers get nothing, not even a look at what they sent', async () => {
    const reply = await post('{', { authorization: 'Bearer bad' });
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toContain('Bearer');
  });

  test('a role that does not allow it is told so before the rest is read', async () => {
    const reply = await ask(`${place}/notes/apple`, { method: 'DELETE' });
    expect(reply.status).toBe(403);
    expect(await problemOf(reply)).toMatchObject({ code: 'forbidden', detail: 'Ask Mira.' });
  });

  test('a browser session edits from our own pages only', async () => {
    const edit = (origin: string) => {
      const headers = { cookie: 'latchkey=good', origin, 'content-type': 'application/json' };
      return fetch(`${address}${place}/notes`, { method: 'POST', headers, body: '{"key":"a","text":"b"}' });
    };
    expect((await edit(address)).status).toBe(201);
    expect((await edit(address.replace('127.0.0.1', 'localhost'))).status).toBe(201);
    expect((await problemOf(await edit('https://evil.example'))).code).toBe('wrong_origin');
    expect(submitted).toHaveLength(2);
  });
});

describe('questions', () => {
  test('a reply holds what its schema says and nothing else', async () => {
    expect(await (await ask(`${place}/notes/apple`)).json()).toEqual(notes[0]);
  });

  test('whoever has the newest version gets no body', async () => {
    const etag = (await ask(`${place}/notes/apple`)).headers.get('etag');
    expect(etag).toBe('"3"');
    const again = await ask(`${place}/notes/apple`, { headers: { 'if-none-match': etag ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('lists come in pages', async () => {
    const first = (await (await ask(`${place}/notes?limit=2`)).json()) as {
      items: unknown[];
      nextCursor: string;
    };
    expect(first.items).toEqual(notes.slice(0, 2));
    const second = await ask(`${place}/notes?limit=2&cursor=${first.nextCursor}`);
    expect(await second.json()).toEqual({ items: notes.slice(2), nextCursor: null });
  });
});

describe('changes', () => {
  const body =
    '{"key":"apple","text":"b","change":{"comment":"Said so","links":["https://x.example/1"],"effectiveAt":"2026-04-01"}}';

  test('a body becomes operations, and its note says why', async () => {
    const reply = await post(body, { 'idempotency-key': 'k1' });
    expect(reply.status).toBe(201);
    expect(reply.headers.get('x-latchkey-revision')).toBe('41');
    expect(reply.headers.get('etag')).toBe('"4"');
    expect(submitted).toMatchObject([
      {
        place: { project: 'demo', environment: 'production' },
        principal: token,
        calls: [{ kind: 'note.create', input: { key: 'apple', text: 'b' } }],
        comment: 'Said so',
        links: [{ url: 'https://x.example/1' }],
        effectiveAt: Date.UTC(2026, 3, 1),
        now: Date.UTC(2026, 2, 1),
        preview: false,
        idempotency: { key: 'k1', requestHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
  });

  test('the same key with another body is another request', async () => {
    await post(body, { 'idempotency-key': 'k1' });
    await post(body.replace('apple', 'banana'), { 'idempotency-key': 'k1' });
    const [one, other] = submitted.map(({ idempotency }) => idempotency?.requestHash);
    expect(one).not.toBe(other);
  });

  test('a preview and a schedule answer what they are', async () => {
    const nobody = { touched: 0, gain: 0, lose: 0, overLimit: 0 };
    const impact = { customers: nobody, features: [], examples: [], complete: true };
    const verdict = { outcome: 'allow', because: [], requirements: [] } as const;
    outcome = ({ id }) => ({ status: 'previewed', changeId: id, impact, verdict });
    const preview = await post('{"key":"a","text":"b","change":{"preview":true}}');
    expect([preview.status, await preview.json()]).toMatchObject([200, { status: 'previewed', impact }]);
    expect(submitted[0]?.preview).toBe(true);
    outcome = ({ id }) => ({
      status: 'scheduled',
      changeId: id,
      effectiveAt: '2026-04-01T00:00:00.000Z',
      revision: 7,
      replayed: false,
    });
    const later = await post('{"key":"a","text":"b"}');
    expect([later.status, await later.json()]).toMatchObject([
      202,
      { effectiveAt: '2026-04-01T00:00:00.000Z' },
    ]);
  });

  test('If-Match says what the author saw, and a comment may come in a header', async () => {
    await server.stop();
    server = await serve({ authorise: () => null });
    address = await server.listen({ host: '127.0.0.1', port: 0 });
    const comment = Buffer.from('Größe geändert').toString('latin1');
    const headers = { 'if-match': '"3"', 'x-change-comment': comment };
    expect((await ask(`${place}/notes/apple`, { method: 'DELETE', headers })).status).toBe(200);
    expect(submitted).toMatchObject([
      { basedOn: { kind: 'flag', id: 'apple', version: 3 }, comment: 'Größe geändert' },
    ]);
    expect((await post(body, { 'if-match': '"3"' })).status).toBe(400);
  });

  test('a refusal of the pipeline is a problem with its facts', async () => {
    outcome = () => {
      throw new ProblemError('seat_limit_reached', 'All 5 seats are taken.', { limit: 5, used: 5 });
    };
    const reply = await post(body);
    expect(reply.status).toBe(409);
    expect(await problemOf(reply)).toMatchObject({
      code: 'seat_limit_reached',
      limit: 5,
      used: 5,
      detail: 'All 5 seats are taken.',
    });
  });

  test('a fault says nothing but where to look it up', async () => {
    outcome = () => {
      throw new Error('password of the database is hunter2');
    };
    const reply = await post(body);
    const problem = await problemOf(reply);
    expect([reply.status, problem.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(problem)).not.toContain('hunter2');
    expect(logged).toContain(problem.instance.replace('/requests/', ''));
  });
});

test('the headers of a stream cannot be asked for without the stream', async () => {
  expect((await ask(`${place}/notes/stream`, { method: 'HEAD' })).status).toBe(404);
});

test('a stream starts where the last one broke off, and says goodbye when the server stops', async () => {
  const reply = await ask(`${place}/notes/stream`, { headers: { 'last-event-id': '6' } });
  expect(reply.headers.get('content-type')).toContain('text/event-stream');
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  const whole = reply.text();
  await server.stop();
  expect(await whole).toMatch(
    /^:\n\nevent: note\nid: 7\ndata: \{"after":"6"\}\n\nretry: \d+\nevent: goodbye\n/,
  );
});
