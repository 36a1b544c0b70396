import type { Method, Route, RouteScope } from './routes.ts';

/** A route as the router knows it: `/api/v1/projects/:project/flags`. */
export interface DeclaredRoute {
  readonly method: Method;
  readonly url: string;
}

/** What each scope puts in front of a route's own path. */
export const scopePrefix: { readonly [S in RouteScope]: string } = {
  instance: '/api/v1',
  project: '/api/v1/projects/{project}',
  environment: '/api/v1/projects/{project}/environments/{environment}',
};

/** The whole path in OpenAPI's form. */
export const fullPath = ({ scope, path }: Pick<Route, 'scope' | 'path'>): string => scopePrefix[scope] + path;

/** The whole path in the router's form. */
export const routerUrl = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

export const declaredOf = (route: Route): DeclaredRoute => ({
  method: route.method,
  url: routerUrl(fullPath(route)),
});

/** Routes that answer although nobody declared them. HEAD comes with every GET. */
export function undeclaredRoutes(
  live: readonly { readonly method: string; readonly url: string }[],
  declared: readonly DeclaredRoute[],
): readonly string[] {
  const known = new Set(declared.map(({ method, url }) => `${method} ${url}`));
  return live
    .map(({ method, url }) => `${method === 'HEAD' ? 'GET' : method} ${url}`)
    .filter((route) => !known.has(route));
}

/** The methods that the declared routes take at an address; none when nothing is there. */
export function methodsAt(path: string, declared: readonly DeclaredRoute[]): readonly Method[] {
  const steps = path.split('/');
  const fits = (url: string): boolean => {
    const pattern = url.split('/');
    return (
      pattern.length === steps.length &&
      pattern.every((step, at) => step === steps[at] || (step.startsWith(':') && steps[at] !== ''))
    );
  };
  return [...new Set(declared.filter(({ url }) => fits(url)).map(({ method }) => method))];
}
