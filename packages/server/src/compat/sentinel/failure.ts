import { problemOf } from '../../kernel/http/problem.ts';

/** A no in this protocol's form, for what our own problems have no word for. */
export class EmsFailure extends Error {
  override readonly name = 'EmsFailure';
  readonly status: number;
  readonly code: string;
  readonly field: string | null;

  constructor(status: number, code: string, description: string, field: string | null = null) {
    super(description);
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

export const invalid = (description: string, field: string | null = null): EmsFailure =>
  new EmsFailure(400, 'invalid_request', description, field);
export const notFound = (description: string): EmsFailure => new EmsFailure(404, 'not_found', description);
/** Something that the protocol has and Latchkey does not: said, never passed over. */
export const notCovered = (description: string): EmsFailure =>
  new EmsFailure(501, 'not_covered', description);

interface FailureDocument {
  readonly status: number;
  readonly body: {
    readonly response: {
      readonly errorCode: string;
      readonly description: string;
      readonly field?: string;
      readonly requestId: string;
    };
  };
  /** Seconds, where waiting helps. */
  readonly retryAfter: number | null;
}

/** The protocol knows no 409, 412 or 422: what cannot be done is a 400 there, apart from names that fit several. */
const asked = (status: number, code: string): number =>
  code !== 'identifier_ambiguous' && [409, 412, 422].includes(status) ? 400 : status;

/** Our problem in this protocol's form, with our stable code and the first field that is to blame. */
export function failureOf(error: unknown, requestId: string): FailureDocument {
  if (error instanceof EmsFailure) {
    const { status, code, message, field } = error;
    return { status, body: documentOf(code, message, field, requestId), retryAfter: null };
  }
  const { status: ours, code, title, detail, errors = [], ...facts } = problemOf(error, requestId);
  const said = errors.map(({ pointer, detail: why }) => `${pointer.slice(2) || 'the body'} ${why}`);
  const description = [detail ?? title, ...said.filter((one) => !detail || !one.includes(detail))].join(' ');
  const { retryAfterSeconds } = facts as { retryAfterSeconds?: unknown };
  const waiting = typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null;
  return {
    status: asked(ours, code),
    body: documentOf(code, description, errors[0]?.pointer.slice(2) ?? null, requestId),
    retryAfter: ours === 429 ? (waiting ?? 60) : ours === 503 ? 2 : waiting,
  };
}

const documentOf = (errorCode: string, description: string, field: string | null, requestId: string) => ({
  response: { errorCode, description, ...(field && { field }), requestId },
});
