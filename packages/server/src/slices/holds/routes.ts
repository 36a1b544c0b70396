import { type Hold, holdStateAt, toInstant } from '@latchkey/model';
import { accept } from '../../kernel/changes/problem-error.ts';
import { type Route, read, write } from '../../kernel/http/routes.ts';
import { type Kept, tableStore } from '../../kernel/store/resources.ts';
import { knownCustomer, newestOf } from '../customers/index.ts';
import { type Counted, written } from '../projects/index.ts';
import { liftHold, unknownHold } from './operations/lift.ts';
import { placeHold } from './operations/place.ts';
import { Asked, HoldPage, HoldView, Lift, OfCustomer, OneHold, Place } from './schemas.ts';

const tag = 'Holds';
const scope = 'environment';
const holds = tableStore('hold');
const ofCustomer = ({ customer }: { readonly customer: string }) => `customer/${customer}`;
/** An address that names a hold does not say whose it is; the operation asks again in its customer's name. */
const ofHold = ({ id }: { readonly id: string }) => `hold/${id}`;

const shown = (hold: Counted<Hold>, now: number) => ({ ...hold, state: holdStateAt(hold, toInstant(now)) });

export const holdRoutes: readonly Route[] = [
  read({
    scope,
    path: '/customers/{customer}/holds',
    summary: 'What blocks a customer, and what did, newest first',
    tag,
    params: OfCustomer,
    query: Asked,
    action: 'hold.read',
    resource: ofCustomer,
    reply: HoldPage,
    answer: async ({ place, params: { customer }, query, now }, db) => {
      await knownCustomer(db, place, customer);
      const page = await newestOf(db, 'hold', place, { ...query, parents: [customer] });
      return { ...page, items: page.items.map((hold) => shown(hold, now)) };
    },
  }),
  write({
    method: 'POST',
    scope,
    path: '/customers/{customer}/holds',
    summary: 'Block access, changes or metering of a customer for a while',
    tag,
    params: OfCustomer,
    body: Place,
    action: 'hold.place',
    resource: ofCustomer,
    status: 201,
    reply: HoldView,
    operations: ({ params: { customer }, body }) => [placeHold({ ...body, customer })],
    answer: (applied, { now }) => {
      const made = applied.resources.find(({ kind }) => kind === 'hold');
      if (!made) throw new Error('the change placed no hold');
      return shown(written(applied, 'hold', (made.after as Hold).id), now);
    },
  }),
  read({
    scope,
    path: '/holds',
    summary: 'Holds of all customers, newest first',
    tag,
    query: Asked,
    action: 'hold.read',
    resource: () => 'hold/*',
    reply: HoldPage,
    answer: async ({ place, query, now }, db) => {
      const page = await newestOf(db, 'hold', place, query);
      return { ...page, items: page.items.map((hold) => shown(hold, now)) };
    },
  }),
  write({
    method: 'POST',
    scope,
    path: '/holds/{id}/lift',
    summary: 'End a hold now; others on the same customer stay',
    tag,
    params: OneHold,
    body: Lift,
    action: 'hold.read',
    resource: ofHold,
    reply: HoldView,
    edits: ({ id }) => ({ kind: 'hold', id }),
    prepare: async ({ place, params: { id } }, db) =>
      (await holds.one(db, place, id)) ?? accept<Kept<'hold'>>(unknownHold(id)),
    operations: ({ params: { id }, body: { reason } }, { body: { customer } }) => [
      liftHold({ hold: id, customer, reason }),
    ],
    answer: (applied, { params: { id }, now }, before) => shown(written(applied, 'hold', id, before), now),
  }),
];
