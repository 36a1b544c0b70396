import { Id, Tags, toInstant, Webhook } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

const { name, url, on, statements, sealed } = Webhook.shape;

/** Tell an outside address of what changes here, from now on. */
export const createWebhook = operation({
  kind: 'webhook.create',
  scope: 'instance',
  input: z.strictObject({ id: Id, name, url, on, tags: Tags, statements, sealed }),
  resource: ({ id }) => `webhook/${id}`,
  setup: ({ id }) => ({ webhook: one('webhook', id) }),
  compute(said, { webhook }, { now, place }) {
    if (webhook) return refuse('key_taken', 'There is a webhook with this id already.');
    return [mutate('webhook', place, null, { ...said, createdAt: toInstant(now) })];
  },
});

export const WebhookEdit = z.strictObject({
  webhook: Id,
  name: name.exactOptional(),
  url: url.exactOptional(),
  on: on.exactOptional(),
  tags: Tags.exactOptional(),
  statements: statements.exactOptional(),
  sealed: sealed.exactOptional(),
});

/** Changes what is named. What is on its way already goes to the address that is there when its turn comes. */
export const updateWebhook = operation({
  kind: 'webhook.update',
  scope: 'instance',
  input: WebhookEdit,
  resource: ({ webhook }) => `webhook/${webhook}`,
  setup: ({ webhook }) => ({ webhook: one('webhook', webhook) }),
  compute({ webhook: id, ...said }, { webhook }, { place }) {
    if (!webhook) return refuse('webhook_unknown', `There is no webhook ${id}.`);
    return [mutate('webhook', place, webhook, { ...webhook, ...said })];
  },
});

/** Nothing more is sent, not even what is on its way. */
export const removeWebhook = operation({
  kind: 'webhook.remove',
  scope: 'instance',
  input: z.strictObject({ webhook: Id }),
  resource: ({ webhook }) => `webhook/${webhook}`,
  setup: ({ webhook }) => ({ webhook: one('webhook', webhook) }),
  compute({ webhook: id }, { webhook }, { place }) {
    if (!webhook) return refuse('webhook_unknown', `There is no webhook ${id}.`);
    return [mutate('webhook', place, webhook, null)];
  },
});
