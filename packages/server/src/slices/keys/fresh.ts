import { randomBytes } from 'node:crypto';
import { type EnvironmentKey, type EnvironmentKeyKind, toInstant } from '@latchkey/model';
import { newSecret } from '../../kernel/access/secret-token.ts';
import type { Database, Reader } from '../../kernel/store/database.ts';
import type { SecretBox } from '../../kernel/store/secret-box.ts';
import { transact } from '../../kernel/store/transact.ts';
import { sealedUnder, secretIdOf } from './operations/sealed.ts';

export interface KeysDeps {
  readonly db: Database;
  readonly box: SecretBox;
}

interface FreshKey {
  /** Shown to whoever asked for it, and forgotten. */
  readonly value: string;
  readonly kept: Pick<EnvironmentKey, 'kind' | 'digest' | 'ending' | 'sealed'>;
}

/** The value of a new key, with what is kept of it. Consoles show client-application keys again, and SDK keys prove what browsers say, so those are sealed. */
export async function freshKey(kind: EnvironmentKeyKind, now: number, deps: KeysDeps): Promise<FreshKey> {
  const { value, digest, ending } = newSecret(kind);
  const sealed = kind === 'mobile' ? null : await seal(value, now, deps);
  return { value, kept: { kind, digest, ending, sealed } };
}

/** Kept before the change is: should that be refused, nothing refers to it and nobody can ask for it. */
async function seal(value: string, now: number, { db, box }: KeysDeps): Promise<string> {
  const id = newId('s');
  const row = { id, ciphertext: box.lock(value, id), created_at: toInstant(now) };
  await transact(db, (tx) => tx.insertInto('secret').values(row).execute());
  return sealedUnder(id);
}

/** The value of a key that was sealed; null where it was not, or is no longer kept. */
export async function valueOfKey(
  db: Reader,
  box: SecretBox,
  { sealed }: Pick<EnvironmentKey, 'sealed'>,
): Promise<string | null> {
  if (sealed === null) return null;
  const id = secretIdOf(sealed);
  const row = await db.selectFrom('secret').select('ciphertext').where('id', '=', id).executeTakeFirst();
  return row ? box.open(row.ciphertext, id) : null;
}

export const newId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;
