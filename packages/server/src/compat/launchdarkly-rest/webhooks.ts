import { Statement, Tags, type Webhook } from '@latchkey/model';
import { z } from 'zod';
import {
  allWebhooks,
  createWebhook,
  newSecret,
  newWebhookId,
  oneWebhook,
  removeWebhook,
  seal,
  updateWebhook,
} from '../../slices/webhooks/index.ts';
import { readBody, readDocumentPatch } from './body.ts';
import { changedFields } from './changed-fields.ts';
import { assertMay, editOne } from './edit.ts';
import { type Asked, endpoint, nothingLeft, ok, param, type Rest } from './endpoint.ts';
import { notFound } from './failure.ts';
import { type Links, link, selfAndParent } from './links.ts';

interface RestWebhook {
  readonly _id: string;
  readonly name: string;
  readonly url: string;
  /** In full only when it was made just now. */
  readonly secret?: string;
  readonly statements: Webhook['statements'];
  readonly on: boolean;
  readonly tags: readonly string[];
  readonly _links: Links;
}

const hidden = '••••••••';

const webhookOf = (
  { id, name, url, statements, on, tags, sealed }: Webhook,
  secret?: string,
): RestWebhook => ({
  _id: id,
  name,
  url,
  ...(sealed !== null && { secret: secret ?? hidden }),
  statements,
  on,
  tags,
  _links: selfAndParent('webhooks', id),
});

const place = { project: '', environment: '' };
const secret = z.string().min(8).max(200);
const said = {
  name: z.string().default(''),
  url: z.string(),
  on: z.boolean(),
  tags: Tags.default([]),
  statements: z.array(Statement).default([]),
};
const WebhookBody = z.strictObject({ ...said, sign: z.boolean(), secret: secret.optional() });
const Patched = z.object({ ...said, secret: secret.optional() });

async function find(asked: Asked, { db }: Rest): Promise<Webhook> {
  const kept = await oneWebhook(db.reader, param(asked, 'id'));
  if (!kept) throw notFound(`There is no webhook ${param(asked, 'id')}.`);
  return kept.body;
}

export const webhookEndpoints = [
  endpoint('GET', '/webhooks', async (asked, { db }) => {
    assertMay(asked, 'webhook.read', place, 'webhook/*');
    const items = (await allWebhooks(db.reader)).map(({ body }) => webhookOf(body));
    return ok({ items, _links: { self: link('/webhooks') } });
  }),

  endpoint('POST', '/webhooks', async (asked, rest) => {
    assertMay(asked, 'webhook.create', place, 'webhook/*');
    const { sign, secret: given, ...body } = readBody(WebhookBody, asked.body);
    const made = sign ? (given ?? newSecret()) : null;
    const id = newWebhookId();
    const sealed = made === null ? null : await seal(made, asked.now, rest);
    await editOne(asked, rest, place, [createWebhook({ ...body, id, sealed })]);
    const kept = await oneWebhook(rest.db.reader, id);
    if (!kept) throw new Error('a webhook is gone right after it was made');
    return ok(webhookOf(kept.body, made ?? undefined));
  }),

  endpoint('GET', '/webhooks/{id}', async (asked, rest) => {
    assertMay(asked, 'webhook.read', place, `webhook/${param(asked, 'id')}`);
    return ok(webhookOf(await find(asked, rest)));
  }),

  endpoint('PATCH', '/webhooks/{id}', async (asked, rest) => {
    const id = param(asked, 'id');
    assertMay(asked, 'webhook.update', place, `webhook/${id}`);
    const before = webhookOf(await find(asked, rest));
    const { apply, comment } = readDocumentPatch(asked);
    const after = apply(before);
    const changed = changedFields(before, after, [
      'name',
      'url',
      'on',
      'tags',
      'statements',
      'secret',
    ] as const);
    const { secret: wanted, ...now } = readBody(Patched, after);
    const sealed = changed.has('secret') ? (wanted ? await seal(wanted, asked.now, rest) : null) : undefined;
    const call = updateWebhook({ webhook: id, ...now, ...(sealed !== undefined && { sealed }) });
    await editOne(asked, rest, place, [call], comment);
    return ok(webhookOf(await find(asked, rest)));
  }),

  endpoint('DELETE', '/webhooks/{id}', async (asked, rest) => {
    const { id } = await find(asked, rest);
    assertMay(asked, 'webhook.remove', place, `webhook/${id}`);
    await editOne(asked, rest, place, [removeWebhook({ webhook: id })]);
    return nothingLeft;
  }),
];
