import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/problem.ts';
import { queryClient } from './api/query-client.ts';
import { pageLoaders, router } from './routes/router.ts';
import { theme, variables } from './theme.ts';

// A session that ended while somebody worked leads to the entrance, and back afterwards.
queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated' || event.action.type !== 'error') return;
  const { error } = event.action;
  if (!(error instanceof Problem) || error.status !== 401) return;
  const { pathname, href } = router.state.location;
  if (pathname !== '/sign-in' && pathname !== '/welcome')
    void router.navigate({ to: '/sign-in', search: { to: href } });
});

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <Notifications position="top-center" autoClose={5000} />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);

// With every page in memory, a server that is away for a moment costs answers and not pages. Two seconds leave the
// network to what is being looked at; a page that could not be loaded now is asked for again when it is opened.
setTimeout(() => void Promise.allSettled(pageLoaders.map((load) => load())), 2_000);
