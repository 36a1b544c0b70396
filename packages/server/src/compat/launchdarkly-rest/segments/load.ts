import type { Segment } from '@latchkey/model';
import { sql } from 'kysely';
import type { Reader } from '../../../kernel/store/database.ts';
import { stores } from '../../../slices/segments/index.ts';
import { notFound } from '../failure.ts';
import { type Loaded, loadAll, loadEnvironment, loadOne } from '../load.ts';
import type { InPlace, SegmentLoaded } from './representation.ts';

/** A list that is longer is given as its count, as LaunchDarkly does with its big segments. */
const shownMax = 15_000;

export async function loadSegments(db: Reader, place: InPlace): Promise<readonly Loaded<Segment>[]> {
  await loadEnvironment(db, place);
  return loadAll(db, 'segment', { project: place.project, environment: '' });
}

export async function loadSegment(db: Reader, place: InPlace, key: string): Promise<Loaded<Segment>> {
  await loadEnvironment(db, place);
  const segment = await loadOne(db, 'segment', { project: place.project, environment: '' }, key);
  if (!segment) throw notFound(`There is no segment ${key} in ${place.project}.`);
  return segment;
}

/** Adds who is listed in the environment. */
export async function withMembers(
  db: Reader,
  place: InPlace,
  segment: Loaded<Segment>,
): Promise<SegmentLoaded> {
  const { included = 0, excluded = 0 } =
    (await db
      .selectFrom('segment_member')
      .select(sql<number>`count(*) filter (where included)`.as('included'))
      .select(sql<number>`count(*) filter (where not included)`.as('excluded'))
      .where('project', '=', place.project)
      .where('environment', '=', place.environment)
      .where('segment', '=', segment.body.key)
      .executeTakeFirst()) ?? {};
  const isShown = included + excluded <= shownMax;
  return {
    segment,
    members: isShown ? await stores.segment_member.all(db, place, { parent: segment.body.key }) : null,
    counts: { includedCount: included, excludedCount: excluded },
  };
}
