import { randomBytes } from 'node:crypto';
import { type Connection, toInstant } from '@latchkey/model';
import type { z } from 'zod';
import { digestOf, newSecret } from '../../kernel/access/secret-token.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { wholeReply } from '../../kernel/http/etag.ts';
import { type Applied, type Route, read, write } from '../../kernel/http/routes.ts';
import type { Database, Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { transact } from '../../kernel/store/transact.ts';
import { hasSecretAddress, hookAddress } from './address.ts';
import { secretsOf } from './find-connection.ts';
import { linksOf, listConnections, listEvents, missingIn } from './list.ts';
import { connectPlatform } from './operations/connect.ts';
import { disconnectPlatform } from './operations/disconnect.ts';
import { revealSecret } from './operations/reveal.ts';
import { rotateSecret } from './operations/rotate-secret.ts';
import {
  ConnectionPage,
  ConnectionQuery,
  ConnectionShown,
  CreateConnection,
  Disconnected,
  EventPage,
  EventQuery,
  Issued,
  OneConnection,
  Rotate,
} from './schemas.ts';
import { setUpOf } from './set-up.ts';
import { type ViewDeps, viewOf } from './view.ts';

export interface RoutesDeps extends ViewDeps {
  readonly db: Database;
}

const tag = 'Connections';
const scope = 'project';
const anyConnection = () => 'connection/*';
const ofConnection = ({ id }: { readonly id: string }) => `connection/${id}`;
const editsConnection = ({ id }: { readonly id: string }) => ({ kind: 'connection', id });
const connections = tableStore('connection');

/** Shown beside a connection; the rest is a list of its own. */
const eventsShown = 20;

export const connectionRoutes = (deps: RoutesDeps): readonly Route[] => [
  read({
    scope,
    path: '/connections',
    summary: 'The outside platforms that feed this project, and how each of them does',
    tag,
    query: ConnectionQuery,
    action: 'connection.read',
    resource: anyConnection,
    reply: ConnectionPage,
    async answer({ place, principal, query }, db) {
      const [kept, missing] = await Promise.all([listConnections(db, place, query), missingIn(db, place)]);
      const asker = { principal, place };
      return {
        items: await Promise.all(kept.map((one) => viewOf(db, one, missing, asker, deps))),
        nextCursor: null,
      };
    },
  }),
  write({
    method: 'POST',
    scope,
    path: '/connections',
    summary: 'Connect a platform: the reply has the address, and the secret, to give to it',
    tag,
    body: CreateConnection,
    action: connectPlatform.kind,
    resource: anyConnection,
    status: 201,
    reply: Issued,
    prepare: async ({ body: { platform }, now }) => {
      const id = `con_${randomBytes(12).toString('hex')}`;
      return { id, ...(await issue(platform, id, now, deps)) };
    },
    operations: ({ body }, { id, secret, digest }) => {
      const { platform, name = platformNames[platform], environment = null, tags = [] } = body;
      return [connectPlatform({ id, platform, name, environment, tags, secret, digest })];
    },
    answer: (applied, _, { value }) => issued(applied, value, deps),
  }),
  read({
    scope,
    path: '/connections/{id}',
    summary: 'A connection: how to set it up over there, what came through it lately, and its flags',
    tag,
    params: OneConnection,
    action: 'connection.read',
    resource: ofConnection,
    reply: ConnectionShown,
    version: wholeReply,
    async answer({ place, principal, params: { id } }, db) {
      const kept = await connections.one(db, place, id);
      if (!kept) throw unknown();
      const missing = await missingIn(db, place);
      const [view, events, flags] = await Promise.all([
        viewOf(db, { connection: kept.body, version: kept.version }, missing, { principal, place }, deps),
        listEvents(db, id, { limit: eventsShown }),
        linksOf(db, place, id),
      ]);
      const setUp = setUpOf(kept.body.platform);
      return {
        ...view,
        missing: [...missing],
        setUp: { ...setUp, steps: [...setUp.steps], notes: [...setUp.notes] },
        events: events.items,
        flags: [...flags],
      };
    },
  }),
  read({
    scope,
    path: '/connections/{id}/events',
    summary: 'What was received through a connection and what became of it, newest first',
    tag,
    params: OneConnection,
    query: EventQuery,
    action: 'connection.read',
    resource: ofConnection,
    reply: EventPage,
    async answer({ place, params: { id }, query }, db) {
      if (!(await connections.one(db, place, id))) throw unknown();
      return listEvents(db, id, query);
    },
  }),
  write({
    method: 'POST',
    scope,
    path: '/connections/{id}/reveal',
    summary: 'Show the address and the secret again; who saw them is recorded',
    tag,
    params: OneConnection,
    action: revealSecret.kind,
    resource: ofConnection,
    reply: Issued,
    prepare: async ({ params: { id }, place }, db) => newestSecret(db, place.project, id, deps),
    operations: ({ params: { id } }) => [revealSecret({ connection: id })],
    answer: (applied, _, value) => issued(applied, value, deps),
  }),
  write({
    method: 'POST',
    scope,
    path: '/connections/{id}/rotate',
    summary: 'Replace the secret, or the secret address',
    tag,
    params: OneConnection,
    body: Rotate,
    action: rotateSecret.kind,
    resource: ofConnection,
    reply: Issued,
    edits: editsConnection,
    prepare: async ({ params: { id }, place, now }, db) => {
      const kept = await connections.one(db, place, id);
      if (kept?.body.state !== 'active') throw unknown();
      return issue(kept.body.platform, id, now, deps);
    },
    operations: ({ params: { id }, body: { endPrevious = false } }, { secret, digest }) => [
      rotateSecret({ connection: id, endPrevious, secret, digest }),
    ],
    answer: (applied, _, { value }) => issued(applied, value, deps),
  }),
  write({
    method: 'DELETE',
    scope,
    path: '/connections/{id}',
    summary: 'Disconnect: events are refused from now on, features stay',
    tag,
    params: OneConnection,
    action: disconnectPlatform.kind,
    resource: ofConnection,
    reply: Disconnected,
    edits: editsConnection,
    operations: ({ params: { id } }) => [disconnectPlatform({ connection: id })],
    answer: (_, { params: { id } }) => ({ id, state: 'disconnected' as const }),
  }),
];

const platformNames = { launchdarkly: 'LaunchDarkly', split: 'Split' } as const;

const unknown = (): ProblemError =>
  new ProblemError('connection_unknown', 'There is no such connection in this project.');

/** 256 random bits, in 43 characters of a URL. */
const tokenBytes = 32;

/**
 * A fresh secret, sealed before the change that refers to it is made: should that be refused, nobody can ask for it. The
 * digest is of what the address ends with.
 */
async function issue(platform: Connection['platform'], id: string, now: number, { db, box }: RoutesDeps) {
  const isAddress = hasSecretAddress(platform);
  const value = isAddress ? randomBytes(tokenBytes).toString('base64url') : newSecret('hook').value;
  const secret = `s_${randomBytes(12).toString('hex')}`;
  const row = { id: secret, ciphertext: box.lock(value, secret), created_at: toInstant(now) };
  await transact(db, (tx) => tx.insertInto('secret').values(row).execute());
  return { value, secret, digest: digestOf(isAddress ? value : id) };
}

async function newestSecret(db: Reader, project: string, id: string, { box }: RoutesDeps) {
  const kept = await connections.one(db, { project, environment: '' }, id);
  const [value] = kept ? await secretsOf(db, box, kept.body) : [];
  return value ?? null;
}

/** A repeated reply, by idempotency key, shows no secret again. */
function issued(
  { resources, replayed }: Applied,
  value: string | null,
  { publicUrl }: RoutesDeps,
): z.infer<typeof Issued> {
  const written = resources.find(({ kind }) => kind === 'connection');
  if (!written) throw new Error('the change left no connection to answer with');
  const connection = written.after as Omit<Connection, 'sealed' | 'digest'>;
  const { id, platform } = connection;
  const shown = replayed ? null : value;
  const part = { ...connection, version: written.version };
  return hasSecretAddress(platform)
    ? { ...part, url: shown && hookAddress(publicUrl(), platform, shown) }
    : { ...part, url: hookAddress(publicUrl(), platform, id), secret: shown };
}
