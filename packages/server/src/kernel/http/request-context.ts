import { Key, type Place } from '@latchkey/model';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Principal } from '../access/principal.ts';
import { fieldErrors } from '../changes/field-errors.ts';
import { accept, ProblemError } from '../changes/problem-error.ts';
import { assertSafe } from './limits.ts';
import type { RouteDeps } from './route-deps.ts';
import type { Route, RouteContext } from './routes.ts';

const nothing = z.strictObject({});

/**
 * What every route knows before it answers: who asks, where, and what the address says, all checked. Somebody without
 * the right learns nothing about what they sent.
 */
export async function contextOf(
  route: Route,
  request: FastifyRequest,
  deps: RouteDeps,
): Promise<RouteContext<unknown, unknown>> {
  const principal = principalOf(request);
  const { place, own } = splitParams(route, request.params as Readonly<Record<string, string>>);
  const problem = place.project === '' ? null : await placeProblem(place, deps);
  if (problem !== null) throw new ProblemError(problem, unknownPlace[problem] ?? '');
  const params = parsePart('path', route.params ?? nothing, own);
  const refusal = await deps.authorise(principal, {
    action: route.action,
    place,
    resource: route.resource(params),
  });
  if (refusal !== null) accept(refusal);
  const query = parsePart('query', route.query ?? nothing, { ...(request.query as object) });
  return { params, query, place, principal, now: deps.now() };
}

/** Checks one part of a request. Fields of the address are told apart from those of the body. */
export function parsePart(
  part: 'path' | 'query' | 'body' | 'change',
  schema: z.ZodType,
  value: unknown,
): unknown {
  if (part === 'path' || part === 'query') assertSafe(value);
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = fieldErrors(read.error.issues, part === 'change' ? ['change'] : []);
  const located =
    part === 'path' || part === 'query' ? errors.map((error) => ({ ...error, in: part })) : errors;
  throw new ProblemError('invalid_request', 'A part of the request is not as expected.', {}, located);
}

function principalOf({ principal }: FastifyRequest): Principal {
  if (principal === null) throw new Error('a declared route was reached without a principal');
  return principal;
}

const ownedByScope = {
  instance: [],
  project: ['project'],
  environment: ['project', 'environment'],
} as const;

/** The place is the scope's; what is left is the route's own. A project's own page is an instance route with a `{project}`. */
function splitParams({ scope }: Route, params: Readonly<Record<string, string>>) {
  const taken: readonly string[] = ownedByScope[scope];
  const own = Object.fromEntries(Object.entries(params).filter(([name]) => !taken.includes(name)));
  const { project = '', environment = '' } = params;
  const place: Place = {
    project: scope === 'instance' ? '' : project,
    environment: scope === 'environment' ? environment : '',
  };
  return { place, own };
}

async function placeProblem(place: Place, deps: RouteDeps) {
  if (!Key.safeParse(place.project).success) return 'project_unknown';
  if (place.environment !== '' && !Key.safeParse(place.environment).success) return 'environment_unknown';
  return deps.placeProblem(place);
}

const unknownPlace: { readonly [code: string]: string } = {
  project_unknown: 'Look at the project in the address.',
  environment_unknown: 'Look at the environment in the address.',
};
