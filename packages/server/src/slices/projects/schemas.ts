import { Environment, Project } from '@latchkey/model';
import { z } from 'zod';
import { pageOf } from '../../kernel/http/paging.ts';
import { NewEnvironment, NewProject } from './operations/create.ts';
import { ProjectWords } from './operations/describe.ts';
import { EnvironmentWords } from './operations/describe-environment.ts';
import { counters } from './pages.ts';

export const EnvironmentView = Environment.extend(counters);
export const EnvironmentShown = EnvironmentView.extend({ epoch: z.string() });
export const EnvironmentPage = pageOf(EnvironmentView);

const ProjectView = Project.extend(counters);
export const ProjectPage = pageOf(ProjectView);
export const ProjectShown = ProjectView.extend({ environments: z.array(EnvironmentView) });
export const ProjectReply = ProjectView;

/** The public id of an environment is given by us. */
export const CreateEnvironment = NewEnvironment.omit({ clientSideId: true });
export const CreateProject = NewProject.omit({ environments: true }).extend({
  environments: z.array(CreateEnvironment).min(1).max(50).exactOptional(),
});
export const DescribeProject = ProjectWords.omit({ project: true });
export const DescribeEnvironment = EnvironmentWords.omit({ environment: true });
