import { ProblemError } from '../changes/problem-error.ts';
import { canonical, sha256 } from '../ledger/canonical.ts';

/** The version of a resource as `ETag` says it. */
export const toEtag = (version: number | string): string => `"${version}"`;

/**
 * For replies that tell more than their resource, such as what came through a connection: they change while its version
 * stands still. The version is still what `If-Match` speaks about; the digest says whether the asker has it all.
 */
export const wholeReply = <Reply extends { readonly version: number }>(reply: Reply): string =>
  `${reply.version}.${sha256(canonical(reply)).slice(0, digestLength)}`;

/** Enough that two replies of one resource never share it. */
const digestLength = 16;

/** The version that the author of an edit saw, from `If-Match`; null when they did not say, or said that any will do. */
export function readIfMatch(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const version = /^(?:W\/)?"(\d{1,15})(?:\.[0-9a-f]{16})?"$/.exec(header.trim())?.[1];
  if (version !== undefined) return Number(version);
  throw new ProblemError('invalid_request', 'If-Match takes one ETag of this resource, such as "3".');
}

/** Whether the asker has this already (`If-None-Match`), so that the answer can be 304 without a body. */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
}
