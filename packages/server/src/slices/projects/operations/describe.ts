import { Key, Name, Tags, text } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

export const ProjectWords = z.strictObject({
  project: Key,
  name: Name.exactOptional(),
  description: text(4000).exactOptional(),
  tags: Tags.exactOptional(),
});

/** The words about a project. Its key stays for good. */
export const describeProject = operation({
  kind: 'project.describe',
  scope: 'project',
  input: ProjectWords,
  resource: ({ project }) => `project/${project}`,
  setup: ({ project }) => ({ project: one('project', project) }),
  compute({ project: key, ...words }, { project }, { place }) {
    if (!project || key !== place.project)
      return refuse('project_unknown', `There is no project ${key} here.`);
    return [mutate('project', place, project, { ...project, ...words })];
  },
});
