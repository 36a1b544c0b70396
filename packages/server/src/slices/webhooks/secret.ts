import { randomBytes } from 'node:crypto';
import { toInstant } from '@latchkey/model';
import type { Database, Reader } from '../../kernel/store/database.ts';
import type { SecretBox } from '../../kernel/store/secret-box.ts';
import { transact } from '../../kernel/store/transact.ts';

export interface SecretDeps {
  readonly db: Database;
  readonly box: SecretBox;
}

/** 256 random bits, for receivers who do not bring a secret of their own. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`;

/** Kept before the change is: should that be refused, nothing refers to it and nobody can use it. */
export async function seal(secret: string, now: number, { db, box }: SecretDeps): Promise<string> {
  const id = `s_${randomBytes(12).toString('hex')}`;
  const row = { id, ciphertext: box.lock(secret, id), created_at: toInstant(now) };
  await transact(db, (tx) => tx.insertInto('secret').values(row).execute());
  return id;
}

export async function openSecret(id: string, reader: Reader, box: SecretBox): Promise<string | null> {
  const row = await reader.selectFrom('secret').select('ciphertext').where('id', '=', id).executeTakeFirst();
  return row ? box.open(row.ciphertext, id) : null;
}
