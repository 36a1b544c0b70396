import type { EnvironmentKey } from '@latchkey/model';
import type { Authenticator } from '../kernel/access/authenticate.ts';
import type { Streams } from '../kernel/http/stream.ts';
import type { Commit } from '../kernel/ledger/tail.ts';

/**
 * Makes this node act on what the ledger says of credentials: no remembered rights, and no open streams of a revoked key
 * or of a member who changed. Whoever is still allowed comes back by themselves and is asked again.
 */
export const forgetRevoked =
  (authenticator: Authenticator, streams: Streams) =>
  ({ entries }: Commit): void => {
    for (const { resourceKind, resourceId, after } of entries) {
      if (['role', 'member', 'environment'].includes(resourceKind)) authenticator.forgetAll();
      // What a role allows is not written on a stream: whoever may have it is asked again.
      if (resourceKind === 'role') streams.closeWhere((owner) => /^[mt]_/.test(owner ?? ''));
      if (resourceKind === 'member') streams.closeWhere((owner) => owner === resourceId);
      if (resourceKind !== 'api_token' && resourceKind !== 'environment_key') continue;
      authenticator.forget(resourceId);
      if (after === null || (after as EnvironmentKey).revokedAt !== null)
        streams.closeWhere((owner) => owner === resourceId);
    }
  };
