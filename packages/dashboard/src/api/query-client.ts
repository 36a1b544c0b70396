import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

/**
 * The answers of the API, kept while they are fresh. Keys begin with the noun, then the place, so that an edit can let go of a whole
 * noun. Answers count as fresh for ten seconds: people move between pages faster than that.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only an unreachable or failing server is asked again, twice.
      retry: (failures, error) =>
        failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
    },
  },
});

/** A page of a list that is shown whole: as many rows as one reply may carry. */
export const whole = 200;
