import { CustomerKey, FlagKey, Instant, JsonValue, Tags } from '@latchkey/model';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openApiDocument } from './openapi.ts';
import { read, stream, write } from './routes.ts';

const common = { tag: 'Notes', action: 'note.read', resource: () => 'note/*' } as const;
const Note = z.object({ key: FlagKey, tags: Tags, at: Instant, value: JsonValue });
const change = { $ref: '#/components/schemas/ChangeNote' };

const document = openApiDocument({
  version: '1.2.3',
  routes: [
    read({
      ...common,
      scope: 'environment',
      path: '/customers/{customer}/notes',
      summary: 'The notes about a customer',
      params: z.strictObject({ customer: CustomerKey }),
      query: z.strictObject({ limit: z.coerce.number().default(50), feature: z.string() }),
      reply: z.object({ items: z.array(Note), first: Note }),
      version: () => 1,
      answer: () => Promise.reject(new Error('not asked')),
    }),
    write({
      ...common,
      method: 'POST',
      scope: 'project',
      path: '/notes',
      summary: 'Write a note',
      body: Note,
      reply: Note,
      status: 201,
      operations: () => [],
      answer: () => ({ key: '', tags: [], at: '', value: null }),
    }),
    write({
      ...common,
      method: 'PATCH',
      scope: 'project',
      path: '/notes',
      summary: 'Change one or many',
      body: z.union([z.strictObject({ one: z.string() }), z.strictObject({ many: z.array(z.string()) })]),
      reply: Note,
      edits: () => ({ kind: 'flag', id: 'a' }),
      operations: () => [],
      answer: () => ({ key: '', tags: [], at: '', value: null }),
    }),
    stream({ ...common, scope: 'instance', path: '/notes/stream', summary: 'News', open: () => undefined }),
  ],
  handMade: [
    { method: 'POST', url: '/api/v1/session', summary: 'Sign in', body: z.object({ email: z.string() }) },
    { method: 'GET', url: '/healthz' },
  ],
}) as {
  paths: Record<string, Record<string, Record<string, never>>>;
  components: { schemas: Record<string, Record<string, unknown>> };
};

const customerNotes = '/api/v1/projects/{project}/environments/{environment}/customers/{customer}/notes';
const at = (path: string, method: string) => document.paths[path]?.[method];
const ok = (path: string, method: string, status = 200) => at(path, method)?.['responses']?.[status];

describe('the reference', () => {
  test('names every address once, with all that its path and query take', () => {
    expect(Object.keys(document.paths)).toEqual([
      customerNotes,
      '/api/v1/projects/{project}/notes',
      '/api/v1/notes/stream',
      '/api/v1/session',
    ]);
    expect(at(customerNotes, 'get')?.['parameters']).toMatchObject([
      { name: 'project', in: 'path', required: true },
      { name: 'environment', in: 'path', required: true },
      { name: 'customer', in: 'path', required: true, schema: { type: 'string', maxLength: 200 } },
      { name: 'limit', in: 'query', required: false, schema: { default: 50 } },
      { name: 'feature', in: 'query', required: true },
    ]);
  });

  test('every operation has a name of its own', () => {
    const names = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((one) => one['operationId']),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('getProjectsEnvironmentsCustomersNotes_project_environment_customer');
  });

  test('values that are only brought into a form keep their type in replies', () => {
    const schema = JSON.stringify(ok(customerNotes, 'get'));
    expect(schema).toContain('"at":{"type":"string","format":"date-time"}');
    expect(schema).toMatch(/"tags":\{[^}]*"type":"array"/);
  });

  test('what contains itself is described once', () => {
    const { Problem, Previewed, Scheduled, Pending, ChangeNote, ...rest } = document.components.schemas;
    expect([Problem, Previewed, Scheduled, Pending, ChangeNote].every(Boolean)).toBe(true);
    expect(Object.keys(rest)).toEqual(['JsonValue']);
    expect(JSON.stringify(rest)).toContain('"$ref":"#/components/schemas/JsonValue"');
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    for (const [, kind = '', name = ''] of refs) {
      expect((document.components as unknown as Record<string, object>)[kind]).toHaveProperty(name);
    }
  });

  test('every write takes a note, also where its body has several forms', () => {
    const bodyOf = (method: string) => at('/api/v1/projects/{project}/notes', method)?.['requestBody'];
    expect(bodyOf('post')).toMatchObject({
      required: true,
      content: { 'application/json': { schema: { properties: { key: {}, change } } } },
    });
    expect(bodyOf('patch')).toMatchObject({
      content: {
        'application/json': {
          schema: { anyOf: [{ properties: { one: {}, change } }, { properties: { many: {}, change } }] },
        },
      },
    });
  });

  test('a write says what a preview and a schedule answer; If-Match belongs to edits of one thing', () => {
    const path = '/api/v1/projects/{project}/notes';
    expect(ok(path, 'post', 201)).toBeDefined();
    expect(JSON.stringify(ok(path, 'post'))).toContain('Previewed');
    expect(JSON.stringify(ok(path, 'patch'))).toContain('Previewed');
    expect(JSON.stringify(ok(path, 'post', 202))).toContain('Scheduled');
    expect(JSON.stringify(at(path, 'patch')?.['parameters'])).toContain('If-Match');
    expect(JSON.stringify(at(path, 'post')?.['parameters'])).not.toContain('If-Match');
  });

  test('refusals are described, with every code', () => {
    expect(ok(customerNotes, 'get', 404)).toEqual({ $ref: '#/components/responses/Problem' });
    expect(JSON.stringify(document.components.schemas['Problem'])).toContain('seat_limit_reached');
  });
});
