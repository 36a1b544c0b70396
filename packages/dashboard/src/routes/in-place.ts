import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { placeRoute } from './roots.ts';

const getParentRoute = () => placeRoute;

/** Keeps the named texts of an address's search and drops the rest. */
const texts =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Record<string, unknown>): { readonly [N in Name]?: string | undefined } =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = search[name];
        return (typeof value === 'string' || typeof value === 'number') && value !== ''
          ? [[name, String(value)]]
          : [];
      }),
    ) as { readonly [N in Name]?: string | undefined };

/** Path → page. Filters live in the address, so that a view can be sent to a colleague. */
export const inPlace = [
  createRoute({
    getParentRoute,
    path: '/',
    component: lazyRouteComponent(() => import('../pages/home/home.tsx'), 'Home'),
  }),
  createRoute({
    getParentRoute,
    path: '/customers',
    validateSearch: texts('query', 'plan', 'feature', 'state'),
    component: lazyRouteComponent(() => import('../pages/customers/customer-list.tsx'), 'CustomerList'),
  }),
  createRoute({
    getParentRoute,
    path: '/customers/$customer',
    component: lazyRouteComponent(() => import('../pages/customers/customer-show.tsx'), 'CustomerShow'),
  }),
] as const;
