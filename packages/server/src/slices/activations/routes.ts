import type { Activation, OperationCall, Place } from '@latchkey/model';
import type { z } from 'zod';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { type Route, read, write } from '../../kernel/http/routes.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { type Kept, tableStore } from '../../kernel/store/resources.ts';
import { knownCustomer, newestOf } from '../customers/index.ts';
import { written } from '../projects/index.ts';
import { knownSubscription } from '../subscriptions/index.ts';
import { activate } from './operations/activate.ts';
import { rehostActivation } from './operations/rehost.ts';
import { renewActivation } from './operations/renew.ts';
import { revokeActivation } from './operations/revoke.ts';
import {
  Activate,
  ActivationPage,
  ActivationView,
  Asked,
  OfCustomer,
  OfSubscription,
  OneActivation,
  Rehost,
  Renew,
} from './schemas.ts';

const tag = 'Activations';
const scope = 'environment';
const activations = tableStore('activation');
const ofCustomer = ({ customer }: { readonly customer: string }) => `customer/${customer}`;
/** These addresses do not say whose seat it is; each operation asks again in its customer's name. */
const ofSubscription = ({ eId }: { readonly eId: string }) => `subscription/${eId}`;
const ofActivation = ({ aId }: { readonly aId: string }) => `activation/${aId}`;

async function knownActivation(db: Reader, place: Place, aId: string): Promise<Kept<'activation'>> {
  const kept = await activations.one(db, place, aId);
  if (kept) return kept;
  throw new ProblemError('activation_unknown', `There is no activation ${aId}.`);
}

/** An edit of a seat, by its id. */
const seatRoute = <Body>(
  path: string,
  summary: string,
  edit: {
    readonly body?: z.ZodType<Body>;
    readonly call: (named: { activation: string; customer: string }, body: Body) => OperationCall;
  },
): Route =>
  write({
    method: 'POST',
    scope,
    path: `/activations/{aId}/${path}`,
    summary,
    tag,
    params: OneActivation,
    ...(edit.body && { body: edit.body }),
    action: 'activation.read',
    resource: ofActivation,
    reply: ActivationView,
    edits: ({ aId }) => ({ kind: 'activation', id: aId }),
    prepare: ({ place, params: { aId } }, db) => knownActivation(db, place, aId),
    operations: ({ params: { aId }, body }, { body: { customer } }) => [
      edit.call({ activation: aId, customer }, body as Body),
    ],
    answer: (applied, { params: { aId } }, before) => written(applied, 'activation', aId, before),
  });

export const activationRoutes: readonly Route[] = [
  read({
    scope,
    path: '/customers/{customer}/activations',
    summary: 'The seats that a customer has taken, newest first',
    tag,
    params: OfCustomer,
    query: Asked,
    action: 'activation.read',
    resource: ofCustomer,
    reply: ActivationPage,
    answer: async ({ place, params: { customer }, query }, db) => {
      await knownCustomer(db, place, customer);
      return newestOf(db, 'activation', place, { ...query, parents: [customer] });
    },
  }),
  read({
    scope,
    path: '/subscriptions/{eId}/activations',
    summary: 'The seats taken of a subscription, newest first',
    tag,
    params: OfSubscription,
    query: Asked,
    action: 'activation.read',
    resource: ofSubscription,
    reply: ActivationPage,
    answer: async ({ place, params: { eId }, query }, db) => {
      const { items } = (await knownSubscription(db, place, eId)).body;
      const secondaries = items.map(({ pkId }) => pkId);
      return newestOf(db, 'activation', place, { ...query, secondaries });
    },
  }),
  write({
    method: 'POST',
    scope,
    path: '/subscriptions/{eId}/activations',
    summary: 'Take a seat for a user or a device',
    tag,
    params: OfSubscription,
    body: Activate,
    action: 'activation.read',
    resource: ofSubscription,
    status: 201,
    reply: ActivationView,
    prepare: async ({ place, params: { eId } }, db) => {
      const { customer } = (await knownSubscription(db, place, eId)).body;
      if (customer !== null) return customer;
      throw new ProblemError('subscription_not_active', 'It is a draft that nobody has yet.');
    },
    operations: ({ params: { eId }, body }, customer) => [activate({ ...body, subscription: eId, customer })],
    answer: ({ resources, revision }) => {
      const made = resources.find(({ kind }) => kind === 'activation');
      if (!made) throw new Error('the change took no seat');
      return { ...(made.after as Activation), version: made.version, revision };
    },
  }),
  read({
    scope,
    path: '/activations/{aId}',
    summary: 'A seat and its history',
    tag,
    params: OneActivation,
    action: 'activation.read',
    resource: ofActivation,
    reply: ActivationView,
    version: ({ version }) => version,
    answer: async ({ place, params: { aId } }, db) => {
      const { body, version } = await knownActivation(db, place, aId);
      return { ...body, version };
    },
  }),
  seatRoute('renew', 'Move the end of a seat', {
    body: Renew,
    call: (named, { to }) => renewActivation({ ...named, to }),
  }),
  seatRoute('rehost', 'Hand a seat on to another user or device', {
    body: Rehost,
    call: (named, { subject }) => rehostActivation({ ...named, subject }),
  }),
  seatRoute('revoke', 'Give a seat back', { call: (named) => revokeActivation(named) }),
];
