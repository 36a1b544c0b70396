import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemOf, problemType } from '../kernel/http/problem.ts';

/** Answers before the framework sees the request, on the paths where it would cost more than the answer. */
export type RawHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

const json = 'application/json; charset=utf-8';

/** Sends bytes that were made before, or 304 when the asker has them. The credential decides, so nobody between may keep it. */
export function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  etag: string,
): void {
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag, 'cache-control': 'private, no-cache' });
    response.end();
    return;
  }
  response.writeHead(200, {
    'content-type': json,
    'content-length': body.length,
    etag,
    'cache-control': 'private, no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The same document that the framework's routes send. Trouble of ours is told to the log, not to the asker. */
export function sendRawProblem(
  response: ServerResponse,
  error: unknown,
  log: (error: unknown) => void,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const problem = problemOf(error, randomUUID());
  if (problem.status >= 500) log(error);
  const body = JSON.stringify(problem);
  response.writeHead(problem.status, {
    'content-type': problemType,
    'content-length': Buffer.byteLength(body),
    ...(problem.status === 405 && { allow: 'GET, HEAD' }),
    ...(problem.status === 401 && { 'www-authenticate': 'Bearer realm="latchkey"' }),
    ...(problem.status === 503 && { 'retry-after': '2' }),
  });
  response.end(body);
}
