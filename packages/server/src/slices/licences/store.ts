import { randomBytes } from 'node:crypto';
import { type Licence, type LicenceKey, type Place, toInstant } from '@latchkey/model';
import type { Database, Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import type { SecretBox } from '../../kernel/store/secret-box.ts';
import { transact } from '../../kernel/store/transact.ts';

export interface SealDeps {
  readonly db: Database;
  readonly box: SecretBox;
}

/** What lies in the box says what it is, so that none of it can be asked for under another name. */
type Sealed = 'licence file' | 'licence key';

export const newId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;

/** Kept before the change is: should that be refused, nothing refers to it and nobody can ask for it. */
export async function seal(text: string, what: Sealed, now: number, { db, box }: SealDeps): Promise<string> {
  const id = newId('s');
  const row = { id, ciphertext: box.lock(text, `${what} ${id}`), created_at: toInstant(now) };
  await transact(db, (tx) => tx.insertInto('secret').values(row).execute());
  return id;
}

export async function openSealed(
  id: string,
  what: Sealed,
  db: Reader,
  box: SecretBox,
): Promise<string | null> {
  const row = await db.selectFrom('secret').select('ciphertext').where('id', '=', id).executeTakeFirst();
  return row ? box.open(row.ciphertext, `${what} ${id}`) : null;
}

const keys = tableStore('licence_key');
const licences = tableStore('licence');

/** Oldest first. */
export const licenceKeys = async (db: Reader, place: Place): Promise<readonly LicenceKey[]> =>
  (await keys.all(db, place, {})).toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));

export const signs = ({ retiredAt }: LicenceKey): boolean => retiredAt === null;

export const licencesOf = (db: Reader, place: Place, customer: string): Promise<readonly Licence[]> =>
  licences.all(db, place, { parent: customer });

export const oneLicence = (db: Reader, place: Place, id: string) => licences.one(db, place, id);

/** Revocations are never taken back, so their number is the number of the list. */
export const revokedLicences = async (db: Reader, place: Place): Promise<readonly Licence[]> =>
  (await licences.all(db, place, { secondary: 'revoked' })).toSorted((one, other) =>
    (one.revoked?.at ?? '').localeCompare(other.revoked?.at ?? ''),
  );
