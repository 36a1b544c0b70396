import { seatsTaken } from '@latchkey/engine';
import {
  type Activation,
  Instant,
  type Milliseconds,
  type Place,
  type Programme,
  type ProgrammeState,
  programmeEnd,
  programmeStateAt,
  toInstant,
} from '@latchkey/model';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { accept } from '../../kernel/changes/problem-error.ts';
import { readCursor, toPage } from '../../kernel/http/paging.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { type Kept, tableStore } from '../../kernel/store/resources.ts';
import { unknownProgramme } from './operations/held.ts';

const programmes = tableStore('programme');

/** The programme that an address names. */
export const knownProgramme = async (db: Reader, place: Place, id: string): Promise<Kept<'programme'>> =>
  (await programmes.one(db, place, id)) ?? accept<Kept<'programme'>>(unknownProgramme(id));

type Counted = Programme & { readonly version: number; readonly revision?: number };
export type SeatsUsed = ReadonlyMap<string, number>;

type Seat = Pick<Activation, 'state' | 'to' | 'quantity'>;

/** Seats taken in what programmes issued, by product key, with one statement. */
export async function seatsUsedIn(
  db: Reader,
  { project, environment }: Place,
  shown: readonly Programme[],
  now: Milliseconds,
): Promise<SeatsUsed> {
  const pkIds = shown.flatMap(({ subscription }) => subscription?.pkId ?? []);
  if (pkIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('resource')
    .select(['secondary', 'body'])
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'activation')
    .where('secondary', 'in', pkIds)
    .execute();
  return new Map(
    pkIds.map((pkId) => {
      const seats = rows.filter(({ secondary }) => secondary === pkId).map(({ body }) => body as Seat);
      return [pkId, seatsTaken(seats, now)];
    }),
  );
}

/** A programme with where it stands at this moment. */
export function withStanding(programme: Counted, used: SeatsUsed, now: Milliseconds) {
  const { subscription, goals } = programme;
  const seatsUsed = subscription ? (used.get(subscription.pkId) ?? 0) : null;
  return {
    ...programme,
    state: programmeStateAt(programme, toInstant(now)),
    endsAt: programmeEnd(programme),
    seatsUsed,
    goals: goals.map((goal) => ({
      ...goal,
      reached: goal.reachedAt !== null || (goal.seats !== null && (seatsUsed ?? 0) >= goal.seats),
    })),
  };
}

interface Asked {
  readonly kind?: Programme['kind'];
  readonly state?: ProgrammeState | 'open';
  readonly owner?: string;
  readonly endsBefore?: Instant;
  readonly customer?: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Programmes by their end: of those that are open the next one to end first, of the others the last one. */
export async function listProgrammes(db: Reader, place: Place, asked: Asked, now: Milliseconds) {
  const { limit, cursor, state } = asked;
  const soonestFirst = state === 'open' || state === 'planned' || state === 'running' || state === 'in_grace';
  const after = readCursor(cursor, z.tuple([Instant, z.string()]));
  const end = sql<string>`resource.body ->> 'to'`;
  let select = db
    .selectFrom('resource')
    .select(['id', 'body', 'version'])
    .where('project', '=', place.project)
    .where('environment', '=', place.environment)
    .where('kind', '=', 'programme');
  for (const condition of conditionsOf(asked, toInstant(now))) select = select.where(condition);
  if (after) {
    const [to, id] = after;
    select = select.where(
      soonestFirst
        ? sql<boolean>`(${end}, resource.id) > (${to}, ${id})`
        : sql<boolean>`(${end}, resource.id) < (${to}, ${id})`,
    );
  }
  const direction = soonestFirst ? 'asc' : 'desc';
  const rows = await select
    .orderBy(end, direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute();
  const page = toPage(rows, {
    limit,
    position: ({ id, body }) => [(body as Programme).to, id],
    item: ({ body, version }): Counted => ({ ...(body as Programme), version }),
  });
  const used = await seatsUsedIn(db, place, page.items, now);
  return { items: page.items.map((one) => withStanding(one, used, now)), nextCursor: page.nextCursor };
}

function conditionsOf(
  { kind, state, owner, endsBefore, customer }: Asked,
  at: Instant,
): readonly RawBuilder<boolean>[] {
  const text = (name: string, value: string) => sql<boolean>`resource.body ->> ${name} = ${value}`;
  return [
    ...(kind === undefined ? [] : [text('kind', kind)]),
    ...(owner === undefined ? [] : [text('owner', owner)]),
    ...(customer === undefined ? [] : [text('customer', customer)]),
    ...(endsBefore === undefined ? [] : [sql<boolean>`resource.body ->> 'to' < ${endsBefore}`]),
    ...(state === undefined ? [] : [standsAt(state, at)]),
  ];
}

/** The same as `programmeStateAt`, as the database can ask it. What is due to end counts as in its grace until it has. */
function standsAt(state: ProgrammeState | 'open', at: Instant): RawBuilder<boolean> {
  const open = sql<boolean>`resource.body -> 'outcome' = 'null'::jsonb`;
  switch (state) {
    case 'open':
      return open;
    case 'planned':
      return sql<boolean>`${open} and resource.body ->> 'from' > ${at}`;
    case 'running':
      return sql<boolean>`${open} and resource.body ->> 'from' <= ${at} and resource.body ->> 'to' > ${at}`;
    case 'in_grace':
      return sql<boolean>`${open} and resource.body ->> 'to' <= ${at}`;
    default:
      return sql<boolean>`resource.body #>> '{outcome,result}' = ${state}`;
  }
}
