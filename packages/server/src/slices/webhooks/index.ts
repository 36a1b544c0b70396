import type { Job } from '../../kernel/jobs/runner.ts';
import { type DeliverDeps, deliverJob } from './deliver.ts';
import { createWebhook, removeWebhook, updateWebhook } from './operations/webhooks.ts';
import { tellJobs } from './tell.ts';

export const operations = [createWebhook, updateWebhook, removeWebhook];

/** What looks for news, and what sends them. */
export const jobs = (deps: DeliverDeps): readonly Job[] => [...tellJobs(deps), deliverJob(deps)];

export { exceptionsOf } from './addresses.ts';
export { allWebhooks, oneWebhook } from './list.ts';
export { newWebhookId, webhookRoutes as routes } from './routes.ts';
export { newSecret, seal } from './secret.ts';
export type { Telling } from './tell.ts';
export { createWebhook, removeWebhook, updateWebhook };
