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
  createRoute({
    getParentRoute,
    path: '/features',
    validateSearch: texts('query', 'isFeatureFlag', 'state', 'unassigned'),
    component: lazyRouteComponent(() => import('../pages/features/feature-list.tsx'), 'FeatureList'),
  }),
  createRoute({
    getParentRoute,
    path: '/features/$feature',
    component: lazyRouteComponent(() => import('../pages/features/feature-show.tsx'), 'FeatureShow'),
  }),
  createRoute({
    getParentRoute,
    path: '/plans',
    component: lazyRouteComponent(() => import('../pages/plans/plan-matrix.tsx'), 'PlanMatrix'),
  }),
  createRoute({
    getParentRoute,
    path: '/plans/$plan',
    component: lazyRouteComponent(() => import('../pages/plans/plan-show.tsx'), 'PlanShow'),
  }),
  createRoute({
    getParentRoute,
    path: '/flags',
    validateSearch: texts('query', 'state', 'tag', 'purpose', 'owner', 'temporary', 'on', 'guarding', 'sort'),
    component: lazyRouteComponent(() => import('../pages/flags/flag-list.tsx'), 'FlagList'),
  }),
  createRoute({
    getParentRoute,
    path: '/flags/$flag',
    validateSearch: texts('tab'),
    component: lazyRouteComponent(() => import('../pages/flags/flag-show.tsx'), 'FlagShow'),
  }),
  createRoute({
    getParentRoute,
    path: '/playground',
    validateSearch: texts('flag', 'customer'),
    component: lazyRouteComponent(() => import('../pages/playground/playground.tsx'), 'Playground'),
  }),
  createRoute({
    getParentRoute,
    path: '/segments',
    validateSearch: texts('query'),
    component: lazyRouteComponent(() => import('../pages/segments/segment-list.tsx'), 'SegmentList'),
  }),
  createRoute({
    getParentRoute,
    path: '/segments/$segment',
    validateSearch: texts('tab'),
    component: lazyRouteComponent(() => import('../pages/segments/segment-show.tsx'), 'SegmentShow'),
  }),
  createRoute({
    getParentRoute,
    path: '/programmes',
    validateSearch: texts('show', 'kind'),
    component: lazyRouteComponent(() => import('../pages/programmes/programme-list.tsx'), 'ProgrammeList'),
  }),
  createRoute({
    getParentRoute,
    path: '/usage',
    validateSearch: texts('show'),
    component: lazyRouteComponent(() => import('../pages/usage/near-limit.tsx'), 'NearLimit'),
  }),
  createRoute({
    getParentRoute,
    path: '/clean-up',
    validateSearch: texts('days'),
    component: lazyRouteComponent(() => import('../pages/insights/clean-up.tsx'), 'CleanUp'),
  }),
  createRoute({
    getParentRoute,
    path: '/ledger',
    validateSearch: texts('customer', 'feature', 'flag', 'segment', 'actor', 'from', 'to'),
    component: lazyRouteComponent(() => import('../pages/ledger/ledger-list.tsx'), 'LedgerList'),
  }),
  createRoute({
    getParentRoute,
    path: '/changes',
    validateSearch: texts('show'),
    component: lazyRouteComponent(() => import('../pages/changes/change-list.tsx'), 'ChangeList'),
  }),
  createRoute({
    getParentRoute,
    path: '/changes/$change',
    validateSearch: texts('scope'),
    component: lazyRouteComponent(() => import('../pages/changes/change-show.tsx'), 'ChangeShow'),
  }),
  createRoute({
    getParentRoute,
    path: '/guardrails',
    component: lazyRouteComponent(() => import('../pages/guardrails/guardrail-list.tsx'), 'GuardrailList'),
  }),
  createRoute({
    getParentRoute,
    path: '/connections',
    component: lazyRouteComponent(() => import('../pages/connections/connection-list.tsx'), 'ConnectionList'),
  }),
  createRoute({
    getParentRoute,
    path: '/webhooks',
    component: lazyRouteComponent(() => import('../pages/webhooks/webhook-list.tsx'), 'WebhookList'),
  }),
  createRoute({
    getParentRoute,
    path: '/webhooks/$webhook',
    component: lazyRouteComponent(() => import('../pages/webhooks/webhook-show.tsx'), 'WebhookShow'),
  }),
  createRoute({
    getParentRoute,
    path: '/keys',
    component: lazyRouteComponent(() => import('../pages/keys/key-list.tsx'), 'KeyList'),
  }),
  createRoute({
    getParentRoute,
    path: '/members',
    component: lazyRouteComponent(() => import('../pages/members/member-list.tsx'), 'MemberList'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('../pages/settings/settings.tsx'), 'Settings'),
  }),
] as const;
