import { sql } from 'kysely';
import { assertMay } from './edit.ts';
import { endpoint, ok } from './endpoint.ts';
import { invalid } from './failure.ts';
import { objectId } from './ids.ts';
import { link } from './links.ts';
import { single } from './paging.ts';
import { memberOfToken } from './tokens.ts';

/** One installation is one account. */
export const accountId = objectId('account');

const collections = [
  'auditlog',
  'caller-identity',
  'flags',
  'members',
  'projects',
  'roles',
  'segments',
  'tags',
  'tokens',
  'versions',
  'webhooks',
];

/** The version of LaunchDarkly's API whose shapes these are. */
const version = 20240415;

export const accountEndpoints = [
  endpoint('GET', '', () =>
    ok({
      links: Object.fromEntries(collections.map((name) => [name, link(`/${name}`)])),
      _links: { self: link(''), ...Object.fromEntries(collections.map((name) => [name, link(`/${name}`)])) },
    }),
  ),

  endpoint('GET', '/caller-identity', async (asked, rest) => {
    const { id: tokenId, name: tokenName } = asked.principal;
    const memberId = await memberOfToken(asked, rest);
    return ok({
      accountId,
      tokenId,
      tokenName,
      tokenKind: 'auth',
      authKind: 'token',
      serviceToken: memberId === null,
      ...(memberId !== null && { memberId }),
      scopes: [],
    });
  }),

  endpoint('GET', '/versions', () =>
    ok({ validVersions: [version], latestVersion: version, currentVersion: version, beta: false }),
  ),

  endpoint('GET', '/tags', async (asked, { db }) => {
    assertMay(asked, 'project.read', { project: '', environment: '' }, 'proj/*');
    const kind = single(asked.query, 'kind');
    if (kind !== undefined && !(kind in tagged))
      throw invalid(`kind is one of ${Object.keys(tagged).join(', ')}.`);
    const kinds = kind === undefined ? Object.values(tagged) : [tagged[kind as keyof typeof tagged]];
    const begins = single(asked.query, 'pre') ?? '';
    const rows = await db.reader
      .selectFrom('resource')
      .select(sql<string>`distinct jsonb_array_elements_text(body -> 'tags')`.as('tag'))
      .where('kind', 'in', kinds)
      .execute();
    const items = rows
      .map(({ tag }) => tag)
      .filter((tag) => tag.startsWith(begins))
      .toSorted();
    return ok({ items, _links: { self: link('/tags') } });
  }),
];

const tagged = { flag: 'flag', segment: 'segment', project: 'project' } as const;
