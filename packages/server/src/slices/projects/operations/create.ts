import { Environment, Key, Name, type Project, Tags, text } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { seededEntities } from './seeded-entities.ts';

/** An environment as it is asked for. Its colour warns: red where it is protected, gray elsewhere, unless told otherwise. */
export const NewEnvironment = z.strictObject({
  key: Key,
  name: Name,
  color: Environment.shape.color.exactOptional(),
  protected: z.boolean().exactOptional(),
  clientSideId: Environment.shape.clientSideId,
});
export type NewEnvironment = z.infer<typeof NewEnvironment>;

export const newEnvironment = ({
  key,
  name,
  clientSideId,
  protected: isProtected = false,
  color = isProtected ? 'red' : 'gray',
}: NewEnvironment): Environment => ({
  key,
  name,
  color,
  protected: isProtected,
  clientSideId,
  defaultPlan: null,
});

export const NewProject = z.strictObject({
  key: Key,
  name: Name,
  description: text(4000).exactOptional(),
  tags: Tags.exactOptional(),
  environments: z.array(NewEnvironment).min(1).max(50),
});

/** A project's screens live at `/<key>/…`; these addresses are the server's own. */
const reservedKeys: ReadonlySet<string> = new Set([
  'api',
  'assets',
  'docs',
  'ems',
  'healthz',
  'hooks',
  'ld',
  'metrics',
  'ofrep',
  'openapi.json',
  'problems',
  'readyz',
  'requests',
  'sdk',
  'sign-in',
  'split',
  'welcome',
]);

/** A new catalogue with its environments and the entries that flag-born features stand on. */
export const createProject = operation({
  kind: 'project.create',
  // It founds a place, so it cannot happen in it: the installation's ledger orders those who found one at once.
  scope: 'instance',
  input: NewProject,
  resource: ({ key }) => `project/${key}`,
  setup: ({ key }) => ({ project: one('project', key) }),
  compute({ environments, ...said }, { project: existing }) {
    if (reservedKeys.has(said.key)) {
      return refuse('key_taken', `${said.key} is an address of this server already.`, { field: 'key' });
    }
    if (existing) return refuse('key_taken', `There is a project ${said.key} already.`, { field: 'key' });
    const twice = environments.findIndex(({ key }, index) =>
      environments.slice(0, index).some((earlier) => earlier.key === key),
    );
    if (twice >= 0) {
      return refuse('key_taken', 'Two environments have the same key.', {
        field: `environments/${twice}/key`,
      });
    }
    const place = { project: said.key, environment: '' };
    const project: Project = { description: '', tags: [], ...said };
    return [
      mutate('project', place, null, project),
      ...environments.map((environment) =>
        mutate('environment', { ...place, environment: environment.key }, null, newEnvironment(environment)),
      ),
      ...seededEntities.map((entity) => mutate('catalogue_entity', place, null, entity)),
    ];
  },
});
