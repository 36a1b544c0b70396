import type { IncomingMessage } from 'node:http';
import type { EnvironmentKeyKind, Place } from '@latchkey/model';
import { type Authenticator, credentialOf } from '../../kernel/access/authenticate.ts';
import { accept, ProblemError } from '../../kernel/changes/problem-error.ts';

/** For where somebody asks, and which key opened the stream so that revoking the key closes it. */
export interface Asker {
  readonly place: Place;
  readonly keyId: string;
}

/** Who sends a key of this kind. Only a key that is really wrong is refused: an SDK never asks again after that. */
export async function askerByKey(
  authenticator: Authenticator,
  request: IncomingMessage,
  keyKind: EnvironmentKeyKind,
  now: number,
): Promise<Asker> {
  const value = credentialOf(request.headers);
  if (value === null) throw new ProblemError('unauthenticated', 'Send the key as “Authorization: …”.');
  const principal = accept(await authenticator.secret(value, now));
  if (principal.kind === 'key' && principal.keyKind === keyKind)
    return { place: principal.place, keyId: principal.id };
  throw new ProblemError('unauthenticated', `This address takes keys of the kind “${keyKind}”.`);
}
