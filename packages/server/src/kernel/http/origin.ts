import type { IncomingHttpHeaders } from 'node:http';
import { ProblemError } from '../changes/problem-error.ts';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses edits that another site makes a browser send with our cookie. An `Origin` must equal one of ours exactly, not
 * by its end. A request that carries its credential itself cannot be forged this way; one with our cookie must say where
 * it comes from, as every browser does.
 */
export function assertOwnOrigin(
  method: string,
  headers: IncomingHttpHeaders,
  ownOrigins: ReadonlySet<string>,
): void {
  if (safeMethods.has(method) || headers.authorization !== undefined) return;
  const { origin, cookie } = headers;
  const site = headers['sec-fetch-site'];
  const isOurs = origin !== undefined && ownOrigins.has(origin);
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeign || (origin !== undefined && !isOurs) || (cookie !== undefined && !isOurs)) {
    throw new ProblemError('wrong_origin', 'Edits with a browser session come from the dashboard itself.');
  }
}
