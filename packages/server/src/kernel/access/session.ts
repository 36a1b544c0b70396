import { toInstant } from '@latchkey/model';
import type { Database, Reader } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { digestOf, newSecret } from './secret-token.ts';

const hour = 3_600_000;
/** A session ends 12 hours after its last use, and 7 days after sign-in whatever happens. */
const idleMilliseconds = 12 * hour;
const lifetimeMilliseconds = 7 * 24 * hour;
/** The last use is written down at most once a minute, so that reading a page does not write. */
const touchMilliseconds = 60_000;

/** A signed-in browser. The cookie holds the value; only its hash is kept. */
export interface Session {
  readonly idHash: string;
  readonly member: string;
}

/** Starts a session, and ends the one that the browser had before: nobody can plant a session for somebody to sign in to. */
export async function startSession(
  db: Database,
  member: string,
  now: number,
  replaces: string | null = null,
): Promise<string> {
  const { value, digest } = newSecret('session');
  await transact(db, async (tx) => {
    if (replaces !== null) await tx.deleteFrom('session').where('id_hash', '=', digestOf(replaces)).execute();
    await tx.deleteFrom('session').where('expires_at', '<=', toInstant(now)).execute();
    await tx
      .insertInto('session')
      .values({
        id_hash: digest,
        member,
        created_at: toInstant(now),
        last_seen_at: toInstant(now),
        expires_at: toInstant(now + lifetimeMilliseconds),
        // Cross-site requests are refused by their origin; no value needs to travel with forms.
        csrf: '',
      })
      .execute();
  });
  return value;
}

/** The session of this cookie value while it lives; null otherwise. */
export async function liveSession(
  db: Database,
  reader: Reader,
  value: string,
  now: number,
): Promise<Session | null> {
  const idHash = digestOf(value);
  const row = await reader
    .selectFrom('session')
    .select(['member', 'last_seen_at', 'expires_at'])
    .where('id_hash', '=', idHash)
    .executeTakeFirst();
  if (!row) return null;
  const lastSeen = Date.parse(row.last_seen_at);
  if (now >= Date.parse(row.expires_at) || now - lastSeen >= idleMilliseconds) return null;
  if (now - lastSeen >= touchMilliseconds) await touch(db, idHash, now);
  return { idHash, member: row.member };
}

const touch = (db: Database, idHash: string, now: number): Promise<unknown> =>
  transact(db, (tx) =>
    tx
      .updateTable('session')
      .set({ last_seen_at: toInstant(now) })
      .where('id_hash', '=', idHash)
      .execute(),
  );

export const endSession = (db: Database, idHash: string): Promise<unknown> =>
  transact(db, (tx) => tx.deleteFrom('session').where('id_hash', '=', idHash).execute());

/** After a new password, or when somebody leaves: all of a member's browsers have to sign in again. */
export const endSessionsOf = (db: Database, member: string): Promise<unknown> =>
  transact(db, (tx) => tx.deleteFrom('session').where('member', '=', member).execute());

/** The `__Host-` prefix makes browsers refuse the cookie from anything but this very host over https. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-latchkey' : 'latchkey');

export const sessionCookie = (value: string, secure: boolean): string =>
  `${cookieName(secure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifetimeMilliseconds / 1000}${secure ? '; Secure' : ''}`;

export const clearedCookie = (secure: boolean): string =>
  `${cookieName(secure)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`;

/** The session's value in a `Cookie` header; null when there is none, or two that disagree. */
export function sessionValue(header: string | undefined, secure: boolean): string | null {
  const prefix = `${cookieName(secure)}=`;
  const values = new Set(
    (header ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part.startsWith(prefix))
      .map((part) => part.slice(prefix.length)),
  );
  const [value] = values;
  return values.size === 1 && value ? value : null;
}
