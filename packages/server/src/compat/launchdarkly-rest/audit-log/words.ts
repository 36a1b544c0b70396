import { isDeepStrictEqual } from 'node:util';
import type { LedgerEntry } from '@latchkey/model';
import { theirAction } from '../policies/vocabulary.ts';

/** What each field of a flag's or segment's words is called as an action of LaunchDarkly's. */
const actionOfField: Readonly<Record<string, string>> = {
  name: 'updateName',
  description: 'updateDescription',
  tags: 'updateTags',
  temporary: 'updateTemporary',
  owner: 'updateMaintainer',
  clientSide: 'updateClientSideFlagAvailability',
  variations: 'updateFlagVariations',
  color: 'updateColor',
  protected: 'updateRequireComments',
  secureMode: 'updateSecureMode',
};

type Seen = Pick<LedgerEntry, 'action' | 'before' | 'after'>;

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** What was done, in LaunchDarkly's words for actions where it has one, and in ours where it has none. */
export function actionsOf({ action, before, after }: Seen): readonly string[] {
  if (!action.endsWith('.describe')) return [theirAction(action)];
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const fields = Object.keys({ ...old, ...now }).filter((name) => !isDeepStrictEqual(old[name], now[name]));
  const said = fields.flatMap((name) => actionOfField[name] ?? []);
  return said.length > 0 ? said : [theirAction(action)];
}

const verbs: Readonly<Record<string, string>> = {
  'flag.target': 'updated the targets of the flag',
  'flag.add-targets': 'added targets to the flag',
  'flag.remove-targets': 'removed targets from the flag',
  'flag.clear-targets': 'removed targets from the flag',
  'flag.set-fallthrough': 'updated the default rule of the flag',
  'flag.set-off-variation': 'updated the off variation of the flag',
  'flag.set-salt': 'changed who is in the rollouts of the flag',
  'flag.copy': 'copied settings into the flag',
  'flag.tag': 'updated the tags of the flag',
  'segment.tag': 'updated the tags of the segment',
  'segment.add-members': 'updated who is listed in the segment',
  'segment.remove-members': 'updated who is listed in the segment',
  'key.create': 'created a key of the environment',
  'key.revoke': 'ended a key of the environment',
  'role.define': 'defined the role',
  'member.invite': 'invited the member',
};

/** “turned on the flag”: what follows the name of whoever did it. */
export function titleVerb({ action, before, after }: Seen): string {
  if (action === 'flag.turn') return `turned ${fieldsOf(after)['on'] === true ? 'on' : 'off'} the flag`;
  const said = verbs[action];
  if (said) return said;
  const [noun = '', verb = ''] = action.split('.');
  const thing = noun.replaceAll(/[-_]/g, ' ');
  if (before === null) return `created the ${thing}`;
  if (after === null) return `deleted the ${thing}`;
  const subject = /(rule|clause|prerequisite|variation)/.exec(verb)?.[1];
  if (subject) return `updated the ${subject}s of the ${thing}`;
  const past: Readonly<Record<string, string>> = {
    archive: 'archived',
    restore: 'restored',
    deprecate: 'deprecated',
  };
  return `${past[verb] ?? 'updated'} the ${thing}`;
}

/** Our kinds of resource as LaunchDarkly's kinds of entry; those that it has no word for keep ours. */
const kinds: Readonly<Record<string, string>> = {
  flag_targeting: 'flag',
  segment_member: 'segment',
  environment_key: 'environment',
  api_token: 'token',
};
export const entryKind = (resourceKind: string): string => kinds[resourceKind] ?? resourceKind;

/** Edits that alter more than the thing that they are about: what follows from them is no entry of its own. */
const withConsequences: ReadonlySet<string> = new Set([
  'flag.create',
  'flag.clone',
  'flag.remove-variation',
  'environment.create',
]);

/** Whether an entry is told of: one for each thing that somebody did, as LaunchDarkly has it. */
export const isTold = ({ action, resourceKind }: Pick<LedgerEntry, 'action' | 'resourceKind'>): boolean =>
  !(resourceKind === 'flag_targeting' && withConsequences.has(action)) &&
  !(resourceKind === 'catalogue_entity' && action === 'project.create');
