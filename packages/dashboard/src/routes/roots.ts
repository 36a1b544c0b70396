import {
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
  rootRouteId,
} from '@tanstack/react-router';
import { Problem } from '../api/problem.ts';
import { environmentsOf, me, meIn, projects } from '../api/queries.ts';
import { queryClient } from '../api/query-client.ts';
import type { Place } from '../api/replies.ts';
import { recallPlace } from '../shell/place.ts';
import { LostAlone, StrandedAlone } from '../shell/stranded.tsx';

export const rootRoute = createRootRoute({ errorComponent: StrandedAlone, notFoundComponent: LostAlone });

const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ location }) => {
    await signedIn(location.href);
    throw redirect({ to: '/$project/$environment', params: await firstPlace() });
  },
});

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): { readonly to?: string } =>
    typeof to === 'string' && isOurs(to) ? { to } : {},
  component: lazyRouteComponent(() => import('../pages/entrance/sign-in.tsx'), 'SignIn'),
});

const welcome = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  validateSearch: ({ token }: Record<string, unknown>): { readonly token: string } => ({
    token: typeof token === 'string' ? token : '',
  }),
  component: lazyRouteComponent(() => import('../pages/entrance/welcome.tsx'), 'Welcome'),
});

export const entrances = [start, signIn, welcome] as const;

/** Everything that happens in one environment of one project, inside the frame. */
export const placeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$project/$environment',
  errorComponent: StrandedAlone,
  beforeLoad: async ({ params, location }) => {
    await signedIn(location.href);
    const [, { items }] = await Promise.all([
      queryClient.ensureQueryData(projects),
      queryClient.ensureQueryData(environmentsOf(params.project)),
      queryClient.ensureQueryData(meIn(params)),
    ]);
    if (!items.some(({ key }) => key === params.environment)) throw notFound({ routeId: rootRouteId });
  },
  component: lazyRouteComponent(() => import('../shell/frame.tsx'), 'Frame'),
});

async function signedIn(back: string): Promise<void> {
  try {
    await queryClient.ensureQueryData(me);
  } catch (error) {
    if (error instanceof Problem && error.status === 401)
      throw redirect({ to: '/sign-in', search: back === '/' ? {} : { to: back } });
    throw error;
  }
}

/** Where the person was last, if it still exists; else the first environment there is. */
async function firstPlace(): Promise<Place> {
  const { items } = await queryClient.ensureQueryData(projects);
  const recalled = recallPlace();
  const project = items.find(({ key }) => key === recalled?.project) ?? items[0];
  if (!project) throw notFound();
  const environments = (await queryClient.ensureQueryData(environmentsOf(project.key))).items;
  const environment = environments.find(({ key }) => key === recalled?.environment) ?? environments[0];
  if (!environment) throw notFound();
  return { project: project.key, environment: environment.key };
}

/** Only addresses of this site: a link in an e-mail must not send people elsewhere after signing in. */
function isOurs(to: string): boolean {
  return to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\');
}
