import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Edit } from './client.ts';
import { Problem } from './problem.ts';
import { whole } from './query-client.ts';
import type { Place } from './replies.ts';
import type { paths } from './schema.gen.ts';

type InEnvironment = '/api/v1/projects/{project}/environments/{environment}';
type Asked<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;
type Rows<P extends keyof paths> = Asked<P> extends { items: (infer One)[] } ? One : never;

export type ChangeShown = Asked<`${InEnvironment}/changes/{id}`>;
type ChangeRow = Rows<`${InEnvironment}/changes`>;
export type GuardrailReply = Rows<'/api/v1/projects/{project}/guardrails'>;

/** Where a change waits: in the environment, in what its project shares, or in the installation. */
export const scopes = ['environment', 'project', 'instance'] as const;
export type ChangeScope = (typeof scopes)[number];
export type ChangeHere = ChangeRow & { readonly scope: ChangeScope };

const waiting = 'pending,scheduled';
const over = 'applied,rejected,failed,cancelled';

/**
 * Everything that waits, or waited, for somebody who stands in an environment, newest first. Those of the installation,
 * which are about members, roles and tokens, are left out for people who see none of these.
 */
export const changesAround = (place: Place, which: 'waiting' | 'over', seesMembers: boolean) =>
  queryOptions({
    queryKey: ['changes', place, which, seesMembers],
    queryFn: async ({ signal }) => {
      const status = which === 'waiting' ? waiting : over;
      const asked = scopes.filter((scope) => scope !== 'instance' || seesMembers);
      const lists = await Promise.all(asked.map((scope) => listIn(scope, place, status, signal)));
      return lists.flat().sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
    },
    // Others ask and decide while one looks.
    refetchInterval: 15_000,
  });

async function listIn(
  scope: ChangeScope,
  place: Place,
  status: string,
  signal: AbortSignal,
): Promise<readonly ChangeHere[]> {
  const query = { status, limit: whole };
  const asking = {
    environment: () =>
      api.GET('/api/v1/projects/{project}/environments/{environment}/changes', {
        params: { path: place, query },
        signal,
      }),
    project: () => api.GET('/api/v1/projects/{project}/changes', { params: { path: place, query }, signal }),
    instance: () => api.GET('/api/v1/changes', { params: { query }, signal }),
  };
  try {
    const { items } = await answerOf(asking[scope]());
    return items.map((item) => ({ ...item, scope }));
  } catch (error) {
    // Members and roles are not everybody's business; for others the list ends with the project.
    if (error instanceof Problem && error.status === 403) return [];
    throw error;
  }
}

export const oneChange = (place: Place, scope: ChangeScope, id: string) =>
  queryOptions({
    queryKey: ['changes', place, scope, id],
    queryFn: ({ signal }): Promise<ChangeShown> => {
      const path = { ...place, id };
      switch (scope) {
        case 'environment':
          return answerOf(
            api.GET('/api/v1/projects/{project}/environments/{environment}/changes/{id}', {
              params: { path },
              signal,
            }),
          );
        case 'project':
          return answerOf(api.GET('/api/v1/projects/{project}/changes/{id}', { params: { path }, signal }));
        case 'instance':
          return answerOf(api.GET('/api/v1/changes/{id}', { params: { path }, signal }));
      }
    },
    refetchInterval: 15_000,
  });

const prefixes: { readonly [S in ChangeScope]: string } = {
  environment: '/api/v1/projects/{project}/environments/{environment}',
  project: '/api/v1/projects/{project}',
  instance: '/api/v1',
};

/** What people do with a change that waits. The digest says what they looked at, so that nobody agrees to anything else. */
export function decideChange(
  place: Place,
  scope: ChangeScope,
  { id, digest }: Pick<ChangeShown, 'id' | 'digest'>,
  does: 'approve' | 'reject' | 'cancel',
): Edit {
  const path = `${prefixes[scope]}/changes/{id}/${does}`;
  const params = { ...place, id };
  const named = Object.entries(params).filter(([name]) => path.includes(`{${name}}`));
  return { method: 'post', path, params: Object.fromEntries(named), body: { digest }, version: null };
}

export const guardrailsOf = ({ project }: Pick<Place, 'project'>) =>
  queryOptions({
    queryKey: ['guardrails', project],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/projects/{project}/guardrails', {
          params: { path: { project }, query: { limit: whole } },
          signal,
        }),
      ),
  });
