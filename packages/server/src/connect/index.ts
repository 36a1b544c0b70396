import type { Webhook } from '../kernel/http/webhook.ts';
import type { Job } from '../kernel/jobs/runner.ts';
import { catchUpJobs, type Listen, replayWhenRestored } from '../slices/connections/index.ts';
import { launchDarklyWebhook } from './launchdarkly/webhook.ts';
import type { HookDeps } from './message.ts';
import { splitWebhook } from './split/webhook.ts';

export interface ConnectDeps extends HookDeps {
  readonly listen: Listen;
}

/** Every address for events of outside platforms. */
export const webhooks = (deps: HookDeps): readonly Webhook[] => [
  launchDarklyWebhook(deps),
  splitWebhook(deps),
];

/** What makes up for events that could not be taken in when they came; it also listens for what they wait for. */
export function jobs(deps: ConnectDeps): readonly Job[] {
  replayWhenRestored(deps.listen, deps);
  return catchUpJobs(deps);
}
