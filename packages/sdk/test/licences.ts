import type { LicenceClaims, LicenceType, RevocationClaims, RevocationsType } from '@latchkey/model';
import { CompactSign, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';

/** Somebody who issues licences: with a key pair of their own. */
export interface Issuer {
  readonly keys: JSONWebKeySet;
  licence(
    said?: Partial<LicenceClaims['latchkey']> & Partial<Omit<LicenceClaims, 'latchkey'>>,
  ): Promise<string>;
  listOf(number: number, revoked: readonly string[]): Promise<string>;
}

const seconds = (day: string): number => Date.parse(day) / 1000;
const issuedOn = '2026-03-01T00:00:00Z';

/** Files are about `theirs`, run from March to June of 2026, and are believed for a week more, unless said. */
export async function issuerOf(
  theirs: Pick<LicenceClaims['latchkey'], 'configuration' | 'customer'>,
  kid = 'first',
): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const sign = (typ: string, claims: object): Promise<string> =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'EdDSA', kid, typ })
      .sign(privateKey);
  const place = { version: 1, project: 'shop', environment: 'production' } as const;
  return {
    keys: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' }] },
    async licence({ iss = 'https://latchkey.example.com', sub, jti = 'lic_1', ...said } = {}) {
      const type: LicenceType = 'latchkey-licence+jwt';
      const {
        iat = seconds(issuedOn),
        nbf = seconds(issuedOn),
        exp = seconds('2026-06-01T00:00:00Z'),
        ...more
      } = said;
      const claims: LicenceClaims = {
        iss,
        sub: sub ?? more.customer?.key ?? 'acme',
        jti,
        iat,
        nbf,
        exp,
        latchkey: { ...place, sequence: 1, graceDays: 7, device: null, revocations: 0, ...theirs, ...more },
      };
      const lines = (await sign(type, claims)).match(/.{1,76}/g) ?? [];
      return ['-----BEGIN LATCHKEY LICENCE-----', ...lines, '-----END LATCHKEY LICENCE-----'].join('\n');
    },
    listOf(number, revoked) {
      const type: RevocationsType = 'latchkey-revocations+jwt';
      const claims: RevocationClaims = {
        iss: 'https://latchkey.example.com',
        iat: seconds(issuedOn),
        latchkey: { ...place, number, revoked: revoked.map((licence) => ({ licence, at: issuedOn })) },
      };
      return sign(type, claims);
    },
  };
}
