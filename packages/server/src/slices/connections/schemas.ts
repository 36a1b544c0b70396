import { Connection, FlagLink, Id, Key, Name, Tags } from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';

export const OneConnection = z.strictObject({ id: Id });

export const CreateConnection = z.strictObject({
  platform: Connection.shape.platform.extract(['launchdarkly', 'split']),
  name: Name.exactOptional(),
  environment: Key.nullable().exactOptional(),
  tags: Tags.exactOptional(),
});

/** A signing secret stays good beside the new one until the next rotation, unless it leaked and must end now. */
export const Rotate = z.strictObject({ endPrevious: z.boolean().exactOptional() });

const Health = z.object({ state: z.enum(['waiting', 'healthy', 'blocked']), detail: z.string() });

/** A connection without what proves it. Of a secret address only the beginning is in `url` for who may not reveal it. */
export const ConnectionView = Connection.omit({ sealed: true, digest: true }).extend({
  version: z.int(),
  url: z.string(),
  /** How many signing secrets are good; two while one replaces the other. */
  liveSecrets: z.int(),
  blocked: z.int(),
  failed: z.int(),
  lastReceivedAt: z.string().nullable(),
  health: Health,
});

export const ConnectionQuery = z.strictObject({
  /** Also those that were disconnected. */
  closed: z.stringbool().exactOptional(),
});
export const ConnectionPage = pageOf(ConnectionView);

export const EventView = z.object({
  id: z.string(),
  receivedAt: z.string(),
  at: z.string().nullable(),
  about: z.string(),
  status: z.string(),
  reason: z.string().nullable(),
  attempts: z.int(),
  message: z.unknown(),
});
export const EventQuery = z.strictObject({
  ...pageQuery,
  status: z.enum(['received', 'applied', 'ignored', 'blocked', 'failed']).exactOptional(),
});
export const EventPage = pageOf(EventView);

export const ConnectionShown = ConnectionView.extend({
  /** What flags cannot become features without, as long as it is missing. */
  missing: z.array(z.string()),
  setUp: z.object({ steps: z.array(z.string()), policy: z.string().nullable(), notes: z.array(z.string()) }),
  events: z.array(EventView),
  flags: z.array(FlagLink),
});

/** What to give the platform. `secret` is there where it signs; null when an idempotency key brought the earlier reply back. */
export const Issued = Connection.omit({ sealed: true, digest: true }).extend({
  version: z.int(),
  url: z.string().nullable(),
  secret: z.string().nullable().exactOptional(),
});

export const Disconnected = z.object({ id: z.string(), state: Connection.shape.state });
