import type { Webhook } from '@latchkey/model';
import { expect, test } from 'vitest';
import { createWebhook, removeWebhook, updateWebhook } from './webhooks.ts';

const place = { project: '', environment: '' };
const here = {
  actor: { kind: 'member', id: 'otto', name: 'Otto' },
  now: Date.parse('2026-03-10T09:00:00Z'),
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
  place,
} as const;
const said = {
  id: 'w1',
  name: 'CRM',
  url: 'https://crm.example/hook',
  on: true,
  tags: [],
  statements: [],
  sealed: 's1',
};
const webhook: Webhook = { ...said, createdAt: '2026-03-10T09:00:00.000Z' };

test('a webhook is told of what happens from its making on', () => {
  expect(createWebhook.compute(said, { webhook: null }, here)).toMatchObject([{ after: webhook }]);
  expect(createWebhook.compute(said, { webhook }, here)).toMatchObject({ refused: 'key_taken' });
});

test('what is not named stays, also the secret', () => {
  expect(updateWebhook.compute({ webhook: 'w1', on: false }, { webhook }, here)).toMatchObject([
    { before: webhook, after: { ...webhook, on: false } },
  ]);
  expect(updateWebhook.compute({ webhook: 'w1' }, { webhook: null }, here)).toMatchObject({
    refused: 'webhook_unknown',
  });
});

test('a webhook that is gone cannot be removed again', () => {
  expect(removeWebhook.compute({ webhook: 'w1' }, { webhook }, here)).toMatchObject([
    { before: webhook, after: null },
  ]);
  expect(removeWebhook.compute({ webhook: 'w1' }, { webhook: null }, here)).toMatchObject({
    refused: 'webhook_unknown',
  });
});

test('an address is one of the web', () => {
  for (const url of ['file:///etc/passwd', 'ftp://example.com', 'nonsense'])
    expect(createWebhook.input.safeParse({ ...said, url }).success).toBe(false);
});
