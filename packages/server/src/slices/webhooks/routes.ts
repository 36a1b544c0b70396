import { randomBytes } from 'node:crypto';
import { Id, Instant, Webhook } from '@latchkey/model';
import { z } from 'zod';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';
import { type Applied, type Route, read, write } from '../../kernel/http/routes.ts';
import { allWebhooks, listDeliveries, oneWebhook, type ShownWebhook, shown } from './list.ts';
import { createWebhook, removeWebhook, updateWebhook } from './operations/webhooks.ts';
import { newSecret, type SecretDeps, seal } from './secret.ts';

const about = { scope: 'instance', tag: 'Webhooks' } as const;
const OneWebhook = z.strictObject({ webhook: Id });
const ofWebhook = ({ webhook }: { readonly webhook: string }) => `webhook/${webhook}`;
const anyWebhook = () => 'webhook/*';
const itself = ({ webhook: id }: { readonly webhook: string }) => ({ kind: 'webhook', id });

/** Without its secret; `signed` says that there is one. */
const WebhookView = Webhook.omit({ sealed: true }).extend({ signed: z.boolean(), version: z.int() });
/** `secret` is shown once: null when nothing is signed, or an idempotency key brought the earlier reply back. */
const WebhookMade = WebhookView.extend({ secret: z.string().nullable() });
const DeliveryView = z.object({
  entry: z.int(),
  status: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  createdAt: Instant,
  nextAt: Instant.nullable(),
  lastAt: Instant.nullable(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
});

const { name, url, on, tags, statements } = Webhook.shape;
const Secret = z.string().min(8).max(200);
export const NewWebhook = z.strictObject({
  name: name.default(''),
  url,
  on: on.default(true),
  tags: tags.default([]),
  statements: statements.default([]),
  /** Whether messages are signed; with a secret of one's own, or one that is made here. */
  sign: z.boolean().default(true),
  secret: Secret.exactOptional(),
});
const EditWebhook = z
  .strictObject({
    name: name.exactOptional(),
    url: url.exactOptional(),
    on: on.exactOptional(),
    tags: tags.exactOptional(),
    statements: statements.exactOptional(),
    /** Another secret; null signs nothing any more. */
    secret: Secret.nullable().exactOptional(),
  })
  .refine((said) => Object.keys(said).length > 0, 'must name what changes');

export const newWebhookId = (): string => randomBytes(12).toString('hex');

export const webhookRoutes = (deps: SecretDeps): readonly Route[] => [
  read({
    ...about,
    path: '/webhooks',
    summary: 'The outside addresses that are told of what changes here',
    action: 'webhook.read',
    resource: anyWebhook,
    reply: pageOf(WebhookView),
    answer: async (_, db) => ({
      items: (await allWebhooks(db)).map(({ body, version }) => shown(body, version)),
      nextCursor: null,
    }),
  }),
  write({
    ...about,
    method: 'POST',
    path: '/webhooks',
    summary: 'Tell an outside address of what changes here, in messages signed as LaunchDarkly signs them',
    body: NewWebhook,
    action: 'webhook.create',
    resource: anyWebhook,
    status: 201,
    reply: WebhookMade,
    async prepare({ body: { sign, secret: given }, now }) {
      const secret = sign ? (given ?? newSecret()) : null;
      return { id: newWebhookId(), secret, sealed: secret === null ? null : await seal(secret, now, deps) };
    },
    operations: ({ body: { sign: _, secret: __, ...said } }, { id, sealed }) => [
      createWebhook({ ...said, id, sealed }),
    ],
    answer: (applied, _, { secret }) => ({
      ...written(applied, secret !== null, null),
      secret: applied.replayed ? null : secret,
    }),
  }),
  read({
    ...about,
    path: '/webhooks/{webhook}',
    summary: 'A webhook',
    params: OneWebhook,
    action: 'webhook.read',
    resource: ofWebhook,
    reply: WebhookView,
    version: ({ version }) => version,
    async answer({ params: { webhook } }, db) {
      const kept = await oneWebhook(db, webhook);
      if (!kept) throw unknown(webhook);
      return shown(kept.body, kept.version);
    },
  }),
  write({
    ...about,
    method: 'PATCH',
    path: '/webhooks/{webhook}',
    summary: 'Change where a webhook goes, what it is told of, or its secret',
    params: OneWebhook,
    body: EditWebhook,
    action: 'webhook.update',
    resource: ofWebhook,
    reply: WebhookView,
    edits: itself,
    async prepare({ params: { webhook }, body: { secret }, now }, db) {
      const before = await oneWebhook(db, webhook);
      if (secret === undefined) return { before, sealed: undefined };
      return { before, sealed: secret === null ? null : await seal(secret, now, deps) };
    },
    operations: ({ params: { webhook }, body: { secret: _, ...said } }, { sealed }) => [
      updateWebhook({ webhook, ...said, ...(sealed !== undefined && { sealed }) }),
    ],
    answer(applied, { params: { webhook } }, { before, sealed }) {
      if (!before) throw unknown(webhook);
      const present = shown(before.body, before.version);
      return written(applied, sealed === undefined ? present.signed : sealed !== null, present);
    },
  }),
  write({
    ...about,
    method: 'DELETE',
    path: '/webhooks/{webhook}',
    summary: 'Tell an address no more',
    params: OneWebhook,
    action: 'webhook.remove',
    resource: ofWebhook,
    reply: z.object({ id: z.string() }),
    edits: itself,
    operations: ({ params: { webhook } }) => [removeWebhook({ webhook })],
    answer: (_, { params: { webhook } }) => ({ id: webhook }),
  }),
  read({
    ...about,
    path: '/webhooks/{webhook}/deliveries',
    summary: 'What was sent to a webhook in the last 30 days, and what came of it, newest first',
    params: OneWebhook,
    query: z.strictObject(pageQuery),
    action: 'webhook.read',
    resource: ofWebhook,
    reply: pageOf(DeliveryView),
    async answer({ params: { webhook }, query }, db) {
      if (!(await oneWebhook(db, webhook))) throw unknown(webhook);
      return listDeliveries(db, webhook, query);
    },
  }),
];

const unknown = (id: string) => new ProblemError('webhook_unknown', `There is no webhook ${id}.`);

/** As the change left it, or, when there was nothing to change, as it was. */
function written({ resources }: Applied, signed: boolean, before: ShownWebhook | null): ShownWebhook {
  const touched = resources.find(({ kind }) => kind === 'webhook');
  if (!touched) {
    if (!before) throw new Error('the change left no webhook to answer with');
    return before;
  }
  return { ...(touched.after as Omit<ShownWebhook, 'signed' | 'version'>), signed, version: touched.version };
}
