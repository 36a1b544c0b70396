import type { EnvironmentKey } from '@latchkey/model';
import type { Authenticator } from '../../kernel/access/authenticate.ts';
import type { Reader } from '../../kernel/store/database.ts';
import type { Ticket } from './tickets.ts';

/** Whether the key that a ticket was given for is still one: a ticket outlives neither its hour nor its key. */
export async function liveKey(
  db: Reader,
  authenticator: Authenticator,
  { place: { project, environment }, keyId }: Ticket,
  now: number,
): Promise<boolean> {
  const browser = await authenticator.clientSideId(keyId, now);
  if ('kind' in browser) return true;
  const row = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'environment_key')
    .where('id', '=', keyId)
    .executeTakeFirst();
  return (row?.body as EnvironmentKey | undefined)?.revokedAt === null;
}
