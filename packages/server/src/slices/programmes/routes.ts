import type { OperationCall, Programme } from '@latchkey/model';
import { type Applied, type Route, read, type WriteContext, write } from '../../kernel/http/routes.ts';
import type { Reader } from '../../kernel/store/database.ts';
import type { Kept } from '../../kernel/store/resources.ts';
import { knownCustomer } from '../customers/index.ts';
import { written } from '../projects/index.ts';
import { knownProgramme, listProgrammes, type SeatsUsed, seatsUsedIn, withStanding } from './list.ts';
import { addSeats } from './operations/add-seats.ts';
import { cancelProgramme, recordOutcome } from './operations/cancel.ts';
import { convertProgramme } from './operations/convert.ts';
import { extendProgramme } from './operations/extend.ts';
import { setGoals } from './operations/set-goals.ts';
import { startProgramme, startProgrammeAgain } from './operations/start.ts';
import { reportOf } from './report.ts';
import {
  Asked,
  AskedOfCustomer,
  AskedOfReport,
  Cancel,
  Convert,
  Extend,
  Goals,
  OfCustomer,
  OneProgramme,
  Outcome,
  ProgrammePage,
  ProgrammeView,
  Report,
  Seats,
  Start,
} from './schemas.ts';

const tag = 'Programmes';
const scope = 'environment';
const ofCustomer = ({ customer }: { readonly customer: string }) => `customer/${customer}`;
/** An address that names a programme does not say whose it is; each operation asks again in its customer's name. */
const ofProgramme = ({ id }: { readonly id: string }) => `programme/${id}`;

interface Before {
  readonly kept: Kept<'programme'>;
  readonly used: SeatsUsed;
}
type Named = { readonly customer: string; readonly programme: string };

/** What all edits of one programme share. */
const editing = {
  scope,
  tag,
  params: OneProgramme,
  action: 'programme.read',
  resource: ofProgramme,
  reply: ProgrammeView,
  edits: ({ id }: { readonly id: string }) => ({ kind: 'programme', id }),
  async prepare(
    {
      place,
      params: { id },
      now,
    }: Pick<WriteContext<{ id: string }, unknown, unknown>, 'place' | 'params' | 'now'>,
    db: Reader,
  ): Promise<Before> {
    const kept = await knownProgramme(db, place, id);
    return { kept, used: await seatsUsedIn(db, place, [kept.body], now) };
  },
  answer: (applied: Applied, { now }: { readonly now: number }, { kept, used }: Before) =>
    withStanding(written(applied, 'programme', kept.body.id, kept), used, now),
} as const;

const named = ({ kept: { body } }: Before): Named => ({ customer: body.customer, programme: body.id });
const only = (call: OperationCall): readonly OperationCall[] => [call];

export const programmeRoutes: readonly Route[] = [
  read({
    scope,
    path: '/customers/{customer}/programmes',
    summary: 'Trials and POCs of a customer, the last one to end first',
    tag,
    params: OfCustomer,
    query: AskedOfCustomer,
    action: 'programme.read',
    resource: ofCustomer,
    reply: ProgrammePage,
    answer: async ({ place, params: { customer }, query, now }, db) => {
      await knownCustomer(db, place, customer);
      return listProgrammes(db, place, { ...query, customer }, now);
    },
  }),
  write({
    method: 'POST',
    scope,
    path: '/customers/{customer}/programmes',
    summary: 'Start a trial or a POC: a plan or features, for so many people, until a day',
    tag,
    params: OfCustomer,
    body: Start,
    action: 'programme.read',
    resource: ofCustomer,
    status: 201,
    reply: ProgrammeView,
    operations: ({ params: { customer }, body: { allowAgain = false, ...said } }) => [
      (allowAgain ? startProgrammeAgain : startProgramme)({ ...said, customer }),
    ],
    answer: (applied, { now }) => {
      const made = applied.resources.find(({ kind }) => kind === 'programme');
      if (!made) throw new Error('the change started no programme');
      return withStanding(written(applied, 'programme', (made.after as Programme).id), new Map(), now);
    },
  }),
  read({
    scope,
    path: '/programmes',
    summary: 'Trials and POCs by their end; those that are open, soonest first',
    tag,
    query: Asked,
    action: 'programme.read',
    resource: () => 'programme/*',
    reply: ProgrammePage,
    answer: ({ place, query, now }, db) => listProgrammes(db, place, query, now),
  }),
  read({
    scope,
    path: '/programmes/report',
    summary: 'How trials and POCs came out, and what part of them was bought',
    tag,
    query: AskedOfReport,
    action: 'programme.read',
    resource: () => 'programme/*',
    reply: Report,
    answer: ({ place, query }, db) => reportOf(db, place, query),
  }),
  read({
    scope,
    path: '/programmes/{id}',
    summary: 'A trial or POC, with who sits in it and how far its goals are',
    tag,
    params: OneProgramme,
    action: 'programme.read',
    resource: ofProgramme,
    reply: ProgrammeView,
    version: ({ version }) => version,
    answer: async ({ place, params: { id }, now }, db) => {
      const { body, version } = await knownProgramme(db, place, id);
      return withStanding({ ...body, version }, await seatsUsedIn(db, place, [body], now), now);
    },
  }),
  write({
    ...editing,
    method: 'POST',
    path: '/programmes/{id}/extend',
    summary: 'Move the end of a programme on, and of everything that it issued',
    body: Extend,
    operations: ({ body }, before) => only(extendProgramme({ ...named(before), by: body })),
  }),
  write({
    ...editing,
    method: 'POST',
    path: '/programmes/{id}/add-seats',
    summary: 'Let more people sit in a programme; says how many there are then',
    body: Seats,
    operations: ({ body: { seats } }, before) => only(addSeats({ ...named(before), seats })),
  }),
  write({
    ...editing,
    method: 'POST',
    path: '/programmes/{id}/convert',
    summary: 'From trial to purchase in one step: who sits keeps the seat, and nothing is interrupted',
    body: Convert,
    operations: ({ body }, before) => only(convertProgramme({ ...named(before), purchase: body })),
  }),
  write({
    ...editing,
    method: 'POST',
    path: '/programmes/{id}/cancel',
    summary: 'End a programme now, with everything that it issued',
    body: Cancel,
    operations: ({ body: { reason } }, before) => only(cancelProgramme({ ...named(before), reason })),
  }),
  write({
    ...editing,
    method: 'POST',
    path: '/programmes/{id}/outcome',
    summary: 'Say how the sale went; a loss ends what still runs',
    body: Outcome,
    operations: ({ body }, before) => only(recordOutcome({ ...named(before), ...body })),
  }),
  write({
    ...editing,
    method: 'PUT',
    path: '/programmes/{id}/goals',
    summary: 'What shall be shown by the end, and what has been',
    body: Goals,
    operations: ({ body: { goals } }, before) => only(setGoals({ ...named(before), goals })),
  }),
];
