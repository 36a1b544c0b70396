import { Link } from '@latchkey/model';
import { z } from 'zod';
import { FlagEvent, type Heard, type Message } from '../../slices/connections/index.ts';
import { wordsWithin } from '../words-within.ts';

/** A change of a flag's definition in one environment. There is no field that says what happened, only prose. */
const Definition = z.object({
  name: z.string().min(1).max(300),
  type: z.literal('split'),
  changeNumber: z.int(),
  time: z.number().nonnegative().max(253_402_300_799_999).nullish(),
  environmentName: z.string().nullish(),
  editor: z.string().nullish(),
  description: z.string().nullish(),
  link: z.string().nullish(),
});
type Definition = z.infer<typeof Definition>;

const AdminEntry = z.object({
  id: z.string().min(1),
  type: z.literal('audit_log'),
  auditLogType: z.string().nullish(),
});

const adminHint =
  'This is the webhook “Audit logs (admin)”, which says nothing about flags. Set up “Outgoing webhook (Audit logs)” instead.';

/** What a message says. Every flag of Split is sold, whatever its tags. `digest` names it where nothing else does. */
export function translate(body: unknown, digest: string): Message {
  const read = Definition.safeParse(body);
  if (read.success) {
    const { name, environmentName, changeNumber } = read.data;
    const dedupeKey = `split:${name}:${environmentName ?? ''}:${changeNumber}`;
    return { heard: heardIn(read.data), dedupeKey, body: read.data };
  }
  const admin = AdminEntry.safeParse(body);
  if (admin.success) {
    const heard: Heard = { kind: 'other', about: 'audit_log', reason: adminHint };
    return { heard, dedupeKey: `audit_log:${admin.data.id}`, body: admin.data };
  }
  const reason = 'This is not a change of a flag as Split sends it.';
  return { heard: { kind: 'other', about: 'unreadable', reason }, dedupeKey: digest, body: {} };
}

function heardIn(definition: Definition): Heard {
  const { name, editor, environmentName, description, link } = definition;
  const event = FlagEvent.safeParse({
    platform: 'split',
    projectRef: '',
    flagRef: name,
    date: momentOf(definition),
    version: definition.changeNumber,
    sold: true,
    state: 'live',
    name: wordsWithin(200, name),
    description: '',
    tags: [],
  });
  if (!event.success) {
    const reason = 'The name of the flag cannot be a feature key.';
    return { kind: 'other', about: 'split', reason };
  }
  const where = environmentName ? ` (${environmentName})` : '';
  const what = `${editor || 'Somebody'} changed the flag in Split${where}`;
  const comment = wordsWithin(4000, description ? `${what}: ${description}` : what);
  return { kind: 'flag', event: event.data, comment, link: Link.shape.url.safeParse(link).data ?? null };
}

/** Documented as a Unix time stamp; seconds and milliseconds were both seen. */
function momentOf({ time, changeNumber }: Definition): number {
  const moment = time ?? Math.max(0, changeNumber);
  return Math.floor(moment < latestSeconds ? moment * 1000 : moment);
}

/** As seconds, the year 5138; as milliseconds, March 1973. */
const latestSeconds = 100_000_000_000;
