import type { EnvironmentKey, Place } from '@latchkey/model';
import type { Reader } from '../../kernel/store/database.ts';

export type KeyView = Omit<EnvironmentKey, 'digest' | 'sealed'> & {
  readonly version: number;
  readonly revealable: boolean;
};

/** Live keys, newest first: at most two of each kind. */
export async function listKeys(db: Reader, place: Place): Promise<readonly KeyView[]> {
  const rows = await keysAt(db, place).execute();
  return rows
    .map(({ body, version }) => ({ key: body as EnvironmentKey, version }))
    .filter(({ key }) => key.revokedAt === null)
    .toSorted((one, other) => other.key.createdAt.localeCompare(one.key.createdAt))
    .map(({ key: { digest: _, sealed, ...key }, version }) => ({
      ...key,
      version,
      revealable: sealed !== null && key.kind === 'client-application',
    }));
}

export async function oneKey(db: Reader, place: Place, id: string): Promise<EnvironmentKey | null> {
  const row = await keysAt(db, place).where('id', '=', id).executeTakeFirst();
  return (row?.body as EnvironmentKey | undefined) ?? null;
}

const keysAt = (db: Reader, { project, environment }: Place) =>
  db
    .selectFrom('resource')
    .select(['body', 'version'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'environment_key');
