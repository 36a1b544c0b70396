import type { Place } from '@latchkey/model';
import type { Reader } from '../kernel/store/database.ts';

/** The keys of the kinds in a context, as it is written: one kind, or several under their names. */
export function keysOfContext(
  context: { readonly [name: string]: unknown } | undefined,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const add = (kind: string, part: unknown): void => {
    const key = typeof part === 'object' && part !== null && 'key' in part ? part.key : undefined;
    if (typeof key === 'string' && key !== '') keys.set(kind, key);
  };
  const { kind = 'user' } = context ?? {};
  if (kind !== 'multi') add(String(kind), context);
  else for (const [name, part] of Object.entries(context ?? {})) if (name !== 'kind') add(name, part);
  return keys;
}

/** Segments that list a context of another kind than customer: in, or explicitly out. In under one kind is in. */
export async function listedContexts(
  db: Reader,
  { project, environment }: Place,
  keys: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, boolean>> {
  const others = [...keys].filter(([kind]) => kind !== 'customer');
  const memberships = new Map<string, boolean>();
  if (others.length === 0) return memberships;
  const rows = await db
    .selectFrom('segment_member')
    .select(['segment', 'included'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where(({ or, and, eb }) =>
      or(others.map(([kind, key]) => and([eb('context_kind', '=', kind), eb('context_key', '=', key)]))),
    )
    .execute();
  for (const { segment, included } of rows)
    memberships.set(segment, included || memberships.get(segment) === true);
  return memberships;
}
