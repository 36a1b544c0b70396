import {
  type Configuration,
  type CustomerSnapshot,
  type Licence,
  type Place,
  toInstant,
} from '@latchkey/model';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { SecretUnreadable } from '../../kernel/store/secret-box.ts';
import { contentsFor } from './contents.ts';
import { nextSequence } from './operations/issue.ts';
import { fingerprintOf, newKeyPair, type SigningKey, signLicence } from './signing.ts';
import {
  licenceKeys,
  licencesOf,
  newId,
  openSealed,
  revokedLicences,
  type SealDeps,
  seal,
  signs,
} from './store.ts';

/** All that decides about a customer at this moment, what was counted of its meters included. */
export interface Licensable {
  readonly configuration: Configuration;
  readonly customer: CustomerSnapshot;
}

export interface LicenceDeps extends SealDeps {
  readonly licensable: (place: Place, customer: string) => Promise<Licensable | null>;
  readonly publicUrl: () => string;
}

interface Asked {
  readonly customer: string;
  readonly from: string;
  readonly to: string;
  readonly graceDays: number;
  readonly device: string | null;
}

/** A pair that is sealed already, as `licence.rotate-key` takes it. */
export interface FreshKey {
  readonly signing: SigningKey;
  readonly kept: { readonly id: string; readonly x: string; readonly sealed: string };
}

export async function freshKey(now: number, deps: SealDeps): Promise<FreshKey> {
  const { id, x, secret } = await newKeyPair();
  return { signing: { id, secret }, kept: { id, x, sealed: await seal(secret, 'licence key', now, deps) } };
}

/** The key that signs now; null before the first. */
export async function signingKey(db: Reader, place: Place, deps: SealDeps): Promise<SigningKey | null> {
  const key = (await licenceKeys(db, place)).find(signs);
  if (!key) return null;
  const secret = await openSealed(key.sealed, 'licence key', db, deps.box);
  if (secret === null) throw new ProblemError('key_unknown', 'The signing key is no longer kept. Rotate it.');
  return { id: key.id, secret };
}

type Prepared = Pick<Licence, 'id' | 'key' | 'sequence' | 'fingerprint' | 'sealed'>;

/** Makes and signs the file. Whether it is handed out is decided by the change that names it. */
export async function makeFile(
  asked: Asked,
  { db, place, now }: { readonly db: Reader; readonly place: Place; readonly now: number },
  key: SigningKey,
  deps: LicenceDeps,
): Promise<Prepared> {
  const found = await deps.licensable(place, asked.customer);
  if (!found) throw new ProblemError('customer_unknown', `There is no customer ${asked.customer}.`);
  const id = newId('lic');
  const sequence = nextSequence(await licencesOf(db, place, asked.customer));
  const file = await signLicence(key, {
    iss: deps.publicUrl(),
    sub: asked.customer,
    jti: id,
    iat: toSeconds(toInstant(now)),
    nbf: toSeconds(asked.from),
    exp: toSeconds(asked.to),
    latchkey: {
      version: 1,
      ...place,
      sequence,
      graceDays: asked.graceDays,
      device: asked.device,
      revocations: (await revokedLicences(db, place)).length,
      ...contentsFor(found.configuration, found.customer),
    },
  });
  const sealed = await seal(file, 'licence file', now, deps);
  return { id, key: key.id, sequence, fingerprint: fingerprintOf(file), sealed };
}

const toSeconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

export async function fileOf(licence: Licence, db: Reader, { box }: SealDeps): Promise<string> {
  const file = await openSealed(licence.sealed, 'licence file', db, box).catch((error: unknown) => {
    if (error instanceof SecretUnreadable) return null;
    throw error;
  });
  if (file === null) throw new ProblemError('licence_unknown', 'The file is not to be had. Issue another.');
  return file;
}
