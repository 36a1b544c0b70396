import type { Grant } from '@latchkey/model';
import { type Applied, type Route, read, write } from '../../kernel/http/routes.ts';
import { knownCustomer } from '../customers/index.ts';
import { written } from '../projects/index.ts';
import { knownGrant, listGrants } from './list.ts';
import { createGrant } from './operations/create.ts';
import { revokeGrant } from './operations/revoke.ts';
import { supersedeGrant } from './operations/supersede.ts';
import {
  Asked,
  AskedOfAll,
  Give,
  GiveCustomer,
  GrantPage,
  GrantView,
  OfCustomer,
  OneGrant,
  Replace,
} from './schemas.ts';

const tag = 'Grants';
const scope = 'environment';
const ofCustomer = ({ customer }: { readonly customer: string }) => `customer/${customer}`;
/** An address that names a grant does not say whose it is; each operation asks again in its subject's name. */
const ofGrant = ({ id }: { readonly id: string }) => `grant/${id}`;
const itself = ({ id }: { readonly id: string }) => ({ kind: 'grant', id });

/** The grant that the change made, not the one that it replaced. */
function made({ resources, revision }: Applied, replaced: string | null = null) {
  const found = resources.find(({ kind, id }) => kind === 'grant' && id !== replaced);
  if (!found) throw new Error('the change made no grant');
  return { ...(found.after as Grant), version: found.version, revision };
}

export const grantRoutes: readonly Route[] = [
  read({
    scope,
    path: '/customers/{customer}/grants',
    summary: 'What a customer was given beside its plans, newest first',
    tag,
    params: OfCustomer,
    query: Asked,
    action: 'grant.read',
    resource: ofCustomer,
    reply: GrantPage,
    answer: async ({ place, params: { customer: key }, query }, db) => {
      await knownCustomer(db, place, key);
      return listGrants(db, place, { ...query, subject: { kind: 'customer', key } });
    },
  }),
  write({
    method: 'POST',
    scope,
    path: '/customers/{customer}/grants',
    summary: 'Give a customer a feature, or keep it from them, for a reason and a time',
    tag,
    params: OfCustomer,
    body: GiveCustomer,
    action: 'grant.create',
    resource: ofCustomer,
    status: 201,
    reply: GrantView,
    operations: ({ params: { customer: key }, body }) => [
      createGrant({ ...body, subject: { kind: 'customer', key } }),
    ],
    answer: (applied) => made(applied),
  }),
  read({
    scope,
    path: '/grants',
    summary: 'Grants, newest first; of one subject or feature, or of all',
    tag,
    query: AskedOfAll,
    action: 'grant.read',
    resource: () => 'grant/*',
    reply: GrantPage,
    answer: ({ place, query }, db) => listGrants(db, place, query),
  }),
  write({
    method: 'POST',
    scope,
    path: '/grants',
    summary: 'Give a feature to those on a plan, to a segment, to everyone, or to a customer',
    tag,
    body: Give,
    action: 'grant.read',
    resource: () => 'grant/*',
    status: 201,
    reply: GrantView,
    operations: ({ body }) => [createGrant(body)],
    answer: (applied) => made(applied),
  }),
  read({
    scope,
    path: '/grants/{id}',
    summary: 'A grant',
    tag,
    params: OneGrant,
    action: 'grant.read',
    resource: ofGrant,
    reply: GrantView,
    version: ({ version }) => version,
    answer: async ({ place, params: { id } }, db) => {
      const { body, version } = await knownGrant(db, place, id);
      return { ...body, version };
    },
  }),
  write({
    method: 'PATCH',
    scope,
    path: '/grants/{id}',
    summary: 'Replace a grant by one that says something else from now on; the reply is the new one',
    tag,
    params: OneGrant,
    body: Replace,
    action: 'grant.read',
    resource: ofGrant,
    reply: GrantView,
    edits: itself,
    prepare: ({ place, params: { id } }, db) => knownGrant(db, place, id),
    operations: ({ params: { id }, body }, { body: { subject } }) => [
      supersedeGrant({ ...body, grant: id, subject }),
    ],
    answer: (applied, { params: { id } }) => made(applied, id),
  }),
  write({
    method: 'DELETE',
    scope,
    path: '/grants/{id}',
    summary: 'End a grant now; it stays on record',
    tag,
    params: OneGrant,
    action: 'grant.read',
    resource: ofGrant,
    reply: GrantView,
    edits: itself,
    prepare: ({ place, params: { id } }, db) => knownGrant(db, place, id),
    operations: ({ params: { id } }, { body: { subject } }) => [revokeGrant({ grant: id, subject })],
    answer: (applied, { params: { id } }, before) => written(applied, 'grant', id, before),
  }),
];
