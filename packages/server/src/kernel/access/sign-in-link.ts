import { toInstant } from '@latchkey/model';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { digestOf, newSecret } from './secret-token.ts';

const minute = 60_000;
/** The link for the first administrator is on a console that others may see later. */
const firstAdministratorMilliseconds = 30 * minute;
/** An invitation waits for somebody to come back from a weekend. */
const invitationMilliseconds = 7 * 24 * 60 * minute;

/** Stands in a link for the member that does not exist yet. */
const nobodyYet = '';

/** What a link is good for: to become the first administrator, or to take up an invitation. */
export type LinkPurpose =
  | { readonly kind: 'first_administrator' }
  | { readonly kind: 'member'; readonly id: string };

/** A new one-time link; earlier ones for the same person stop working. The token is returned once, its hash is kept. */
export async function issueLink(db: Database, purpose: LinkPurpose, now: number): Promise<string> {
  const { value, digest } = newSecret('link');
  const member = purpose.kind === 'member' ? purpose.id : nobodyYet;
  const life = purpose.kind === 'member' ? invitationMilliseconds : firstAdministratorMilliseconds;
  await transact(db, async (tx) => {
    await tx.deleteFrom('sign_in_link').where('member', '=', member).execute();
    await tx
      .insertInto('sign_in_link')
      .values({
        token_hash: digest,
        member,
        created_at: toInstant(now),
        expires_at: toInstant(now + life),
        used_at: null,
      })
      .execute();
  });
  return value;
}

/**
 * Uses a link. Of two browsers that race, the row's lock lets one through. A link is used by the attempt; `giveBack`
 * is for when what it was used for was refused.
 */
export async function redeemLink(db: Database, token: string, now: number): Promise<LinkPurpose | null> {
  const used = await transact(db, (tx) =>
    tx
      .updateTable('sign_in_link')
      .set({ used_at: toInstant(now) })
      .where('token_hash', '=', digestOf(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', toInstant(now))
      .returning('member')
      .executeTakeFirst(),
  );
  if (!used) return null;
  return used.member === nobodyYet ? { kind: 'first_administrator' } : { kind: 'member', id: used.member };
}

export const giveBackLink = (db: Database, token: string): Promise<unknown> =>
  transact(db, (tx) =>
    tx.updateTable('sign_in_link').set({ used_at: null }).where('token_hash', '=', digestOf(token)).execute(),
  );
