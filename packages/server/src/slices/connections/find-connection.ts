import type { Connection } from '@latchkey/model';
import { sameDigest } from '../../kernel/access/secret-token.ts';
import type { Reader } from '../../kernel/store/database.ts';
import type { SecretBox } from '../../kernel/store/secret-box.ts';
import { secretIdsOf } from './operations/secrets.ts';

/** A live connection and the project that it feeds. */
export interface Found {
  readonly project: string;
  readonly connection: Connection;
}

/** By the digest of the last part of its address. Null also for one that was disconnected. */
export async function connectionAt(
  db: Reader,
  platform: Connection['platform'],
  digest: string,
): Promise<Found | null> {
  const rows = await liveConnections(db);
  const found = rows.filter(
    ({ connection }) =>
      connection.platform === platform && connection.digest !== null && sameDigest(connection.digest, digest),
  );
  return found[0] ?? null;
}

/** Every connection that events may come through; a handful in each project. */
export async function liveConnections(db: Reader, project?: string): Promise<readonly Found[]> {
  let projects = db.selectFrom('ledger_stream').select('project').where('environment', '=', '');
  if (project !== undefined) projects = projects.where('project', '=', project);
  const rows = await db
    .selectFrom('resource')
    .select(['project', 'body'])
    .where('project', 'in', projects)
    .where('environment', '=', '')
    .where('kind', '=', 'connection')
    .orderBy('project')
    .orderBy('id')
    .execute();
  return rows
    .map(({ project: at, body }) => ({ project: at, connection: body as Connection }))
    .filter(({ connection }) => connection.state === 'active');
}

/** The live secrets of a connection, the newest first. */
export async function secretsOf(
  db: Reader,
  box: SecretBox,
  { sealed }: Pick<Connection, 'sealed'>,
): Promise<readonly string[]> {
  if (sealed === null) return [];
  const ids = secretIdsOf(sealed);
  const rows = await db.selectFrom('secret').select(['id', 'ciphertext']).where('id', 'in', ids).execute();
  const kept = new Map(rows.map(({ id, ciphertext }) => [id, ciphertext]));
  return ids.flatMap((id) => {
    const ciphertext = kept.get(id);
    return ciphertext ? [box.open(ciphertext, id)] : [];
  });
}
