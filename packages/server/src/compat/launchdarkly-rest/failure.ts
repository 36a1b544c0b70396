import { problemOf } from '../../kernel/http/problem.ts';

/** A no in LaunchDarkly's words, for what our own problems have no word for. */
export class RestFailure extends Error {
  override readonly name = 'RestFailure';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const invalid = (message: string): RestFailure => new RestFailure(400, 'invalid_request', message);
export const notFound = (message: string): RestFailure => new RestFailure(404, 'not_found', message);
/** Something that LaunchDarkly has and Latchkey does not: said, never passed over. */
export const notSupported = (what: string): RestFailure =>
  new RestFailure(501, 'not_supported', `Latchkey has no ${what}.`);

export interface FailureDocument {
  readonly status: number;
  readonly body: { readonly id: string; readonly code: string; readonly message: string };
  /** Seconds, where waiting helps. */
  readonly retryAfter: number | null;
}

const codes: { readonly [status: number]: string } = {
  400: 'invalid_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'invalid_request',
  415: 'invalid_request',
  422: 'patch_failed',
  429: 'rate_limited',
  500: 'internal_server_error',
  503: 'service_unavailable',
};

/** Our problem as LaunchDarkly would say it: `{id, code, message}`, with the fields to blame in the message. */
export function failureOf(error: unknown, id: string): FailureDocument {
  if (error instanceof RestFailure) {
    const { status, code, message } = error;
    return { status, body: { id, code, message }, retryAfter: null };
  }
  const { status: ours, title, detail, code: problem, errors = [], ...facts } = problemOf(error, id);
  const raced = ours === 412;
  const status = raced ? 409 : ours;
  const code = raced ? 'optimistic_locking_error' : (codes[status] ?? problem);
  const fields = errors.map(({ pointer, detail: why }) => `${pointer.slice(2) || 'the body'} ${why}`);
  const said = new Set([detail ?? title, ...fields.filter((field) => !detail || !field.includes(detail))]);
  const { retryAfterSeconds } = facts as { retryAfterSeconds?: unknown };
  const retryAfter = typeof retryAfterSeconds === 'number' ? retryAfterSeconds : status === 503 ? 2 : null;
  return { status, body: { id, code, message: [...said].join(' ') }, retryAfter };
}
