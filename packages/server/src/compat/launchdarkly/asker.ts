import type { IncomingMessage } from 'node:http';
import type { EnvironmentKeyKind, Place } from '@latchkey/model';
import { type Authenticator, credentialOf } from '../../kernel/access/authenticate.ts';
import { kindOfSecret } from '../../kernel/access/secret-token.ts';
import { accept, ProblemError } from '../../kernel/changes/problem-error.ts';

/** For where somebody asks, and which key opened the stream so that revoking the key closes it. */
export interface Asker {
  readonly place: Place;
  readonly keyId: string;
}

/** Who sends a key of one of these kinds. Only a key that is really wrong is refused: an SDK never asks again after that. */
export async function askerByKey(
  authenticator: Authenticator,
  request: IncomingMessage,
  keyKinds: readonly EnvironmentKeyKind[],
  now: number,
): Promise<Asker> {
  const value = credentialOf(request.headers);
  if (value === null) throw new ProblemError('unauthenticated', 'Send the key as “Authorization: …”.');
  // What is not even written like such a key is refused without asking the database: guesses cost nothing.
  const kind = kindOfSecret(value);
  if (!keyKinds.some((each) => each === kind)) throw wrongKind(keyKinds);
  const principal = accept(await authenticator.secret(value, now));
  if (principal.kind === 'key' && keyKinds.includes(principal.keyKind))
    return { place: principal.place, keyId: principal.id };
  throw wrongKind(keyKinds);
}

const wrongKind = (keyKinds: readonly EnvironmentKeyKind[]): ProblemError =>
  new ProblemError('unauthenticated', `This address takes ${keyKinds.join(' and ')} keys.`);

/** Who presents an environment's public id. An id that is nobody's is “not found”, as these SDKs expect it. */
export async function askerByClientSideId(
  authenticator: Authenticator,
  id: string,
  now: number,
): Promise<Asker> {
  const principal = await authenticator.clientSideId(id, now);
  if ('kind' in principal && principal.kind === 'key') return { place: principal.place, keyId: principal.id };
  throw new ProblemError('environment_unknown', 'There is no environment with this client-side id.');
}
