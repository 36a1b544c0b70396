import type { Socket } from 'node:net';
import { problems } from '@latchkey/model';
import { problemType } from './problem.ts';

/** What never became a request: no parser saw it, so it is answered on the bare connection. */
export function onClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason, detail] = faults[error.code ?? ''] ?? badRequest;
  const problem = {
    type: '/problems/invalid_request',
    title: problems.invalid_request.title,
    status,
    detail,
    code: 'invalid_request',
  };
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Type: ${problemType}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

type Fault = readonly [status: number, reason: string, detail: string];

const badRequest: Fault = [400, 'Bad Request', 'This is not an HTTP request.'];
const faults: { readonly [code: string]: Fault } = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'The address and headers are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request did not arrive in time.'],
};
