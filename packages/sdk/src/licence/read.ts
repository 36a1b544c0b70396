import type { LicenceClaims, LicenceType, RevocationClaims, RevocationsType } from '@latchkey/model';
import { type CryptoKey, compactVerify, createLocalJWKSet, importSPKI, type JSONWebKeySet } from 'jose';
import { messageOf } from '../requests.ts';
import { isConfiguration, isCustomerSnapshot, readJson } from '../wire-check.ts';

/** What was signed, once it is known to be genuine; else why it is not. */
export type Read<Claims> =
  | { readonly genuine: true; readonly claims: Claims }
  | { readonly genuine: false; readonly why: string };

/** The public half of what signed it: a JSON Web Key Set, as it is or as text, or one key as PEM. */
export type PublicKeys = string | JSONWebKeySet;

/** No other algorithm is accepted, whatever a file says of itself. */
const algorithm = 'EdDSA';

export async function readLicence(file: string, keys: PublicKeys): Promise<Read<LicenceClaims>> {
  const type: LicenceType = 'latchkey-licence+jwt';
  return read(file, keys, type, isLicence);
}

export async function readRevocations(list: string, keys: PublicKeys): Promise<Read<RevocationClaims>> {
  const type: RevocationsType = 'latchkey-revocations+jwt';
  return read(list, keys, type, isRevocations);
}

async function read<Claims>(
  text: string,
  keys: PublicKeys,
  type: string,
  isWhole: (claims: unknown) => claims is Claims,
): Promise<Read<Claims>> {
  try {
    const { payload, protectedHeader } = await verified(withoutArmour(text), keys);
    if (protectedHeader.typ !== type) return { genuine: false, why: 'it was signed as something else' };
    const claims = readJson(new TextDecoder().decode(payload));
    if (!isWhole(claims)) return { genuine: false, why: 'this version cannot read what it says' };
    return { genuine: true, claims };
  } catch (error) {
    return { genuine: false, why: messageOf(error) };
  }
}

async function verified(jws: string, keys: PublicKeys) {
  const known = typeof keys === 'string' ? await keyOf(keys) : keys;
  const options = { algorithms: [algorithm] };
  return 'keys' in known
    ? compactVerify(jws, createLocalJWKSet(known), options)
    : compactVerify(jws, known, options);
}

async function keyOf(text: string): Promise<JSONWebKeySet | CryptoKey> {
  if (text.includes('-----BEGIN PUBLIC KEY-----')) return importSPKI(text, algorithm);
  const set = readJson(text) as JSONWebKeySet | undefined;
  if (Array.isArray(set?.keys)) return set;
  throw new Error('the public keys are neither a JSON Web Key Set nor PEM');
}

const withoutArmour = (text: string): string => text.replaceAll(/-----[A-Z ]+-----|\s/g, '');

type Fields = { readonly [name: string]: unknown };
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): boolean => typeof value === 'string';

/** Whoever signs is trusted, but an older or newer version may have written it. */
function isLicence(claims: unknown): claims is LicenceClaims {
  if (!isFields(claims)) return false;
  const { iss, sub, jti, iat, nbf, exp, latchkey } = claims;
  return (
    [iss, sub, jti].every(isText) &&
    [iat, nbf, exp].every(isCount) &&
    isFields(latchkey) &&
    latchkey['version'] === 1 &&
    [latchkey['project'], latchkey['environment']].every(isText) &&
    [latchkey['sequence'], latchkey['graceDays'], latchkey['revocations']].every(isCount) &&
    (latchkey['device'] === null || isText(latchkey['device'])) &&
    isConfiguration(latchkey['configuration']) &&
    isCustomerSnapshot(latchkey['customer']) &&
    latchkey['customer'].key === sub
  );
}

function isRevocations(claims: unknown): claims is RevocationClaims {
  if (!isFields(claims) || !isFields(claims['latchkey'])) return false;
  const { version, project, environment, number, revoked } = claims['latchkey'];
  return (
    version === 1 &&
    [project, environment].every(isText) &&
    isCount(number) &&
    Array.isArray(revoked) &&
    revoked.every((one) => isFields(one) && isText(one['licence']))
  );
}
