import { randomBytes } from 'node:crypto';
import type { Environment } from '@latchkey/model';
import { z } from 'zod';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { wholeReply } from '../../kernel/http/etag.ts';
import { type Route, read, write } from '../../kernel/http/routes.ts';
import { listEnvironments, listProjects, showEnvironment, showProject } from './list.ts';
import { createProject } from './operations/create.ts';
import { createEnvironment } from './operations/create-environment.ts';
import { describeProject } from './operations/describe.ts';
import { describeEnvironment } from './operations/describe-environment.ts';
import { searchQuery, written } from './pages.ts';
import {
  CreateEnvironment,
  CreateProject,
  DescribeEnvironment,
  DescribeProject,
  EnvironmentPage,
  EnvironmentShown,
  EnvironmentView,
  ProjectPage,
  ProjectReply,
  ProjectShown,
} from './schemas.ts';
import { environmentStore, projectStore } from './store.ts';

const tag = 'Projects';
const Asked = z.strictObject(searchQuery);
const ofProject = () => 'project/*';
const ofEnvironment = () => 'environment/*';

/** What a project has unless it asks for others. Whether production wants a reason for every change is its owner's choice. */
const usualEnvironments: z.infer<typeof CreateEnvironment>[] = [
  { key: 'production', name: 'Production', color: 'red' },
  { key: 'staging', name: 'Staging', color: 'yellow' },
];

/** Public, and only told apart by chance: 96 random bits. */
const newClientSideId = (): string => randomBytes(12).toString('hex');

export const projectRoutes: readonly Route[] = [
  read({
    scope: 'instance',
    path: '/projects',
    summary: 'The projects of this installation',
    tag,
    query: Asked,
    action: 'project.read',
    resource: () => 'proj/*',
    reply: ProjectPage,
    answer: ({ query }, db) => listProjects(db, query),
  }),
  write({
    method: 'POST',
    scope: 'instance',
    path: '/projects',
    summary: 'Create a project with its environments',
    tag,
    body: CreateProject,
    action: 'project.create',
    resource: () => 'proj/*',
    status: 201,
    reply: ProjectShown,
    prepare: ({ body: { environments = usualEnvironments } }) =>
      environments.map((environment) => ({ ...environment, clientSideId: newClientSideId() })),
    operations: ({ body }, environments) => [createProject({ ...body, environments })],
    answer: (applied, { body: { key } }) => ({
      ...written(applied, 'project', key),
      environments: applied.resources.flatMap(({ kind, after, version }) =>
        kind === 'environment' ? [{ ...(after as Environment), version }] : [],
      ),
    }),
  }),
  read({
    scope: 'project',
    path: '',
    summary: 'A project and its environments',
    tag,
    action: 'project.read',
    resource: ofProject,
    reply: ProjectShown,
    version: wholeReply,
    async answer({ place }, db) {
      const project = await showProject(db, place);
      if (!project) throw new ProblemError('project_unknown', 'There is no such project.');
      return project;
    },
  }),
  write({
    method: 'PATCH',
    scope: 'project',
    path: '',
    summary: 'Change the words about a project',
    tag,
    body: DescribeProject,
    action: 'project.describe',
    resource: ofProject,
    reply: ProjectReply,
    prepare: ({ place }, db) => projectStore.one(db, place, place.project),
    operations: ({ place, body }) => [describeProject({ project: place.project, ...body })],
    answer: (applied, { place }, before) => written(applied, 'project', place.project, before),
  }),
  read({
    scope: 'project',
    path: '/environments',
    summary: 'The environments of a project',
    tag,
    action: 'environment.read',
    resource: ofEnvironment,
    reply: EnvironmentPage,
    answer: async ({ place }, db) => ({ items: await listEnvironments(db, place), nextCursor: null }),
  }),
  write({
    method: 'POST',
    scope: 'project',
    path: '/environments',
    summary: 'Create an environment; every flag starts there switched off',
    tag,
    body: CreateEnvironment,
    action: 'environment.create',
    resource: ofEnvironment,
    status: 201,
    reply: EnvironmentView,
    prepare: newClientSideId,
    operations: ({ body }, clientSideId) => [createEnvironment({ ...body, clientSideId })],
    answer: (applied, { body: { key } }) => written(applied, 'environment', key),
  }),
  read({
    scope: 'environment',
    path: '',
    summary: 'An environment, its public browser id, and how far its ledger has come',
    tag,
    action: 'environment.read',
    resource: ofEnvironment,
    reply: EnvironmentShown,
    version: wholeReply,
    async answer({ place }, db) {
      const environment = await showEnvironment(db, place);
      if (!environment) throw new ProblemError('environment_unknown', 'There is no such environment.');
      return environment;
    },
  }),
  write({
    method: 'PATCH',
    scope: 'environment',
    path: '',
    summary: 'Change name, colour, protection or default plan of an environment',
    tag,
    body: DescribeEnvironment,
    action: 'environment.describe',
    resource: ofEnvironment,
    reply: EnvironmentView,
    prepare: ({ place }, db) => environmentStore.one(db, place, place.environment),
    operations: ({ place, body }) => [describeEnvironment({ environment: place.environment, ...body })],
    answer: (applied, { place }, before) => written(applied, 'environment', place.environment, before),
  }),
];
