import type { Flag, FlagTargeting, LedgerEntry } from '@latchkey/model';
import { accountId } from '../account.ts';
import { variationsOf } from '../flags/representation.ts';
import { targetingOf } from '../flags/targeting.ts';
import { type Links, link, pathOf, site } from '../links.ts';
import { memberLinks, splitName } from '../members.ts';
import { actionsOf, entryKind, titleVerb } from './words.ts';

/** Who else is named by entries, looked up for a page at once. */
export interface Known {
  /** By id of the member. */
  readonly emails: ReadonlyMap<string, string>;
  /** By project and key, with a slash between them. */
  readonly flagNames: ReadonlyMap<string, string>;
  /** By id of the token. */
  readonly tokens: ReadonlyMap<string, { readonly ending: string; readonly member: string | null }>;
}

export interface Access {
  readonly action: string;
  readonly resource: string;
}

/** The number of an entry as an id of LaunchDarkly's form, and back. */
export const entryId = (seq: number): string => seq.toString(16).padStart(24, '0');
export const seqOf = (id: string): number | null =>
  /^0{11}[0-9a-f]{13}$/.test(id) ? Number.parseInt(id, 16) : null;

/**
 * What of the entry policies and `spec` are matched against. Flags and segments are edited below an environment in
 * LaunchDarkly, so what all environments share is listed once for each of them.
 */
export function accessesOf(entry: LedgerEntry, environments: readonly string[]): readonly Access[] {
  const { resource, project, environment } = entry;
  const thing = /^proj\/[^:]+:((?:flag|segment)\/.+)$/.exec(resource)?.[1];
  const resources =
    thing !== undefined && environment === ''
      ? environments.map((key) => `proj/${project}:env/${key}:${thing}`)
      : [resource];
  const named = resources.length > 0 ? resources : [resource];
  return actionsOf(entry).flatMap((action) => named.map((one) => ({ action, resource: one })));
}

export function entryOf(entry: LedgerEntry, accesses: readonly Access[], known: Known) {
  const { actor, at, comment, seq, project, environment } = entry;
  const target = targetOf(entry, known);
  const verb = titleVerb(entry);
  const where = environment === '' ? '' : ` in \`${environment}\``;
  return {
    _id: entryId(seq),
    _accountId: accountId,
    date: Date.parse(at),
    kind: entryKind(entry.resourceKind),
    name: target.name,
    description: '',
    shortDescription: '',
    comment,
    accesses,
    ...actorPart(entry, known),
    titleVerb: verb,
    title: `${actor.name} ${verb} [${target.name}](${target.site})${where}`,
    target: {
      name: target.name,
      resources: [...new Set(accesses.map(({ resource }) => resource))],
      _links: { canonical: link(target.path), site: site(target.site) },
    },
    ...(project !== '' && {
      parent: {
        name: environment === '' ? project : environment,
        resource: environment === '' ? `proj/${project}` : `proj/${project}:env/${environment}`,
        _links: { canonical: link(pathOf('projects', project)) },
      },
    }),
    _links: {
      self: link(pathOf('auditlog', entryId(seq))),
      parent: link('/auditlog'),
      canonical: link(target.path),
      site: site(target.site),
    } satisfies Links,
  };
}

export const detailOf = (entry: LedgerEntry, accesses: readonly Access[], known: Known) => ({
  ...entryOf(entry, accesses, known),
  previousVersion: versionOf(entry, entry.before),
  currentVersion: versionOf(entry, entry.after),
  delta: null,
  triggerBody: null,
  merge: null,
  subentries: [],
});

function actorPart({ actor: { kind, id, name } }: LedgerEntry, { emails, tokens }: Known) {
  const memberPart = (member: string, called: string) => ({
    member: {
      _id: member,
      email: emails.get(member) ?? '',
      ...splitName(called),
      _links: memberLinks(member),
    },
    subject: { name: called, avatarUrl: '', _links: memberLinks(member) },
  });
  if (kind === 'member') return memberPart(id, name);
  if (kind !== 'token') return { app: { name, isScim: false, maintainerName: '', _links: {} } };
  const token = tokens.get(id);
  return {
    ...(token?.member != null && memberPart(token.member, name)),
    token: {
      _id: id,
      name,
      ending: token?.ending ?? '',
      serviceToken: (token?.member ?? null) === null,
      _links: { self: link(pathOf('tokens', id)) },
    },
  };
}

function targetOf(
  { project, environment, resourceKind, resourceId, before, after }: LedgerEntry,
  { flagNames }: Known,
) {
  const named = (after ?? before) as { name?: unknown; segment?: unknown } | null;
  const said = typeof named?.name === 'string' ? named.name : '';
  const name = said || (flagNames.get(`${project}/${resourceId}`) ?? resourceId);
  const at = environment === '' ? [project] : [project, environment];
  switch (entryKind(resourceKind)) {
    case 'flag':
      return { name, path: pathOf('flags', project, resourceId), site: pathOf(...at, 'flags', resourceId) };
    case 'segment': {
      const key = typeof named?.segment === 'string' ? named.segment : resourceId;
      return {
        name: resourceKind === 'segment_member' ? key : name,
        path: pathOf('segments', ...at, key),
        site: pathOf(...at, 'segments', key),
      };
    }
    case 'project':
      return { name, path: pathOf('projects', resourceId), site: pathOf(resourceId) };
    case 'environment':
      return { name, path: pathOf('projects', project, 'environments', environment), site: pathOf(...at) };
    default:
      return {
        name,
        path: pathOf(`${entryKind(resourceKind)}s`, resourceId),
        site: project === '' ? '/' : pathOf(...at),
      };
  }
}

/** The resource before or after in LaunchDarkly's shape where it has one, and in ours otherwise. */
function versionOf({ project, environment, resourceKind }: LedgerEntry, body: unknown): unknown {
  if (body === null) return null;
  if (resourceKind === 'flag_targeting') {
    const targeting = body as FlagTargeting;
    return { key: targeting.flag, environments: { [environment]: targetingOf(targeting) } };
  }
  if (resourceKind === 'flag') {
    const { owner, state, clientSide, purpose: _, ...flag } = body as Flag;
    return {
      ...flag,
      kind: flag.kind === 'boolean' ? 'boolean' : 'multivariate',
      variations: variationsOf(project, body as Flag),
      archived: state === 'archived',
      deprecated: state === 'deprecated',
      clientSideAvailability: { usingMobileKey: clientSide, usingEnvironmentId: clientSide },
      ...(owner !== null && { maintainerId: owner }),
    };
  }
  return body;
}
