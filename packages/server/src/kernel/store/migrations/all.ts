import type { Migration } from 'kysely';
import * as kernel from './0001_kernel.ts';
import * as customers from './0002_customers.ts';
import * as approvals from './0003_approvals.ts';
import * as insights from './0004_insights.ts';
import * as segments from './0005_segments.ts';
import * as webhooks from './0006_webhooks.ts';
import * as usage from './0007_usage.ts';
import * as usageAnchors from './0008_usage_anchors.ts';

/** Every migration by name. A list, not a folder scan: what runs is what was built. Names sort in the order they run. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_kernel': kernel,
  '0002_customers': customers,
  '0003_approvals': approvals,
  '0004_insights': insights,
  '0005_segments': segments,
  '0006_webhooks': webhooks,
  '0007_usage': usage,
  '0008_usage_anchors': usageAnchors,
};
