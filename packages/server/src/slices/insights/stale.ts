import {
  dayMilliseconds,
  type Feature,
  type Flag,
  type FlagTargeting,
  type Instant,
  type Milliseconds,
  type Place,
  toInstant,
} from '@latchkey/model';
import { sql } from 'kysely';
import type { Database, Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { listEnvironments } from '../projects/index.ts';
import { inBulk } from './in-bulk.ts';
import { type FlagFacts, type FlagInUse, judge, type Looking } from './stale-rules.ts';
import { adviceInWords, findingInWords, sparedInWords } from './stale-words.ts';
import { ownDefault } from './write.ts';

/** Flags of a project that have done their work, each with why, and those that look so and are left alone, with why. */
export async function staleFlags(db: Reader, place: Place, days: number, now: Milliseconds) {
  const [facts, countedSince] = await Promise.all([
    loadFacts(db, place, toInstant(now - days * dayMilliseconds)),
    countingSince(db, place),
  ]);
  const looking: Looking = { days, countedSince, now };
  const judged = facts.map((one) => ({ facts: one, verdict: judge(one, looking) }));
  return {
    days,
    countedSince,
    items: judged.flatMap(({ facts: one, verdict }) =>
      verdict.kind === 'stale'
        ? [
            {
              ...seen(one),
              isReady: verdict.isReady,
              findings: verdict.findings.map((finding) => ({
                kind: finding.kind,
                sentence: findingInWords(one.flag, finding, days),
              })),
              advice: adviceInWords(one, verdict.isReady),
              prerequisiteOf: [...one.prerequisiteOf],
            },
          ]
        : [],
    ),
    leftAlone: judged.flatMap(({ facts: one, verdict }) =>
      verdict.kind === 'left_alone'
        ? [{ ...seen(one), because: verdict.because, sentence: sparedInWords(verdict.because, one.guards) }]
        : [],
    ),
  };
}

function seen({ flag, createdAt, environments }: FlagFacts) {
  const { key, name, owner, purpose, temporary, state, tags } = flag;
  return {
    flag: key,
    ...{ name, owner, purpose, temporary, state, tags, createdAt },
    environments: environments.map(({ environment, targeting, lastEvaluatedAt, counts }) => ({
      environment,
      on: targeting?.on ?? false,
      lastEvaluatedAt,
      evaluations: counts.reduce((sum, { count }) => sum + count, 0),
    })),
  };
}

async function loadFacts(db: Reader, place: Place, since: Instant): Promise<readonly FlagFacts[]> {
  const { project } = place;
  const [environments, flags, features, targetings, evaluated, counted] = await Promise.all([
    listEnvironments(db, place),
    db
      .selectFrom('resource')
      .select(['body', 'created_at'])
      .where('project', '=', project)
      .where('environment', '=', '')
      .where('kind', '=', 'flag')
      .where('secondary', '!=', 'archived')
      .orderBy('id')
      .execute(),
    tableStore('feature').all(db, place, {}),
    db
      .selectFrom('resource')
      .select(['environment', 'id', 'body'])
      .where('project', '=', project)
      .where('kind', '=', 'flag_targeting')
      .execute(),
    db
      .selectFrom('flag_evaluated')
      .select(['environment', 'flag', 'at'])
      .where('project', '=', project)
      .execute(),
    sql<{ environment: string; flag: string; variation: number; count: number }>`
      select environment, flag, variation, least(sum(count), ${Number.MAX_SAFE_INTEGER})::bigint as count
      from evaluation_count where project = ${project} and at >= ${since}
      group by environment, flag, variation`.execute(db as Database['kysely']),
  ]);
  const found = (environment: string, flag: string): string => `${environment}/${flag}`;
  const targetingOf = new Map(
    targetings.map(({ environment, id, body }) => [found(environment, id), body as FlagTargeting]),
  );
  const evaluatedAt = new Map(evaluated.map(({ environment, flag, at }) => [found(environment, flag), at]));
  const inBulkAt = (environment: string, { clientSide }: Flag): Instant | null => {
    const all = evaluatedAt.get(found(environment, inBulk.all)) ?? null;
    const open = clientSide ? (evaluatedAt.get(found(environment, inBulk.clientSide)) ?? null) : null;
    return all === null || (open !== null && open > all) ? open : all;
  };
  const countsOf = new Map<string, { variation: number | null; count: number }[]>();
  for (const { environment, flag, variation, count } of counted.rows) {
    const counts = countsOf.get(found(environment, flag)) ?? [];
    counts.push({ variation: variation === ownDefault ? null : variation, count });
    countsOf.set(found(environment, flag), counts);
  }
  const guards = guardsOf(features);
  const live = new Set(flags.map(({ body }) => (body as Flag).key));
  const standingOn = dependantsOf([...targetingOf.values()].filter(({ flag }) => live.has(flag)));
  return flags.map(({ body, created_at }) => {
    const flag = body as Flag;
    return {
      flag,
      createdAt: created_at,
      guards: guards.get(flag.key) ?? [],
      prerequisiteOf: [...(standingOn.get(flag.key) ?? [])].sort(),
      environments: environments.map(
        ({ key: environment }): FlagInUse => ({
          environment,
          targeting: targetingOf.get(found(environment, flag.key)) ?? null,
          lastEvaluatedAt: evaluatedAt.get(found(environment, flag.key)) ?? null,
          lastInBulkAt: inBulkAt(environment, flag),
          counts: countsOf.get(found(environment, flag.key)) ?? [],
        }),
      ),
    };
  });
}

/** By flag, the names of the features that are still sold and closed while it is off. */
function guardsOf(features: readonly Feature[]): ReadonlyMap<string, readonly string[]> {
  const guards = new Map<string, string[]>();
  for (const { flagKey, name, state } of features) {
    if (flagKey === null || state === 'retired') continue;
    guards.set(flagKey, [...(guards.get(flagKey) ?? []), name]);
  }
  return guards;
}

/** By flag, the keys of the flags that have it as a prerequisite somewhere. */
function dependantsOf(targetings: readonly FlagTargeting[]): ReadonlyMap<string, ReadonlySet<string>> {
  const dependants = new Map<string, Set<string>>();
  for (const { flag: dependant, prerequisites } of targetings) {
    for (const { flag } of prerequisites)
      dependants.set(flag, (dependants.get(flag) ?? new Set()).add(dependant));
  }
  return dependants;
}

/** Since when answers are counted in a project: the first count of any of its flags, each found by one index entry. */
async function countingSince(db: Reader, { project }: Place): Promise<Instant | null> {
  const { rows } = await sql<{ since: Instant | null }>`
    select min(first.at) as since from flag_evaluated as known
    cross join lateral (
      select at from evaluation_count as counted
      where counted.project = known.project and counted.environment = known.environment
        and counted.flag = known.flag
      order by at limit 1
    ) as first
    where known.project = ${project}`.execute(db as Database['kysely']);
  return rows[0]?.since ?? null;
}
