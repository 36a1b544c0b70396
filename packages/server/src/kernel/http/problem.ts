import { type ProblemCode, problems } from '@latchkey/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fieldErrors } from '../changes/field-errors.ts';
import { type FieldError, ProblemError } from '../changes/problem-error.ts';
import { isDatabaseUnavailable } from '../store/database.ts';

/** RFC 9457. `code` is for programs, `detail` for people; facts that were computed stand beside them by name. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance: string;
  readonly code: ProblemCode;
  readonly errors?: readonly FieldError[];
}

/** What a failure says on the wire. The unexpected says nothing but where to look it up. */
export function problemOf(error: unknown, requestId: string): ProblemDocument {
  const { code, detail, facts, errors } = reported(error);
  const { status, title } = problems[code];
  const document = {
    type: `/problems/${code}`,
    title,
    status,
    ...(detail !== '' && { detail }),
    instance: `/requests/${requestId}`,
    code,
    ...(errors.length > 0 && { errors }),
  };
  // Facts follow, and never replace what every problem says.
  return { ...document, ...facts, ...document };
}

/** Where a failure becomes a document. One place, one shape. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request.id);
  if (problem.code === 'internal') request.log.error({ err: error }, 'unexpected failure');
  else if (problem.code === 'unavailable') request.log.warn({ err: error }, 'cannot answer at the moment');
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="latchkey"');
  if (problem.status === 503) reply.header('retry-after', '2');
  const { retryAfterSeconds } = problem as { retryAfterSeconds?: unknown };
  if (typeof retryAfterSeconds === 'number')
    reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));
  // The framework would close the connection under a client that is still sending, who then never reads the reply.
  if (problem.status === 413) reply.removeHeader('connection');
  return reply.status(problem.status).type(problemType).send(JSON.stringify(problem));
}

export const problemType = 'application/problem+json';

type Reported = Pick<ProblemError, 'code' | 'facts' | 'errors'> & { readonly detail: string };

function reported(error: unknown): Reported {
  if (error instanceof ProblemError) {
    const { code, message: detail, facts, errors } = error;
    return { code, detail, facts, errors };
  }
  if (error instanceof z.core.$ZodError) {
    const detail = 'A part of the request is not as expected.';
    return { code: 'invalid_request', detail, facts: {}, errors: fieldErrors(error.issues) };
  }
  const [code, detail] = frameworkProblem(error) ?? (isDatabaseUnavailable(error) ? unavailable : unexpected);
  return { code, detail, facts: {}, errors: [] };
}

const unavailable = ['unavailable', 'The database cannot answer right now; try again in a moment.'] as const;
const unexpected = ['internal', ''] as const;

const frameworkProblems: { readonly [code: string]: readonly [ProblemCode, string] } = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['request_too_large', 'The body is larger than this address takes.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type', 'Send the body as application/json.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['invalid_request', 'The body is not as long as it was announced.'],
  FST_ERR_BAD_URL: ['invalid_request', 'The address is not well formed.'],
  FST_ERR_MAX_PARAM_LENGTH: ['not_found', ''],
  // The file server's word for a folder, or for a path that climbs out of its own.
  FST_STATIC_FORBIDDEN_PATH: ['not_found', ''],
  ECONNRESET: ['invalid_request', 'The connection ended before the request did.'],
};

function frameworkProblem(error: unknown): readonly [ProblemCode, string] | null {
  if (!(error instanceof Error)) return null;
  if (!('code' in error) || typeof error.code !== 'string') return null;
  if (error.code === 'ECONNRESET' && error.message !== 'aborted') return null;
  return frameworkProblems[error.code] ?? null;
}
