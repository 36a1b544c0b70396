import { z } from 'zod';
import { Statement } from './access.ts';
import { Id, Tags, text } from './keys.ts';
import { Instant } from './time.ts';

/** An address outside that is told of what changes here. */
export const Webhook = z.strictObject({
  id: Id,
  name: text(200),
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(2000),
  /** Off: nothing is sent, and nothing of that time is sent later. */
  on: z.boolean(),
  tags: Tags,
  /** What it is told of, as a policy over actions and resources; without any, of everything. */
  statements: z.array(Statement).max(50),
  /** The id under which its secret is sealed; null when its messages are not signed. */
  sealed: z.string().nullable(),
  createdAt: Instant,
});
export type Webhook = z.infer<typeof Webhook>;
