import { createRouter } from '@tanstack/react-router';
import { Lost, Opening, Stranded } from '../shell/stranded.tsx';
import { inPlace } from './in-place.ts';
import { entrances, placeRoute, rootRoute } from './roots.ts';

export const router = createRouter({
  routeTree: rootRoute.addChildren([...entrances, placeRoute.addChildren(inPlace)]),
  defaultPreload: 'intent',
  defaultPendingComponent: Opening,
  defaultErrorComponent: Stranded,
  defaultNotFoundComponent: Lost,
  scrollRestoration: true,
});

/** What fetches the code of each page inside the frame. */
export const pageLoaders: readonly (() => unknown)[] = inPlace.flatMap(
  ({ options: { component } }) => component?.preload ?? [],
);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
