import type { Environment } from '@latchkey/model';
import type { Reader } from '../store/database.ts';
import type { Change } from './change.ts';
import { ProblemError } from './problem-error.ts';

/**
 * What an environment demands of every change. A protected one wants to know why; the product's own changes say so by
 * themselves. An unknown project or environment is refused here, whatever was asked of it.
 */
export async function guard(db: Reader, { place, comment, principal, preview }: Change): Promise<void> {
  if (place.project === '') return;
  const project = await bodyOf(db, place.project, '', 'project', place.project);
  if (!project) throw new ProblemError('project_unknown', 'There is no such project.');
  if (place.environment === '') return;
  const environment = (await bodyOf(
    db,
    place.project,
    place.environment,
    'environment',
    place.environment,
  )) as Environment | undefined;
  if (!environment) throw new ProblemError('environment_unknown', 'There is no such environment.');
  if (environment.protected && !preview && principal.kind !== 'system' && comment.trim() === '') {
    throw new ProblemError(
      'comment_required',
      `${environment.name} is protected: say why in a comment.`,
      {},
      [{ pointer: '#/change/comment', detail: 'must say why' }],
    );
  }
}

async function bodyOf(
  db: Reader,
  project: string,
  environment: string,
  kind: string,
  id: string,
): Promise<unknown> {
  const row = await db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.body;
}
