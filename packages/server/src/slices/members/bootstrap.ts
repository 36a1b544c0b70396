import type { OperationCall } from '@latchkey/model';
import { described } from '../../kernel/access/secret-token.ts';
import { createToken } from './operations/token.ts';

/**
 * What an empty database is given when `LATCHKEY_BOOTSTRAP_TOKEN` is set: an administrator's token with that value,
 * for set-ups without a person in front of a browser. It is a service's and does not end by itself.
 */
export function bootstrapCalls({
  bootstrapToken,
}: {
  readonly bootstrapToken: string | null;
}): OperationCall[] {
  if (bootstrapToken === null) return [];
  const { digest, ending } = described(bootstrapToken);
  const id = `t_${digest.slice(0, 20)}`;
  return [
    createToken({
      id,
      name: 'Bootstrap',
      roles: ['administrator'],
      member: null,
      digest,
      ending,
      expiresAt: null,
    }),
  ];
}
