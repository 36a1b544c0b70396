import type { IncomingMessage } from 'node:http';
import type { Place } from '@latchkey/model';
import { type Authenticator, credentialOf } from '../../kernel/access/authenticate.ts';
import type { Principal } from '../../kernel/access/principal.ts';
import { accept, ProblemError } from '../../kernel/changes/problem-error.ts';

/** For where somebody asks, with what key, and whether they may read the flags that are not for browsers. */
export interface Asker {
  readonly place: Place;
  readonly keyId: string;
  readonly seesAll: boolean;
  /** Whether anybody could have sent this key: it stands in the source of a page. */
  readonly isPublic: boolean;
}

const clientSideId = /^[0-9a-f]{24}$/;

/** An SDK key, a mobile key, or the public id of the environment, as `Authorization: Bearer …` or `X-API-Key: …`. */
export async function askerOf(
  authenticator: Authenticator,
  request: IncomingMessage,
  now: number,
): Promise<Asker> {
  const value = credentialOf(request.headers);
  if (value === null)
    throw new ProblemError('unauthenticated', 'Send the key as “Authorization: Bearer …” or “X-API-Key: …”.');
  const found = clientSideId.test(value)
    ? await authenticator.clientSideId(value, now)
    : await authenticator.secret(value, now);
  const asker = askerBehind(accept(found));
  if (asker !== null) return asker;
  throw new ProblemError('wrong_key_kind', 'This address takes SDK keys, mobile keys and browser ids.');
}

/** The same without waiting, for the hot path; null when the key must be looked up first. */
export function heldAsker(authenticator: Authenticator, request: IncomingMessage, now: number): Asker | null {
  const value = credentialOf(request.headers);
  const principal = value === null ? null : authenticator.held(value, now);
  return principal === null ? null : askerBehind(principal);
}

function askerBehind(principal: Principal): Asker | null {
  if (principal.kind !== 'key' || !['sdk', 'mobile'].includes(principal.keyKind)) return null;
  const { place, id: keyId, keyKind } = principal;
  return { place, keyId, seesAll: keyKind === 'sdk', isPublic: clientSideId.test(keyId) };
}
