import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ProblemCode } from '@latchkey/model';
import { problemOf } from '../../kernel/http/problem.ts';

/** The protocol's own words for what was wrong with a request; everything else is `GENERAL`. */
const errorCodes: { readonly [code in ProblemCode]?: string } = {
  invalid_json: 'PARSE_ERROR',
  too_deep: 'PARSE_ERROR',
  request_too_large: 'PARSE_ERROR',
  unsafe_text: 'INVALID_CONTEXT',
  unsafe_key: 'INVALID_CONTEXT',
  invalid_request: 'INVALID_CONTEXT',
  flag_unknown: 'FLAG_NOT_FOUND',
};

export interface Failure {
  readonly errorCode: string;
  readonly errorDetails: string;
}

export function sendFailure(
  response: ServerResponse,
  status: number,
  failure: Failure,
  flag: string | null,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // Clients recognise a flag's failure by its key, and call everything else unexpected.
  const body = JSON.stringify(flag === null ? failure : { key: flag, ...failure });
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(status === 401 && { 'www-authenticate': 'Bearer realm="latchkey"' }),
    ...(status === 405 && { allow: 'POST, OPTIONS' }),
    ...(status === 413 && { connection: 'close' }),
    // Whole seconds: clients do not read the other form.
    ...(status === 503 && { 'retry-after': '2' }),
  });
  response.end(body);
}

/** Whatever went wrong, in the protocol's form. Trouble of ours is told to the log, not to the asker. */
export function sendError(
  response: ServerResponse,
  error: unknown,
  flag: string | null,
  log: (error: unknown) => void,
): void {
  const { status, code, detail, title } = problemOf(error, randomUUID());
  if (status >= 500) log(error);
  sendFailure(
    response,
    status,
    { errorCode: errorCodes[code] ?? 'GENERAL', errorDetails: detail ?? title },
    flag,
  );
}
