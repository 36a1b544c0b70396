import type { Actor, ApiToken } from '@latchkey/model';
import type { Reader } from '../store/database.ts';

/** Tokens make tokens; longer chains than this nobody builds by accident. */
const stepsMax = 10;

/**
 * Whose deed it is. A token acts for its member; one without a member, for whoever created it. Otherwise somebody could
 * approve their own change with a token of their own making.
 */
export async function personBehind(db: Reader, actor: Pick<Actor, 'kind' | 'id'>): Promise<string> {
  let one = actor;
  for (let step = 0; one.kind === 'token' && step < stepsMax; step += 1) {
    const next = await holderOf(db, one.id);
    if (next === null) break;
    one = next;
  }
  return `${one.kind}/${one.id}`;
}

async function holderOf(db: Reader, token: string): Promise<Pick<Actor, 'kind' | 'id'> | null> {
  const kept = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', '')
    .where('environment', '=', '')
    .where('kind', '=', 'api_token')
    .where('id', '=', token)
    .executeTakeFirst();
  const member = (kept?.body as ApiToken | undefined)?.member ?? null;
  if (member !== null) return { kind: 'member', id: member };
  const created = await db
    .selectFrom('ledger_entry')
    .select('actor')
    .where('project', '=', '')
    .where('environment', '=', '')
    .where('resource_kind', '=', 'api_token')
    .where('resource_id', '=', token)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  const actor = created?.actor as Actor | undefined;
  // What the product made at its first start belongs to nobody but itself.
  return actor && actor.kind !== 'system' ? actor : null;
}
