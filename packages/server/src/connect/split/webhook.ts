import { createHash } from 'node:crypto';
import { digestOf } from '../../kernel/access/secret-token.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Webhook } from '../../kernel/http/webhook.ts';
import { connectionAt, receive } from '../../slices/connections/index.ts';
import { type HookDeps, readMessage } from '../message.ts';
import { translate } from './translate.ts';

/** A definition is readable text; nothing that Split sends comes near. */
const bodyBytesMax = 1_048_576;

/** Split's events. It signs nothing, so the address is the secret; it counts any status but 200 as a failure. */
export const splitWebhook = (deps: HookDeps): Webhook => ({
  path: '/hooks/split/{token}',
  bodyBytesMax,
  async receive(raw, _headers, { token = '' }) {
    const found = await connectionAt(deps.db.reader, 'split', digestOf(token));
    if (!found) {
      deps.log({ level: 'info', message: 'webhook_refused', facts: { platform: 'split' } });
      throw new ProblemError('not_found', 'There is nothing at this address.');
    }
    const digest = `sha256:${createHash('sha256').update(raw).digest('hex')}`;
    const message = readMessage(raw, digest, translate);
    const status = await receive(found, message, deps);
    const hint = message.heard.kind === 'other' ? { hint: message.heard.reason } : {};
    return { status: 200, body: { status, ...hint } };
  },
});
