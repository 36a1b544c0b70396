import { EnvironmentKey, EnvironmentKeyKind, Id } from '@latchkey/model';
import { z } from 'zod';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { type Applied, type Route, read, write } from '../../kernel/http/routes.ts';
import { freshKey, type KeysDeps, newId, valueOfKey } from './fresh.ts';
import { listKeys, oneKey } from './list.ts';
import { createKey } from './operations/create.ts';
import { revealKey } from './operations/reveal.ts';
import { revokeKey } from './operations/revoke.ts';

/** A key without what proves it. `revealable`: whether its value can be shown again. */
const KeyView = EnvironmentKey.omit({ digest: true, sealed: true }).extend({
  version: z.int(),
  revealable: z.boolean(),
});
/** `value` is shown once: null when an idempotency key brought the earlier reply back. */
const IssuedKey = KeyView.extend({ value: z.string().nullable() });
const KeyPage = z.object({ items: z.array(KeyView), nextCursor: z.string().nullable() });
const CreateKey = z.strictObject({ kind: EnvironmentKeyKind, name: EnvironmentKey.shape.name.optional() });
const OneKey = z.strictObject({ id: Id });

const tag = 'Keys';
const scope = 'environment';
const ofKey = ({ id }: { readonly id: string }) => `key/${id}`;

export const keyRoutes = (deps: KeysDeps): readonly Route[] => [
  read({
    scope,
    path: '/keys',
    summary: 'The live keys of this environment, newest first',
    tag,
    action: 'key.read',
    resource: () => 'key/*',
    reply: KeyPage,
    answer: async ({ place }, db) => ({ items: [...(await listKeys(db, place))], nextCursor: null }),
  }),
  write({
    method: 'POST',
    scope,
    path: '/keys',
    summary: 'Issue a key; its value is shown in this reply',
    tag,
    body: CreateKey,
    action: 'key.create',
    resource: () => 'key/*',
    status: 201,
    reply: IssuedKey,
    prepare: async ({ body: { kind }, now }) => ({ id: newId('k'), ...(await freshKey(kind, now, deps)) }),
    operations: ({ body: { name = '' } }, { id, kept }) => [createKey({ ...kept, id, name })],
    answer: (applied, _, { value }) => ({ ...shown(applied), value: applied.replayed ? null : value }),
  }),
  write({
    method: 'DELETE',
    scope,
    path: '/keys/{id}',
    summary: 'End a key: applications that still use it are refused',
    tag,
    params: OneKey,
    action: 'key.revoke',
    resource: ofKey,
    reply: z.object({ id: z.string() }),
    edits: ({ id }) => ({ kind: 'environment_key', id }),
    operations: ({ params: { id } }) => [revokeKey({ key: id })],
    answer: (_, { params: { id } }) => ({ id }),
  }),
  write({
    method: 'POST',
    scope,
    path: '/keys/{id}/reveal',
    summary: 'Show a client-application key again; who saw it is recorded',
    tag,
    params: OneKey,
    action: 'key.reveal',
    resource: ofKey,
    reply: IssuedKey,
    prepare: async ({ params: { id }, place }, db) => {
      const key = await oneKey(db, place, id);
      if (key?.kind !== 'client-application' || key.sealed === null) return null;
      const value = await valueOfKey(db, deps.box, key);
      if (value !== null) return value;
      throw new ProblemError('key_unknown', 'The value of this key is no longer kept. Make a new key.');
    },
    operations: ({ params: { id } }) => [revealKey({ key: id })],
    answer: (applied, _, value) => ({ ...shown(applied), value: applied.replayed ? null : value }),
  }),
];

function shown({ resources }: Applied): z.infer<typeof KeyView> {
  const key = resources.find(({ kind }) => kind === 'environment_key');
  const after = key?.after as EnvironmentKey | undefined;
  return KeyView.parse({
    ...after,
    version: key?.version,
    revealable: after?.kind === 'client-application',
  });
}
