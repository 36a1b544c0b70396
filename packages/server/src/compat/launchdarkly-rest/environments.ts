import type { Environment, EnvironmentKey, Place } from '@latchkey/model';
import { z } from 'zod';
import { secretPrefixes } from '../../kernel/access/secret-token.ts';
import { revokeKey } from '../../slices/keys/index.ts';
import { createEnvironment, describeEnvironment } from '../../slices/projects/index.ts';
import { readBody, readDocumentPatch } from './body.ts';
import { changedFields } from './changed-fields.ts';
import { toColor, toDigits } from './colors.ts';
import { assertMay, edit, editOne } from './edit.ts';
import { type Asked, created, endpoint, ok, param, type Rest } from './endpoint.ts';
import { invalid, notSupported } from './failure.ts';
import { byQuery, byTags, filtered } from './filter.ts';
import { firstKeys, newKey } from './fresh-key.ts';
import { type Links, link, pathOf } from './links.ts';
import { type Loaded, loadAll, loadEnvironment, loadEnvironments, loadProject } from './load.ts';
import { collection, onePage, pageAsked, single, sorted } from './paging.ts';

export interface RestEnvironment {
  readonly _id: string;
  readonly key: string;
  readonly name: string;
  readonly apiKey: string;
  readonly mobileKey: string;
  readonly color: string;
  readonly defaultTtl: number;
  readonly secureMode: boolean;
  readonly defaultTrackEvents: boolean;
  readonly requireComments: boolean;
  readonly confirmChanges: boolean;
  readonly tags: readonly string[];
  readonly critical: boolean;
  readonly _links: Links;
}

/** Values of keys that were made just now; of older ones only the ending is kept. */
export interface KeyValues {
  readonly sdk?: string;
  readonly mobile?: string;
}

const Color = z.string().regex(/^[0-9a-fA-F]{6}$/, 'must be six hexadecimal digits');
const off = z.literal(false, 'cannot be true here').optional();

export const EnvironmentPost = z.strictObject({
  key: z.string(),
  name: z.string(),
  color: Color,
  requireComments: z.boolean().optional(),
  defaultTtl: z.literal(0, 'must be 0: SDKs here hold what they are streamed').optional(),
  secureMode: z.boolean().optional(),
  defaultTrackEvents: off,
  confirmChanges: off,
  critical: off,
  tags: z.array(z.string()).max(0, 'must be empty: environments have no tags here').optional(),
});

/** What our operations are told of a new environment. */
export const newEnvironmentOf = (
  { key, name, color, requireComments = false }: z.infer<typeof EnvironmentPost>,
  clientSideId: string,
) => ({ key, name, color: toColor(color), protected: requireComments, clientSideId });

const pathFor = (project: string, ...more: readonly string[]): string =>
  pathOf('projects', project, 'environments', ...more);

export function environmentOf(
  project: string,
  { key, name, color, clientSideId, protected: isProtected, secureMode = false }: Environment,
  { sdk = '', mobile = '' }: KeyValues,
): RestEnvironment {
  return {
    _id: clientSideId,
    key,
    name,
    apiKey: sdk,
    mobileKey: mobile,
    color: toDigits(color),
    defaultTtl: 0,
    secureMode,
    defaultTrackEvents: false,
    requireComments: isProtected,
    confirmChanges: false,
    tags: [],
    critical: false,
    _links: { self: link(pathFor(project, key)), parent: link(pathOf('projects', project)) },
  };
}

/** What is still known of the newest live keys: their endings, behind asterisks. */
async function keptKeys({ db }: Rest, place: Place): Promise<KeyValues> {
  const keys = await loadAll(db.reader, 'environment_key', place);
  const hidden = (kind: 'sdk' | 'mobile'): string => {
    const newest = newestFirst(keys).find((key) => key.kind === kind);
    return newest ? `${secretPrefixes[kind]}****${newest.ending}` : '';
  };
  return { sdk: hidden('sdk'), mobile: hidden('mobile') };
}

const newestFirst = (keys: readonly Loaded<EnvironmentKey>[]): readonly EnvironmentKey[] =>
  keys
    .map(({ body }) => body)
    .filter(({ revokedAt }) => revokedAt === null)
    .toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));

export async function shownEnvironment(rest: Rest, project: string, environment: Environment) {
  return environmentOf(project, environment, await keptKeys(rest, { project, environment: environment.key }));
}

/** A new key of a kind. The ones before it end at once, or, with `expiry`, the newest of them at that time. */
async function resetKey(asked: Asked, rest: Rest, kind: 'sdk' | 'mobile') {
  const place = placeOf(asked);
  const environment = await loadEnvironment(rest.db.reader, place);
  assertMay(asked, 'key.create', place, 'key/*');
  const live = newestFirst(await loadAll(rest.db.reader, 'environment_key', place)).filter(
    (key) => key.kind === kind,
  );
  const expiry = expiryOf(asked);
  const [newest] = live;
  const kept = expiry === null ? undefined : newest;
  const fresh = await newKey(kind, '', asked, rest);
  const ended = live.filter((key) => key !== kept).map(({ id }) => revokeKey({ key: id }));
  await editOne(asked, rest, place, [...ended, fresh.call], 'Reset');
  if (kept && expiry !== null) {
    const later = [{ place, calls: [revokeKey({ key: kept.id })] }];
    await edit(asked, rest, later, { comment: 'Reset', effectiveAt: expiry });
  }
  const values = { ...(await keptKeys(rest, place)), [kind]: fresh.value };
  return ok(environmentOf(place.project, environment.body, values));
}

function expiryOf({ query, now }: Asked): number | null {
  const written = single(query, 'expiry');
  if (written === undefined || written === '') return null;
  const at = Number(written);
  if (Number.isInteger(at) && at > now) return at;
  throw invalid('expiry is a time to come, in milliseconds since 1970.');
}

/** What LaunchDarkly's environments are born with, and ours are given right after: keys, and secure mode if it was asked for. */
export async function furnish(
  asked: Asked,
  rest: Rest,
  place: Place,
  { secureMode = false }: Pick<z.infer<typeof EnvironmentPost>, 'secureMode'>,
): Promise<RestEnvironment> {
  const values = await firstKeys(asked, rest, place);
  const secured = secureMode ? [describeEnvironment({ environment: place.environment, secureMode })] : [];
  await editOne(asked, rest, place, secured, 'Made with the environment');
  const { body } = await loadEnvironment(rest.db.reader, place);
  return environmentOf(place.project, body, values);
}

const placeOf = (asked: Asked): Place => ({
  project: param(asked, 'project'),
  environment: param(asked, 'environment'),
});

export const environmentEndpoints = [
  endpoint('GET', '/projects/{project}/environments', async (asked, rest) => {
    const project = param(asked, 'project');
    assertMay(asked, 'environment.read', { project, environment: '' }, 'environment/*');
    await loadProject(rest.db.reader, project);
    const all = (await loadEnvironments(rest.db.reader, project)).map(({ body }) => body);
    const fitting = filtered(all, single(asked.query, 'filter'), {
      query: byQuery(({ key, name }) => `${key} ${name}`),
      tags: byTags(() => []),
    });
    const inOrder = sorted(fitting, single(asked.query, 'sort'), {
      name: ({ name }) => name,
      key: ({ key }) => key,
      createdOn: (environment) => all.indexOf(environment),
      critical: () => 0,
    });
    const page = pageAsked(asked.query);
    const items = await Promise.all(
      onePage(inOrder, page).map((one) => shownEnvironment(rest, project, one)),
    );
    return ok(collection(items, fitting.length, pathFor(project), asked.query, page));
  }),

  endpoint('POST', '/projects/{project}/environments', async (asked, rest) => {
    const project = param(asked, 'project');
    assertMay(asked, 'environment.create', { project, environment: '' }, 'environment/*');
    await loadProject(rest.db.reader, project);
    if (typeof asked.body === 'object' && asked.body !== null && 'source' in asked.body)
      throw notSupported('copying of a whole environment: create it, then copy the flags that it needs');
    const body = readBody(EnvironmentPost, asked.body);
    const there = { project, environment: body.key };
    const call = createEnvironment(newEnvironmentOf(body, rest.newClientSideId()));
    await editOne(asked, rest, { project, environment: '' }, [call]);
    return created(await furnish(asked, rest, there, body));
  }),

  endpoint('GET', '/projects/{project}/environments/{environment}', async (asked, rest) => {
    const place = placeOf(asked);
    assertMay(asked, 'environment.read', place, `environment/${place.environment}`);
    const { body } = await loadEnvironment(rest.db.reader, place);
    return ok(await shownEnvironment(rest, place.project, body));
  }),

  endpoint('PATCH', '/projects/{project}/environments/{environment}', async (asked, rest) => {
    const place = placeOf(asked);
    assertMay(asked, 'environment.describe', place, `environment/${place.environment}`);
    const { body: before } = await loadEnvironment(rest.db.reader, place);
    const shown = await shownEnvironment(rest, place.project, before);
    const { apply, comment } = readDocumentPatch(asked);
    const after = apply(shown);
    const changed = changedFields(shown, after, ['name', 'color', 'requireComments', 'secureMode'] as const);
    const { name, color, requireComments, secureMode } = readBody(Editable, after);
    const words = {
      ...(changed.has('name') && { name }),
      ...(changed.has('color') && { color: toColor(color) }),
      ...(changed.has('requireComments') && { protected: requireComments }),
      ...(changed.has('secureMode') && { secureMode }),
    };
    const calls = changed.size > 0 ? [describeEnvironment({ environment: place.environment, ...words })] : [];
    await editOne(asked, rest, place, calls, comment);
    const { body } = await loadEnvironment(rest.db.reader, place);
    return ok(await shownEnvironment(rest, place.project, body));
  }),

  endpoint('DELETE', '/projects/{project}/environments/{environment}', () => {
    throw notSupported('deletion of environments: their customers and their ledger stay');
  }),

  endpoint('POST', '/projects/{project}/environments/{environment}/apiKey', (asked, rest) =>
    resetKey(asked, rest, 'sdk'),
  ),
  endpoint('POST', '/projects/{project}/environments/{environment}/mobileKey', (asked, rest) =>
    resetKey(asked, rest, 'mobile'),
  ),
];

const Editable = z.object({
  name: z.string(),
  color: Color,
  requireComments: z.boolean(),
  secureMode: z.boolean(),
});
