import type { Flag, FlagTargeting, Place, Segment } from '@latchkey/model';
import { sql } from 'kysely';
import type { Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { namedBy } from './operations/rules.ts';

const segments = tableStore('segment');

/** Everything that asks for a segment: flags with the rules that do, other segments, and grants to its members. */
export async function dependentsOf(db: Reader, place: Place, key: string) {
  const [flags, others, grants] = await Promise.all([
    flagsAsking(db, place, key),
    segments.all(db, place, {}),
    grantsTo(db, place, key),
  ]);
  return {
    flags,
    segments: others.filter(asks(key)).map(({ key: other, name }) => ({ key: other, name })),
    grants,
  };
}

const asks =
  (key: string) =>
  ({ rules }: Pick<Segment, 'rules'>): boolean =>
    rules.some(({ clauses }) => namedBy(clauses).includes(key));

async function flagsAsking(db: Reader, { project }: Place, key: string) {
  const rows = await db
    .selectFrom('resource as own')
    .innerJoin('resource as shared', (join) =>
      join
        .onRef('shared.project', '=', 'own.project')
        .onRef('shared.id', '=', 'own.id')
        .on('shared.environment', '=', '')
        .on('shared.kind', '=', 'flag'),
    )
    .select(['own.environment', 'own.body as targeting', 'shared.body as flag'])
    .where('own.project', '=', project)
    .where('own.kind', '=', 'flag_targeting')
    .where(
      sql<boolean>`own.body -> 'rules' @> ${JSON.stringify([{ clauses: [{ op: 'segmentMatch', values: [key] }] }])}::jsonb`,
    )
    .orderBy('own.id')
    .orderBy('own.environment')
    .execute();
  return rows.map(({ environment, targeting, flag }) => {
    const { key: name, ...shared } = flag as Flag;
    const rules = (targeting as FlagTargeting).rules
      .map(({ clauses }, index) => (namedBy(clauses).includes(key) ? index : -1))
      .filter((index) => index >= 0);
    return { key: name, name: shared.name, state: shared.state, environment, rules };
  });
}

async function grantsTo(db: Reader, { project }: Place, key: string) {
  const rows = await db
    .selectFrom('resource')
    .select(['environment', 'secondary'])
    .select(({ fn }) => fn.countAll<number>().as('grants'))
    .where('project', '=', project)
    .where('kind', '=', 'grant')
    .where('parent', '=', `segment/${key}`)
    .where(sql<boolean>`body ->> 'revokedAt' is null`)
    .groupBy(['environment', 'secondary'])
    .orderBy('environment')
    .orderBy('secondary')
    .execute();
  return rows.map(({ environment, secondary, grants }) => ({
    environment,
    feature: secondary ?? '',
    grants: Number(grants),
  }));
}
