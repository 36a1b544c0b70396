import { createHash } from 'node:crypto';
import { digestOf } from '../../kernel/access/secret-token.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Webhook } from '../../kernel/http/webhook.ts';
import { connectionAt, receive, secretsOf } from '../../slices/connections/index.ts';
import { type HookDeps, readMessage } from '../message.ts';
import { translate } from './translate.ts';
import { isSigned } from './verify.ts';

/** Both versions of a flag with thousands of rules in many environments. */
const bodyBytesMax = 4_194_304;

/**
 * LaunchDarkly's events. Who does not know a secret of the connection learns nothing: neither whether there is one, nor
 * whether it has a secret. Whatever is signed is kept and answered 200; another status would only bring the same again.
 */
export const launchDarklyWebhook = (deps: HookDeps): Webhook => ({
  path: '/hooks/launchdarkly/{connection}',
  bodyBytesMax,
  async receive(raw, headers, { connection: id = '' }) {
    const { db, box, log } = deps;
    const found = await connectionAt(db.reader, 'launchdarkly', digestOf(id));
    const secrets = found ? await secretsOf(db.reader, box, found.connection) : [];
    if (!found || !isSigned(raw, headers['x-ld-signature'], secrets)) {
      const facts = { platform: 'launchdarkly', known: found !== null };
      log({ level: 'info', message: 'webhook_refused', facts });
      const detail = 'Sign the body with the secret of this connection, in the header X-LD-Signature.';
      throw new ProblemError('invalid_signature', detail);
    }
    const digest = `sha256:${createHash('sha256').update(raw).digest('hex')}`;
    const message = readMessage(raw, digest, translate);
    return { status: 200, body: { status: await receive(found, message, deps) } };
  },
});
