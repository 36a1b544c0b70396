import type { IncomingHttpHeaders } from 'node:http';
import type { Environment, Place, Project } from '@latchkey/model';
import { authoriseBeforeLoading } from '../../kernel/access/authorise.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { listEnvironments } from '../../slices/projects/index.ts';
import type { Token } from './endpoint.ts';
import { invalid, notFound } from './failure.ts';

/** The protocol has one catalogue and one set of customers; we have many, and this header says which. */
const placeHeader = 'x-latchkey-place';

/** The credential in a Basic header: the user name is the place, the password the token. */
export function basicOf(authorization: string | undefined): { place: string; token: string } | null {
  const sent = /^basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (sent === undefined) return null;
  const written = Buffer.from(sent, 'base64').toString('utf8');
  const colon = written.indexOf(':');
  return colon < 0 ? null : { place: written.slice(0, colon), token: written.slice(colon + 1) };
}

function saidPlace(headers: IncomingHttpHeaders): string | null {
  const header = headers[placeHeader];
  if (typeof header === 'string' && header !== '') return header;
  const user = basicOf(headers.authorization)?.place ?? '';
  return user.includes('/') ? user : null;
}

/** The environment that is meant: the one that was named, or the only one that it can be. */
export async function placeMeant(
  db: Reader,
  principal: Token,
  headers: IncomingHttpHeaders,
): Promise<{ readonly place: Place; readonly environment: Environment }> {
  const said = saidPlace(headers);
  const [project = '', wanted = null, ...more] = said?.split('/') ?? [await onlyProject(db, principal)];
  if (more.length > 0) throw invalid(`${placeHeader} is a project, a slash and an environment.`);
  const place = { project, environment: '' };
  const kept = await tableStore('project').one(db, place, project);
  if (!kept) throw notFound(`There is no project ${project}.`);
  const environments = await listEnvironments(db, place);
  const usual = environments.length === 1 ? environments[0] : undefined;
  const environment =
    environments.find(({ key }) => key === (wanted ?? 'production')) ?? (wanted === null ? usual : undefined);
  if (!environment) {
    if (wanted !== null) throw notFound(`There is no environment ${wanted} in ${project}.`);
    throw invalid(`Say which environment of ${project} is meant: ${placeHeader}: ${project}/….`);
  }
  return { place: { project, environment: environment.key }, environment };
}

/** The one project that the sender may look at. */
async function onlyProject(db: Reader, principal: Token): Promise<string> {
  const rows = await db
    .selectFrom('resource')
    .select('body')
    .where('kind', '=', 'project')
    .where('environment', '=', '')
    .orderBy('project')
    .execute();
  const visible = rows
    .map(({ body }) => (body as Project).key)
    .filter((key) => !authoriseBeforeLoading(principal, { action: 'project.read', resource: `proj/${key}` }));
  const [only, ...others] = visible;
  if (only === undefined) throw notFound('There is no project that this token may look at.');
  if (others.length === 0) return only;
  throw invalid(
    `There are several projects. Say which is meant with the header ${placeHeader}: project/environment, or as the user name of Basic credentials.`,
  );
}
