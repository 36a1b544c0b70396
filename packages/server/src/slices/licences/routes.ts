import { type Licence, type LicenceKey, type Place, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { type Route, read, write } from '../../kernel/http/routes.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { knownCustomer, newestOf } from '../customers/index.ts';
import { written } from '../projects/index.ts';
import { issueLicence } from './operations/issue.ts';
import { revokeLicence } from './operations/revoke.ts';
import { rotateLicenceKey, withdrawLicenceKey } from './operations/rotate-key.ts';
import { fileOf, freshKey, type LicenceDeps, makeFile, signingKey } from './prepare.ts';
import {
  Asked,
  IssueLicence,
  KeyPage,
  KeyView,
  LicenceFile,
  LicencePage,
  LicenceView,
  OfCustomer,
  OneKey,
  OneLicence,
} from './schemas.ts';
import { oneLicence } from './store.ts';

const tag = 'Licences';
const scope = 'environment';
const ofCustomer = ({ customer }: { readonly customer: string }) => `customer/${customer}`;
/** This address does not say whose it is; the operation asks again in its customer's name. */
const ofLicence = ({ licence }: { readonly licence: string }) => `licence/${licence}`;
const ofKey = ({ key }: { readonly key: string }) => `licence-key/${key}`;
const anyKey = () => 'licence-key/*';

export const licenceRoutes = (deps: LicenceDeps): readonly Route[] => [
  read({
    scope,
    path: '/customers/{customer}/licences',
    summary: 'The licence files of a customer, newest first',
    tag,
    params: OfCustomer,
    query: Asked,
    action: 'licence.read',
    resource: ofCustomer,
    reply: LicencePage,
    answer: async ({ place, params: { customer }, query }, db) => {
      await knownCustomer(db, place, customer);
      return shownAll(await newestOf(db, 'licence', place, { ...query, parents: [customer] }));
    },
  }),
  write({
    method: 'POST',
    scope,
    path: '/customers/{customer}/licences',
    summary: 'Issue a signed file by which applications without network decide for this customer',
    tag,
    params: OfCustomer,
    body: IssueLicence,
    action: 'licence.issue',
    resource: ofCustomer,
    status: 201,
    reply: LicenceView,
    async prepare({ place, params: { customer }, body, now }, db) {
      const known = await signingKey(db, place, deps);
      const fresh = known === null ? await freshKey(now, deps) : null;
      const key = known ?? fresh?.signing;
      if (!key) throw new Error('there is a key by now');
      const asked = { ...body, customer, from: body.from ?? toInstant(now) };
      return { asked, fresh, file: await makeFile(asked, { db, place, now }, key, deps) };
    },
    // The first file of an environment brings its key along, for which its issuer needs the right as well.
    operations: (_, { asked, fresh, file }) => [
      ...(fresh === null ? [] : [rotateLicenceKey(fresh.kept)]),
      issueLicence({ ...asked, ...file }),
    ],
    answer: (applied, _, { file }) => shown(written(applied, 'licence', file.id)),
  }),
  read({
    scope,
    path: '/licences',
    summary: 'All licence files of this environment, newest first',
    tag,
    query: Asked,
    action: 'licence.read',
    resource: () => 'licence/*',
    reply: LicencePage,
    answer: async ({ place, query }, db) => shownAll(await newestOf(db, 'licence', place, query)),
  }),
  read({
    scope,
    path: '/licences/{licence}',
    summary: 'What a licence file is for, and whether it was revoked',
    tag,
    params: OneLicence,
    action: 'licence.read',
    resource: ofLicence,
    reply: LicenceView,
    version: ({ version }) => version,
    answer: async ({ place, params }, db) => {
      const { body, version } = await knownLicence(db, place, params.licence);
      return shown({ ...body, version });
    },
  }),
  read({
    scope,
    path: '/licences/{licence}/file',
    summary: 'The file itself, to be handed to the customer',
    tag,
    params: OneLicence,
    action: 'licence.download',
    resource: ofLicence,
    reply: LicenceFile,
    answer: async ({ place, params }, db) => {
      const { body } = await knownLicence(db, place, params.licence);
      return { name: nameOf(body), file: await fileOf(body, db, deps) };
    },
  }),
  write({
    method: 'POST',
    scope,
    path: '/licences/{licence}/revoke',
    summary: 'Put a licence file on the list of revocations, for good',
    tag,
    params: OneLicence,
    action: 'licence.read',
    resource: ofLicence,
    reply: LicenceView,
    edits: ({ licence: id }) => ({ kind: 'licence', id }),
    prepare: ({ place, params }, db) => knownLicence(db, place, params.licence),
    operations: ({ params: { licence } }, { body: { customer } }) => [revokeLicence({ customer, licence })],
    answer: (applied, { params: { licence } }, before) => shown(written(applied, 'licence', licence, before)),
  }),
  read({
    scope,
    path: '/licence-keys',
    summary: 'The keys that sign the licence files of this environment, newest first',
    tag,
    query: Asked,
    action: 'licence.read',
    resource: anyKey,
    reply: KeyPage,
    answer: async ({ place, query }, db) => {
      const { items, nextCursor } = await newestOf(db, 'licence_key', place, query);
      return { items: items.map(withoutSecret), nextCursor };
    },
  }),
  write({
    method: 'POST',
    scope,
    path: '/licence-keys',
    summary: 'Sign with a new key from now on; what the one before has signed is still believed',
    tag,
    body: z.strictObject({}),
    action: 'licence.rotate-key',
    resource: anyKey,
    status: 201,
    reply: KeyView,
    prepare: async ({ now }) => (await freshKey(now, deps)).kept,
    operations: (_, kept) => [rotateLicenceKey(kept)],
    answer: (applied, _, { id }) => withoutSecret(written(applied, 'licence_key', id)),
  }),
  write({
    method: 'POST',
    scope,
    path: '/licence-keys/{key}/withdraw',
    summary: 'Let nothing be believed any more that a retired key has signed',
    tag,
    params: OneKey,
    action: 'licence.withdraw-key',
    resource: ofKey,
    reply: z.object({ id: z.string() }),
    edits: ({ key: id }) => ({ kind: 'licence_key', id }),
    operations: ({ params: { key } }) => [withdrawLicenceKey({ key })],
    answer: (_, { params: { key } }) => ({ id: key }),
  }),
];

async function knownLicence(db: Reader, place: Place, id: string) {
  const kept = await oneLicence(db, place, id);
  if (kept) return kept;
  throw new ProblemError('licence_unknown', `There is no licence ${id}.`);
}

const shown = <L extends Licence>({ sealed: _, ...licence }: L): Omit<L, 'sealed'> => licence;
const withoutSecret = <K extends LicenceKey>({ sealed: _, ...key }: K): Omit<K, 'sealed'> => key;

const shownAll = <L extends Licence>(page: { readonly items: readonly L[]; nextCursor: string | null }) => ({
  ...page,
  items: page.items.map(shown),
});

/** Keys of customers are other people's texts; in a file's name only what every system takes is kept. */
const nameOf = ({ customer, sequence }: Licence): string =>
  `${customer.replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60)}-${sequence}.latchkey-licence`;
