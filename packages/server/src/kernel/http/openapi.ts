import { ChangeNote } from '@latchkey/model';
import { fullPath } from './declared.ts';
import {
  etagHeader,
  ifMatchHeader,
  problemResponse,
  revisionHeader,
  securitySchemes,
  sharedSchemas,
  writeHeaders,
} from './openapi-parts.ts';
import type { HandMadeRoute } from './own-routes.ts';
import type { ReadRoute, Route, WriteRoute } from './routes.ts';
import { type JsonSchema, toJsonSchema } from './schema-to-json.ts';

interface Described {
  readonly routes: readonly Route[];
  readonly handMade?: readonly HandMadeRoute[];
  readonly version: string;
}

/** OpenAPI 3.1 of `/api/v1`, made from the very schemas that requests and replies are read through. Needs no server. */
export function openApiDocument({ routes, handMade = [], version }: Described): JsonSchema {
  const schemas = sharedSchemas();
  schemas.set('ChangeNote', toJsonSchema(ChangeNote, 'input', schemas));
  const paths: Record<string, Record<string, JsonSchema>> = {};
  const put = (path: string, method: string, operation: JsonSchema): void => {
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = operation;
  };
  for (const route of routes) put(fullPath(route), route.method, operationOf(route, schemas));
  for (const route of handMade) {
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    if (path.startsWith('/api/v1') && route.summary !== undefined)
      put(path, route.method, handMadeOperation(route, path, schemas));
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Latchkey',
      version,
      description: 'Feature flags and entitlements: the management and decision API.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(schemas),
      responses: { Problem: problemResponse },
      securitySchemes,
    },
  };
}

function operationOf(route: Route, schemas: Map<string, JsonSchema>): JsonSchema {
  const path = fullPath(route);
  return {
    operationId: operationId(route.method, path),
    summary: route.summary,
    tags: [route.tag],
    parameters: [
      ...pathParameters(route, path, schemas),
      ...queryParameters(route, schemas),
      ...headersOf(route),
    ],
    ...requestBody(route, schemas),
    responses: { ...successes(route, schemas), ...refusals(route.does === 'write') },
  };
}

/** `GET /api/v1/projects/{project}/flags/{flag}` → `getProjectsFlags_project_flag`: stable as long as the address is. */
function operationId(method: string, path: string): string {
  const steps = path.replace('/api/v1', '').split('/').filter(Boolean);
  const words = steps.filter((step) => !step.startsWith('{')).map(capitalised);
  const names = steps.filter((step) => step.startsWith('{')).map((step) => `_${step.slice(1, -1)}`);
  return `${method.toLowerCase()}${words.join('')}${names.join('')}`;
}

const capitalised = (step: string): string =>
  step.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function pathParameters(
  { params }: Route,
  path: string,
  schemas: Map<string, JsonSchema>,
): readonly JsonSchema[] {
  const own = params ? propertiesOf(toJsonSchema(params, 'input', schemas)) : {};
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: own[name] ?? { type: 'string' },
  }));
}

function queryParameters({ query }: Route, schemas: Map<string, JsonSchema>): readonly JsonSchema[] {
  if (!query) return [];
  const written = toJsonSchema(query, 'input', schemas);
  const required = Array.isArray(written['required']) ? written['required'] : [];
  return Object.entries(propertiesOf(written)).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function headersOf(route: Route): readonly JsonSchema[] {
  if (route.does !== 'write') return [];
  return route.edits ? [ifMatchHeader, ...writeHeaders] : writeHeaders;
}

function requestBody(route: Route, schemas: Map<string, JsonSchema>): JsonSchema {
  if (route.does === 'stream') return {};
  const own = route.body ? toJsonSchema(route.body, 'input', schemas) : null;
  if (route.does === 'read' || route.does === 'count')
    return own === null ? {} : { requestBody: { required: true, content: json(own) } };
  const isRequired = Array.isArray(own?.['required']) && own['required'].length > 0;
  return { requestBody: { required: isRequired, content: json(withChange(own)) } };
}

/** Every write also takes `change`. Where the body is one of several kinds, each of them does. */
function withChange(own: JsonSchema | null): JsonSchema {
  const change = { $ref: '#/components/schemas/ChangeNote' };
  if (own === null) return { type: 'object', properties: { change }, additionalProperties: false };
  if (own['type'] === 'object') return { ...own, properties: { ...propertiesOf(own), change } };
  const alternatives = own['anyOf'] ?? own['oneOf'];
  if (Array.isArray(alternatives)) return { anyOf: alternatives.map((one: JsonSchema) => withChange(one)) };
  return own;
}

function successes(route: Route, schemas: Map<string, JsonSchema>): JsonSchema {
  switch (route.does) {
    case 'stream':
      return {
        200: {
          description: 'Server-sent events, until either side ends them',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
      };
    case 'read':
      return readSuccesses(route, schemas);
    case 'count':
      return {
        [route.status]: {
          description: 'What was counted',
          content: json(toJsonSchema(route.reply, 'output', schemas)),
        },
      };
    case 'write':
      return writeSuccesses(route, schemas);
  }
}

function readSuccesses({ reply, version }: ReadRoute, schemas: Map<string, JsonSchema>): JsonSchema {
  const schema = toJsonSchema(reply, 'output', schemas);
  if (!version) return { 200: { description: 'The answer', content: json(schema) } };
  return {
    200: { description: 'The answer', headers: { ETag: etagHeader }, content: json(schema) },
    304: { description: 'As the asker has it' },
  };
}

function writeSuccesses(
  { reply, status, decides }: WriteRoute,
  schemas: Map<string, JsonSchema>,
): JsonSchema {
  const applied = toJsonSchema(reply, 'output', schemas);
  if (decides) return { 200: { description: 'What became of the change', content: json(applied) } };
  const previewed = { $ref: '#/components/schemas/Previewed' };
  const headers = { ETag: etagHeader, 'X-Latchkey-Revision': revisionHeader };
  const waiting = {
    description: 'It waits for its time, or for approval; Location is where to look',
    headers: { Location: { schema: { type: 'string' } } },
    content: json({
      anyOf: [{ $ref: '#/components/schemas/Scheduled' }, { $ref: '#/components/schemas/Pending' }],
    }),
  };
  if (status === 201) {
    return {
      200: { description: 'What it would do; nothing was kept', content: json(previewed) },
      201: { description: 'Done', headers, content: json(applied) },
      202: waiting,
    };
  }
  return {
    200: {
      description: 'Done, or what it would do',
      headers,
      content: json({ anyOf: [applied, previewed] }),
    },
    202: waiting,
  };
}

function handMadeOperation(route: HandMadeRoute, path: string, schemas: Map<string, JsonSchema>): JsonSchema {
  const { method, summary, tag = 'Sessions', body, reply, status = 200 } = route;
  const content = reply && { content: json(toJsonSchema(reply, 'output', schemas)) };
  return {
    operationId: operationId(method, path),
    summary,
    tags: [tag],
    security: [],
    ...(body && { requestBody: { required: true, content: json(toJsonSchema(body, 'input', schemas)) } }),
    responses: { [status]: { description: 'Done', ...content }, ...refusals(false) },
  };
}

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

function propertiesOf({ properties }: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return typeof properties === 'object' && properties !== null
    ? (properties as Record<string, JsonSchema>)
    : {};
}

const refusals = (isWrite: boolean): JsonSchema =>
  Object.fromEntries(
    [400, 401, 403, 404, ...(isWrite ? [409, 412, 413, 415, 422] : []), 'default'].map((status) => [
      status,
      { $ref: '#/components/responses/Problem' },
    ]),
  );
