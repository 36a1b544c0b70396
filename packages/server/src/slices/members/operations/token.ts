import { ApiToken, Id, Instant, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { everybody, mayGive, standingOf } from './people.ts';

/** Issue a token for programs. `member` bounds it by a person's rights at each use; without one it is a service's. */
export const createToken = operation({
  kind: 'token.create',
  scope: 'instance',
  input: z.strictObject({
    id: Id,
    name: ApiToken.shape.name,
    roles: ApiToken.shape.roles,
    member: Id.nullable(),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    ending: z.string().max(4),
    expiresAt: Instant.nullable(),
  }),
  resource: ({ id }) => `token/${id}`,
  setup: ({ id }) => ({ same: one('api_token', id), ...everybody() }),
  compute(asked, { same, ...people }, { actor, now, place }) {
    if (same) return refuse('conflict', 'There is a token with this id already.');
    const refused = mayGive(asked.roles, actor, people);
    if (refused) return refused;
    const mayDoEverything = standingOf(actor, people) === 'all';
    if (asked.member === null && !mayDoEverything)
      return refuse('forbidden', 'Only administrators make tokens for services. Make one of your own.');
    const owner = actor.kind === 'token' ? people.tokens.find(({ id }) => id === actor.id)?.member : actor.id;
    if (asked.member !== null && asked.member !== owner && actor.kind !== 'system')
      return refuse('forbidden', 'A token acts in the name of its member, so only they can make it.');
    if (asked.expiresAt !== null && Date.parse(asked.expiresAt) <= now)
      return refuse('end_in_past', 'The token would be over already.', { field: 'expiresAt' });
    const token: ApiToken = {
      ...asked,
      roles: [...new Set(asked.roles)],
      revokedAt: null,
      createdAt: toInstant(now),
    };
    return [mutate('api_token', place, null, token)];
  },
});

/** End a token, at once and everywhere. */
export const revokeToken = operation({
  kind: 'token.revoke',
  scope: 'instance',
  input: z.strictObject({ token: Id }),
  resource: ({ token }) => `token/${token}`,
  setup: ({ token }) => ({ token: one('api_token', token) }),
  compute({ token: id }, { token }, { now, place }) {
    if (!token) return refuse('token_unknown', `There is no token ${id}.`);
    if (token.revokedAt !== null) return [];
    return [mutate('api_token', place, token, { ...token, revokedAt: toInstant(now) })];
  },
});
