import {
  CustomerKey,
  FeatureKey,
  FlagKey,
  Instant,
  Key,
  type LedgerEntry,
  Link,
  type ResourceKind,
  text,
} from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';

/** Whose news: without any, everybody's. */
const about = {
  customer: CustomerKey.exactOptional(),
  feature: FeatureKey.exactOptional(),
  flag: FlagKey.exactOptional(),
  segment: Key.exactOptional(),
};

export const Asked = z.strictObject({
  ...pageQuery,
  ...about,
  /** An id, or a part of a name. */
  actor: text(200).exactOptional(),
  /** `grant.create`, or all of a noun: `grant.*`. */
  action: z
    .string()
    .regex(/^[a-z_-]+\.(?:[a-z_-]+|\*)$/, 'must be an action such as grant.create or grant.*')
    .exactOptional(),
  from: Instant.exactOptional(),
  to: Instant.exactOptional(),
});

export const Followed = z.strictObject(about);

const Actor = z.object({
  kind: z.enum(['member', 'token', 'key', 'connection', 'system']),
  id: z.string(),
  name: z.string(),
});

const Entry = z.object({
  seq: z.int(),
  changeId: z.string(),
  position: z.int(),
  project: z.string(),
  environment: z.string(),
  /** Null in the ledger of a project, whose environments count for themselves. */
  revision: z.int().nullable(),
  at: Instant,
  actor: Actor,
  action: z.string(),
  resource: z.string(),
  resourceKind: z.string().transform((kind) => kind as ResourceKind),
  resourceId: z.string(),
  customer: z.string().nullable(),
  feature: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  comment: z.string(),
  links: z.array(Link).readonly(),
  hash: z.string(),
}) satisfies z.ZodType<LedgerEntry>;

export const EntryPage = pageOf(Entry);
