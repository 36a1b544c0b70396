import { Key, type Place } from '@latchkey/model';
import { z } from 'zod';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { OwnRoutes } from '../../kernel/http/own-routes.ts';
import { parsePart } from '../../kernel/http/request-context.ts';
import { signingKey } from './prepare.ts';
import { publicKeyOf, signRevocations } from './signing.ts';
import { licenceKeys, revokedLicences, type SealDeps } from './store.ts';

export interface PublishedDeps extends SealDeps {
  readonly publicUrl: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const base = '/.well-known/latchkey/:project/:environment';
const keysUrl = `${base}/jwks.json`;
const revocationsUrl = `${base}/revocations.jws`;

/** Whoever shares the answer may keep it this long; a revocation waits no longer than that. */
const cached = { 'cache-control': 'public, max-age=60' };

const There = z.strictObject({ project: Key, environment: Key });

/**
 * What verifies licences, for everybody: the public keys, and the signed list of revocations. Neither says anything about
 * customers, and both may be carried to where there is no network.
 */
export const publishedRoutes = (deps: PublishedDeps): OwnRoutes => ({
  declares: [
    { method: 'GET', url: keysUrl },
    { method: 'GET', url: revocationsUrl },
  ],
  mount(app) {
    app.get(keysUrl, async ({ params }, reply) => {
      const keys = await licenceKeys(deps.db.reader, placeIn(params));
      const believed = keys.filter(({ withdrawnAt }) => withdrawnAt === null);
      return reply.headers(cached).send({ keys: believed.map(publicKeyOf) });
    });
    app.get(revocationsUrl, async ({ params }, reply) => {
      const list = await revocations(placeIn(params), deps);
      return reply.headers(cached).type('application/jose').send(list);
    });
  },
});

const placeIn = (params: unknown): Place =>
  parsePart('path', There, { ...(params as object) }) as z.infer<typeof There>;

async function revocations(place: Place, deps: PublishedDeps): Promise<string> {
  const { reader } = deps.db;
  const key = await signingKey(reader, place, deps);
  if (key === null) throw new ProblemError('not_found', 'No licence was ever issued here.');
  const revoked = await revokedLicences(reader, place);
  return signRevocations(key, {
    iss: deps.publicUrl(),
    iat: Math.floor(deps.now() / 1000),
    latchkey: {
      version: 1,
      ...place,
      number: revoked.length,
      revoked: revoked.flatMap(({ id, revoked: how }) => (how ? [{ licence: id, at: how.at }] : [])),
    },
  });
}
