import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { readJson } from '../../kernel/http/limits.ts';

/** A context is a person or a device, not a document. */
const bodyBytesMax = 64 * 1024;

/** The bytes of a request, bounded before anybody looks at them. Calls back, because a promise costs more than the look. */
export function readBody(
  request: IncomingMessage,
  onRead: (body: Buffer) => void,
  onFailed: (error: unknown) => void,
): void {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > bodyBytesMax) {
    onFailed(tooLarge());
    return;
  }
  const parts: Buffer[] = [];
  let bytes = 0;
  request.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes <= bodyBytesMax) parts.push(part);
  });
  request.on('end', () => {
    if (bytes > bodyBytesMax) onFailed(tooLarge());
    else onRead(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts));
  });
  request.on('error', onFailed);
}

/** The `context` of the protocol's only question. A body without one asks about nobody. */
export function contextIn(body: Buffer): unknown {
  const question = body.length === 0 ? {} : readJson(body);
  if (typeof question !== 'object' || question === null || Array.isArray(question))
    throw new ProblemError('invalid_json', 'The body is an object with a context.');
  return (question as { readonly context?: unknown }).context ?? {};
}

const tooLarge = (): ProblemError =>
  new ProblemError('request_too_large', `A context may have ${bodyBytesMax} bytes.`);
