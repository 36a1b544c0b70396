import type { Flag } from '@latchkey/model';
import type { Reader } from '../../../kernel/store/database.ts';
import { invalid, notFound } from '../failure.ts';
import { type Loaded, loadAll, loadEnvironments, loadInEnvironments, loadOne, loadProject } from '../load.ts';
import type { FlagLoaded } from './representation.ts';

/** The flags of a project, without what belongs to its environments. */
export async function loadFlags(db: Reader, project: string): Promise<readonly Loaded<Flag>[]> {
  await loadProject(db, project);
  return loadAll(db, 'flag', { project, environment: '' });
}

export async function loadFlag(db: Reader, project: string, key: string): Promise<Loaded<Flag>> {
  await loadProject(db, project);
  const flag = await loadOne(db, 'flag', { project, environment: '' }, key);
  if (!flag) throw notFound(`There is no flag ${key} in ${project}.`);
  return flag;
}

/** Adds their parts in these environments; in all of them when none are named. */
export async function inEnvironments(
  db: Reader,
  project: string,
  flags: readonly Loaded<Flag>[],
  only: readonly string[] | null,
): Promise<readonly FlagLoaded[]> {
  const all = (await loadEnvironments(db, project)).map(({ body }) => body);
  const unknown = only?.find((key) => !all.some((environment) => environment.key === key));
  if (unknown !== undefined) throw invalid(`env: there is no environment ${unknown} in ${project}.`);
  const wanted = only === null ? all : all.filter(({ key }) => only.includes(key));
  const keys = flags.map(({ body }) => body.key);
  const rows = wanted.length > 0 ? await loadInEnvironments(db, 'flag_targeting', project, keys) : [];
  const found = new Map(rows.map((row) => [`${row.environment}\n${row.body.flag}`, row]));
  return flags.map((flag) => ({
    flag,
    inEnvironments: wanted.flatMap((environment) => {
      const targeting = found.get(`${environment.key}\n${flag.body.key}`);
      return targeting ? [{ environment, targeting }] : [];
    }),
  }));
}
