import { isSafeText, type ProblemCode } from '@latchkey/model';
import { toPointer } from '../changes/pointer.ts';
import { type FieldError, ProblemError } from '../changes/problem-error.ts';
import { findJsonFault } from './json-position.ts';

/** What a request may be before anybody looks at what it says. */
export const requestLimits = {
  /** Large enough for a flag with thousands of rules; a route that needs more says so. */
  bodyBytes: 1_048_576,
  /** Deeper than any document of ours, shallow enough to recurse over without a thought. */
  depth: 64,
  /** All values of a body together: 1 MiB of `0,0,0…` would otherwise be half a million. */
  values: 200_000,
  /** Header lines and the address together; the platform refuses more with 431. */
  headerBytes: 16_384,
  /** A customer's key of 200 characters, each written as up to twelve: `%F0%9F%98%80`. */
  addressPartCharacters: 2_500,
  /** Open streams included, at about 50 KB each: what one process can hold in a gigabyte. */
  connections: 20_000,
  /** A slow sender gives up its connection after this. */
  headersMilliseconds: 10_000,
  requestMilliseconds: 30_000,
  /** Longer than the minute that load balancers keep idle connections, so that they close first. */
  keepAliveMilliseconds: 72_000,
} as const;

/** Reads a JSON body: bounded in depth before it is parsed, and safe in every name, text and number after it was. */
export function readJson(raw: Buffer): unknown {
  if (isDeeperThan(requestLimits.depth, raw)) {
    throw new ProblemError('too_deep', `The body may nest ${requestLimits.depth} levels.`, {
      depthMax: requestLimits.depth,
    });
  }
  const body = parsed(decoded(raw));
  assertSafe(body);
  return body;
}

/** One pass over the bytes, without recursion: a million opening brackets are answered after the sixty-fifth. */
export function isDeeperThan(depthMax: number, raw: Uint8Array): boolean {
  let depth = 0;
  let insideText = false;
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at];
    if (insideText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) insideText = false;
    } else if (byte === quote) insideText = true;
    else if (byte === openBrace || byte === openBracket) {
      depth += 1;
      if (depth > depthMax) return true;
    } else if (byte === closeBrace || byte === closeBracket) depth -= 1;
  }
  return false;
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(raw: Buffer): string {
  try {
    return strictUtf8.decode(raw);
  } catch (cause) {
    throw Object.assign(new ProblemError('invalid_json', 'The body is not UTF-8 text.'), { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const fault = findJsonFault(text);
    if (fault === null) throw new Error('two readings of JSON disagree', { cause });
    const { position, line, column, expected } = fault;
    const detail = `The body is not JSON: at line ${line}, column ${column}, ${expected} was expected.`;
    throw new ProblemError('invalid_json', detail, { position, line, column });
  }
}

interface Complaint extends FieldError {
  readonly code: ProblemCode;
}

const complaintsMax = 20;
const refusedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses what cannot be kept or is meant to harm: names that reach into an object's prototype, text that PostgreSQL
 * would refuse or silently alter (NUL, control characters, lone surrogates), and numbers too large to be numbers.
 */
export function assertSafe(value: unknown): void {
  const complaints: Complaint[] = [];
  let values = 0;

  const look = (present: unknown, path: readonly PropertyKey[]): void => {
    values += 1;
    if (values > requestLimits.values) {
      throw new ProblemError('request_too_large', `A request may hold ${requestLimits.values} values.`);
    }
    if (complaints.length >= complaintsMax) return;
    if (typeof present === 'string') {
      if (!isSafeText(present)) complaints.push(complaint('unsafe_text', path));
    } else if (typeof present === 'number') {
      if (!Number.isFinite(present)) complaints.push(complaint('invalid_request', path));
    } else if (Array.isArray(present)) {
      for (let at = 0; at < present.length; at += 1) look(present[at], [...path, at]);
    } else if (typeof present === 'object' && present !== null) {
      for (const [name, member] of Object.entries(present)) {
        if (refusedNames.has(name)) complaints.push(complaint('unsafe_key', [...path, name]));
        else if (!isSafeText(name)) complaints.push(complaint('unsafe_text', [...path, name]));
        else look(member, [...path, name]);
      }
    }
  };
  look(value, []);

  const [first] = complaints;
  if (!first) return;
  const errors = complaints.map(({ pointer, detail }) => ({ pointer, detail }));
  throw new ProblemError(first.code, 'A part of the request is not as expected.', {}, errors);
}

const complaint = (code: keyof typeof unsafeInWords, path: readonly PropertyKey[]): Complaint => ({
  code,
  pointer: toPointer(path),
  detail: unsafeInWords[code],
});

const unsafeInWords = {
  unsafe_key: 'is a name that no field may have',
  unsafe_text: 'must not contain control characters or lone surrogates',
  invalid_request: 'must be a finite number',
} as const;
