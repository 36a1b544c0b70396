import type { Project } from '@latchkey/model';
import { z } from 'zod';
import { authoriseBeforeLoading } from '../../kernel/access/authorise.ts';
import { createProject, describeProject } from '../../slices/projects/index.ts';
import { readBody, readDocumentPatch } from './body.ts';
import { changedFields } from './changed-fields.ts';
import { assertMay, editOne } from './edit.ts';
import { type Asked, created, endpoint, ok, param, type Rest } from './endpoint.ts';
import { EnvironmentPost, furnish, newEnvironmentOf, shownEnvironment } from './environments.ts';
import { invalid, notSupported } from './failure.ts';
import { byQuery, byTags, filtered, textOf } from './filter.ts';
import { projectId } from './ids.ts';
import { type Links, link, pathOf } from './links.ts';
import { loadEnvironments, loadProject, loadProjects } from './load.ts';
import { type Collection, collection, many, onePage, pageAsked, single, sorted } from './paging.ts';

interface RestProject {
  readonly _id: string;
  readonly key: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly includeInSnippetByDefault: boolean;
  readonly defaultClientSideAvailability: {
    readonly usingMobileKey: boolean;
    readonly usingEnvironmentId: boolean;
  };
  readonly _links: Links;
  readonly environments?: Collection<unknown> | readonly unknown[];
}

export const projectOf = ({ key, name, tags }: Project): RestProject => ({
  _id: projectId(key),
  key,
  name,
  tags: tags.toSorted(),
  includeInSnippetByDefault: false,
  defaultClientSideAvailability: { usingMobileKey: false, usingEnvironmentId: false },
  _links: {
    self: link(pathOf('projects', key)),
    environments: link(pathOf('projects', key, 'environments')),
    flags: link(pathOf('flags', key)),
  },
});

const usualEnvironments = [
  { key: 'test', name: 'Test', color: 'F5A623' },
  { key: 'production', name: 'Production', color: '417505' },
];

const never = z.literal(false, 'must be false: a flag is offered to clients one by one here').optional();
const ProjectPost = z.strictObject({
  key: z.string(),
  name: z.string(),
  tags: z.array(z.string()).optional(),
  environments: z.array(EnvironmentPost).min(1).max(50).default(usualEnvironments),
  includeInSnippetByDefault: never,
  defaultClientSideAvailability: z
    .strictObject({ usingMobileKey: never, usingEnvironmentId: never })
    .optional(),
});
const Editable = z.object({ name: z.string(), tags: z.array(z.string()) });

const instance = { project: '', environment: '' };

async function withEnvironments(
  rest: Rest,
  project: Project,
  expand: readonly string[],
): Promise<RestProject> {
  const unknown = expand.find((one) => one !== 'environments');
  if (unknown !== undefined) throw invalid(`expand takes environments, not ${unknown}.`);
  if (expand.length === 0) return projectOf(project);
  const all = await loadEnvironments(rest.db.reader, project.key);
  const page = { limit: 20, offset: 0 };
  const items = await Promise.all(
    onePage(all, page).map(({ body }) => shownEnvironment(rest, project.key, body)),
  );
  const path = pathOf('projects', project.key, 'environments');
  return { ...projectOf(project), environments: collection(items, all.length, path, {}, page) };
}

/** A project that somebody may not look at is not listed for them. */
const maySee = ({ principal }: Pick<Asked, 'principal'>, key: string): boolean =>
  authoriseBeforeLoading(principal, { action: 'project.read', resource: `proj/${key}` }) === null;

export const projectEndpoints = [
  endpoint('GET', '/projects', async (asked, rest) => {
    assertMay(asked, 'project.read', instance, 'proj/*');
    const all = (await loadProjects(rest.db.reader)).filter(({ body }) => maySee(asked, body.key));
    const fitting = filtered(all, single(asked.query, 'filter'), {
      query: byQuery(({ body: { key, name } }) => `${key} ${name}`),
      tags: byTags(({ body: { tags } }) => tags),
      keys: (condition) => {
        const keys = textOf(condition).split('|');
        return ({ body: { key } }) => keys.includes(key);
      },
    });
    const inOrder = sorted(fitting, single(asked.query, 'sort'), {
      name: ({ body }) => body.name,
      createdOn: ({ createdAt }) => createdAt,
    });
    const page = pageAsked(asked.query);
    const expand = many(asked.query, 'expand');
    const items = await Promise.all(
      onePage(inOrder, page).map(({ body }) => withEnvironments(rest, body, expand)),
    );
    return ok(collection(items, fitting.length, '/projects', asked.query, page));
  }),

  endpoint('POST', '/projects', async (asked, rest) => {
    assertMay(asked, 'project.create', instance, 'proj/*');
    if (typeof asked.body === 'object' && asked.body !== null && 'namingConvention' in asked.body)
      throw notSupported('naming conventions for flags');
    const { key, name, tags, environments } = readBody(ProjectPost, asked.body);
    const founded = environments.map((one) => newEnvironmentOf(one, rest.newClientSideId()));
    const call = createProject({ key, name, environments: founded, ...(tags && { tags }) });
    await editOne(asked, rest, instance, [call]);
    const made = [];
    for (const { body } of await loadEnvironments(rest.db.reader, key)) {
      const sent = environments.find((one) => one.key === body.key) ?? {};
      made.push(await furnish(asked, rest, { project: key, environment: body.key }, sent));
    }
    const { body } = await loadProject(rest.db.reader, key);
    return created({ ...projectOf(body), environments: made });
  }),

  endpoint('GET', '/projects/{project}', async (asked, rest) => {
    const key = param(asked, 'project');
    assertMay(asked, 'project.read', { project: key, environment: '' }, `project/${key}`);
    const { body } = await loadProject(rest.db.reader, key);
    return ok(await withEnvironments(rest, body, many(asked.query, 'expand')));
  }),

  endpoint('PATCH', '/projects/{project}', async (asked, rest) => {
    const key = param(asked, 'project');
    const place = { project: key, environment: '' };
    assertMay(asked, 'project.describe', place, `project/${key}`);
    const before = projectOf((await loadProject(rest.db.reader, key)).body);
    const { apply, comment } = readDocumentPatch(asked);
    const after = apply(before);
    const changed = changedFields(before, after, ['name', 'tags'] as const);
    const { name, tags } = readBody(Editable, after);
    const words = {
      ...(changed.has('name') && { name }),
      ...(changed.has('tags') && { tags: [...new Set(tags)].toSorted() }),
    };
    const calls = changed.size > 0 ? [describeProject({ project: key, ...words })] : [];
    await editOne(asked, rest, place, calls, comment);
    return ok(projectOf((await loadProject(rest.db.reader, key)).body));
  }),

  endpoint('DELETE', '/projects/{project}', () => {
    throw notSupported('deletion of projects: their customers and their ledger stay');
  }),
];
