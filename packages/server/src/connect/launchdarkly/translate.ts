import { entitledFeatureTag } from '@latchkey/engine';
import { FlagKey, Tag } from '@latchkey/model';
import { z } from 'zod';
import { FlagEvent, type Heard, type Message } from '../../slices/connections/index.ts';
import { wordsWithin } from '../words-within.ts';

/** A flag inside an entry. Everything else that LaunchDarkly sends of it is left out, its targets first of all. */
const Flag = z.object({
  key: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  archived: z.boolean().nullish(),
  deprecated: z.boolean().nullish(),
  temporary: z.boolean().nullish(),
  kind: z.string().nullish(),
  creationDate: z.number().nullish(),
  _version: z.number().nullish(),
});
type Flag = z.infer<typeof Flag>;

/** An entry of LaunchDarkly's audit log, which is what a webhook carries. Fields we do not know are no reason to refuse. */
const Entry = z.object({
  _id: z.string().min(1),
  date: z.int().nonnegative().max(253_402_300_799_999),
  kind: z.string(),
  name: z.string().nullish(),
  titleVerb: z.string().nullish(),
  description: z.string().nullish(),
  comment: z.string().nullish(),
  accesses: z.array(z.object({ action: z.string(), resource: z.string() })).nullish(),
  target: z.object({ resources: z.array(z.string()).nullish() }).nullish(),
  member: z.object({ email: z.string().nullish() }).nullish(),
  token: z.object({ name: z.string().nullish() }).nullish(),
  currentVersion: Flag.nullish(),
  previousVersion: Flag.nullish(),
});
type Entry = z.infer<typeof Entry>;

/** Its own identity, before anything of it was understood. */
const Identified = z.object({ _id: z.string().min(1), kind: z.string().max(50).optional() });

/** What a signed message says. `digest` names it where it has no name of its own. */
export function translate(body: unknown, digest: string): Message {
  const read = Entry.safeParse(body);
  if (read.success) return { heard: heardIn(read.data), dedupeKey: read.data._id, body: read.data };
  const known = Identified.safeParse(body).data;
  const reason = 'This is not an entry of the LaunchDarkly audit log as we know it.';
  return {
    heard: { kind: 'other', about: known?.kind ?? 'unreadable', reason },
    dedupeKey: known?._id ?? digest,
    body: known ?? {},
  };
}

function heardIn(entry: Entry): Heard {
  const other = (reason: string): Heard => ({ kind: 'other', about: entry.kind, reason });
  if (entry.kind !== 'flag') return other('Only flags become features.');
  const { currentVersion: current = null, previousVersion: previous = null } = entry;
  const isDeleted = actionsOf(entry).includes('deleteFlag');
  if (!current && !isDeleted) return other('It does not say what the flag is like now.');
  const place = placeOf(entry);
  const flag = current ?? previous;
  const key = flag?.key ?? place.flag;
  if (!FlagKey.safeParse(key).success) return other('The key of the flag cannot be a feature key.');
  const event = FlagEvent.safeParse({
    platform: 'launchdarkly',
    projectRef: place.project,
    flagRef: key,
    date: entry.date,
    version: isDeleted ? (previous?._version ?? 0) + 1 : (current?._version ?? 0),
    sold: flag?.tags?.includes(entitledFeatureTag) ?? false,
    state: isDeleted ? 'deleted' : stateOf(current),
    name: wordsWithin(200, flag?.name || entry.name || '') || key,
    description: wordsWithin(4000, flag?.description ?? ''),
    tags: (flag?.tags ?? []).filter((tag) => Tag.safeParse(tag).success).slice(0, 50),
  });
  if (!event.success) return other('The flag has fields that we cannot keep.');
  return { kind: 'flag', event: event.data, comment: commentOf(entry), link: null };
}

const stateOf = (flag: Flag | null | undefined): FlagEvent['state'] => {
  if (flag?.archived) return 'archived';
  return flag?.deprecated ? 'deprecated' : 'live';
};

const actionsOf = ({ accesses }: Entry): readonly string[] => (accesses ?? []).map(({ action }) => action);

/** `proj/shop;tag:env/production:flag/advanced-reports;tag`: each level may carry tags after a semicolon. */
function placeOf({ accesses, target }: Entry): { project: string; flag: string } {
  const resources = [...(accesses ?? []).map(({ resource }) => resource), ...(target?.resources ?? [])];
  const first = (pattern: RegExp): string =>
    resources.map((resource) => pattern.exec(resource)?.[1]).find((found) => found !== undefined) ?? '';
  return { project: first(/^proj\/([^:;]{1,200})(?=[:;]|$)/), flag: first(/:flag\/([^:;]+)/) };
}

/** `pm@shop.test updated the flag in LaunchDarkly: sold in Gold` */
function commentOf({ member, token, titleVerb, comment }: Entry): string {
  const who = member?.email || token?.name || 'Somebody';
  const what = `${who} ${titleVerb || 'changed the flag'} in LaunchDarkly`;
  return wordsWithin(4000, comment ? `${what}: ${comment}` : what);
}
