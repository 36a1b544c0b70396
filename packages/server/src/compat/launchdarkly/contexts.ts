import type { IncomingMessage } from 'node:http';
import type { EvaluationContext } from '@latchkey/engine';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { readJson } from '../../kernel/http/limits.ts';

const contextBytesMax = 64 * 1024;

/** A context as SDKs write it into an address: JSON in base64, of either alphabet, padded or not. */
export const contextIn = (written: string): EvaluationContext => contextOf(Buffer.from(written, 'base64url'));

/** The same in the body of a REPORT. */
export async function contextInBody(request: IncomingMessage): Promise<EvaluationContext> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > contextBytesMax) throw new ProblemError('request_too_large', 'The context is too large.');
    parts.push(part);
  }
  return contextOf(Buffer.concat(parts));
}

function contextOf(raw: Buffer): EvaluationContext {
  const context = readJson(raw);
  if (typeof context === 'object' && context !== null && !Array.isArray(context))
    return context as EvaluationContext;
  throw new ProblemError('invalid_request', 'A context is an object with a kind and a key.');
}

/** The keys of the kinds in a context; a user of the time before contexts has no kind. */
export function keysOf(context: EvaluationContext): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const kind = context['kind'] ?? 'user';
  const parts =
    kind === 'multi' ? Object.entries(context) : [[String(kind), context] as readonly [string, unknown]];
  for (const [name, part] of parts) {
    const key = typeof part === 'object' && part !== null ? (part as EvaluationContext)['key'] : undefined;
    if (typeof key === 'string' && key !== '') keys.set(name, key);
  }
  return keys;
}
