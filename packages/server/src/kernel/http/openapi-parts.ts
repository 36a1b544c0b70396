import { problems } from '@latchkey/model';
import type { JsonSchema } from './schema-to-json.ts';

/** What every operation of the document may answer besides its own reply. */
export const sharedSchemas = (): Map<string, JsonSchema> =>
  new Map([
    ['Problem', problemSchema],
    ['Previewed', previewedSchema],
    ['Scheduled', scheduledSchema],
    ['Pending', pendingSchema],
  ]);

export const problemResponse = {
  description: 'A refusal, with a stable code (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'instance', 'code'],
  properties: {
    type: { type: 'string', examples: ['/problems/seat_limit_reached'] },
    title: { type: 'string', examples: [problems.seat_limit_reached.title] },
    status: { type: 'integer', examples: [problems.seat_limit_reached.status] },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string', enum: Object.keys(problems) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', examples: ['#/quantity'] },
          detail: { type: 'string' },
          in: { type: 'string', enum: ['path', 'query'] },
        },
      },
    },
  },
  additionalProperties: true,
};

const count: JsonSchema = { type: 'integer' };

const countsOf = (...names: readonly string[]): JsonSchema => ({
  type: 'object',
  required: names,
  properties: Object.fromEntries(names.map((name) => [name, count])),
});
const textList = { type: 'array', items: { type: 'string' } };

const nullable = (type: string): JsonSchema => ({ type: [type, 'null'] });

const reasonings: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['guardrail', 'name', 'outcome', 'sentence', 'limit', 'allowed', 'asked', 'left'],
    properties: {
      guardrail: nullable('string'),
      name: { type: 'string' },
      outcome: { enum: ['approve', 'deny'] },
      sentence: { type: 'string' },
      limit: { enum: ['days', 'quantity', 'customers', 'times', null] },
      allowed: nullable('number'),
      asked: nullable('number'),
      left: nullable('number'),
    },
  },
};
const requirements: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['guardrail', 'name', 'approvals', 'approverRoles'],
    properties: {
      guardrail: nullable('string'),
      name: { type: 'string' },
      approvals: { type: 'integer' },
      approverRoles: textList,
    },
  },
};

/** What the guardrails say of a change. */
const verdictSchema: JsonSchema = {
  type: 'object',
  required: ['outcome', 'because', 'requirements'],
  properties: { outcome: { enum: ['allow', 'approve', 'deny'] }, because: reasonings, requirements },
};

/** How many customers a flag serves which variation, by its position. */
const servedCounts: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['variation', 'customers'],
    properties: { variation: { type: ['integer', 'null'] }, customers: count },
  },
};

const previewedSchema: JsonSchema = {
  type: 'object',
  required: ['status', 'changeId', 'impact', 'verdict'],
  properties: {
    status: { const: 'previewed' },
    changeId: { type: 'string' },
    impact: {
      type: 'object',
      required: ['customers', 'features', 'examples', 'complete'],
      properties: {
        customers: countsOf('touched', 'gain', 'lose', 'overLimit'),
        features: {
          type: 'array',
          items: {
            type: 'object',
            required: ['feature', 'gain', 'lose', 'changed'],
            properties: { feature: { type: 'string' }, gain: count, lose: count, changed: count },
          },
        },
        examples: {
          type: 'array',
          items: {
            type: 'object',
            required: ['customer', 'name', 'gains', 'loses'],
            properties: {
              customer: { type: 'string' },
              name: { type: 'string' },
              gains: textList,
              loses: textList,
            },
          },
        },
        flags: {
          type: 'array',
          items: {
            type: 'object',
            required: ['flag', 'environment', 'changed', 'before', 'after'],
            properties: {
              flag: { type: 'string' },
              environment: { type: 'string' },
              changed: count,
              before: servedCounts,
              after: servedCounts,
            },
          },
        },
        complete: { type: 'boolean' },
      },
    },
    verdict: verdictSchema,
  },
};

const pendingSchema: JsonSchema = {
  type: 'object',
  required: ['status', 'changeId', 'change'],
  properties: {
    status: { const: 'pending' },
    changeId: { type: 'string' },
    change: {
      type: 'object',
      required: ['id', 'status', 'because', 'requirements', 'effectiveAt'],
      properties: {
        id: { type: 'string' },
        status: { const: 'pending' },
        because: reasonings,
        requirements,
        effectiveAt: { type: ['string', 'null'], format: 'date-time' },
      },
    },
  },
};

const scheduledSchema: JsonSchema = {
  type: 'object',
  required: ['status', 'changeId', 'effectiveAt'],
  properties: {
    status: { const: 'scheduled' },
    changeId: { type: 'string' },
    effectiveAt: { type: 'string', format: 'date-time' },
  },
};

export const etagHeader = {
  description: 'The version, for If-Match',
  schema: { type: 'string', examples: ['"3"'] },
};
export const revisionHeader = {
  description: 'The revision that this change made',
  schema: { type: 'integer' },
};

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  description,
  schema: { type: 'string' },
});

export const ifMatchHeader = header(
  'If-Match',
  'The ETag that the edit is based on; refused with 412 when somebody was faster',
);
export const writeHeaders = [
  header('Idempotency-Key', 'The same key with the same request brings back the first outcome'),
  header('X-Change-Comment', 'Why, where the body says nothing'),
];

/** How callers say who they are. */
export const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'An API token `lk_api_…` or an environment’s key' },
  session: { type: 'apiKey', in: 'cookie', name: 'latchkey', description: 'What signing in sets' },
};
