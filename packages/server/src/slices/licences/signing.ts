import { createHash } from 'node:crypto';
import type {
  LicenceClaims,
  LicenceKey,
  LicenceType,
  RevocationClaims,
  RevocationsType,
} from '@latchkey/model';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

/** Read by every JOSE library; the newer name `Ed25519` is not yet. */
const algorithm = 'EdDSA';

export interface KeyPair {
  readonly id: string;
  readonly x: string;
  /** The private half as JSON Web Key: what is sealed. */
  readonly secret: string;
}

export async function newKeyPair(): Promise<KeyPair> {
  const { privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  const { kty, crv, x, d } = await exportJWK(privateKey);
  if (kty !== 'OKP' || crv !== 'Ed25519' || x === undefined || d === undefined)
    throw new Error('not an Ed25519 key');
  return { id: await calculateJwkThumbprint({ kty, crv, x }), x, secret: JSON.stringify({ kty, crv, x, d }) };
}

/** The public half as verifiers take it. */
export const publicKeyOf = ({ id, x }: Pick<LicenceKey, 'id' | 'x'>) => ({
  kty: 'OKP' as const,
  crv: 'Ed25519' as const,
  x,
  kid: id,
  alg: algorithm,
  use: 'sig' as const,
});

/** The private half of a key, opened for one use. */
export interface SigningKey {
  readonly id: string;
  readonly secret: string;
}

export async function signLicence(key: SigningKey, claims: LicenceClaims): Promise<string> {
  const type: LicenceType = 'latchkey-licence+jwt';
  return inArmour(await sign(key, type, claims));
}

export function signRevocations(key: SigningKey, claims: RevocationClaims): Promise<string> {
  const type: RevocationsType = 'latchkey-revocations+jwt';
  return sign(key, type, claims);
}

async function sign({ id, secret }: SigningKey, typ: string, claims: object): Promise<string> {
  const key = await importJWK(JSON.parse(secret) as JWK, algorithm);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: algorithm, kid: id, typ })
    .sign(key);
}

/** Lines that survive e-mail, with words around them that say what this is. */
function inArmour(jws: string): string {
  const lines = jws.match(/.{1,76}/g) ?? [];
  return ['-----BEGIN LATCHKEY LICENCE-----', ...lines, '-----END LATCHKEY LICENCE-----', ''].join('\n');
}

export const fingerprintOf = (file: string): string => createHash('sha256').update(file).digest('hex');
