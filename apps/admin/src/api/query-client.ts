// What the server said, kept and asked again.
import { ProblemError } from '@tandem/contract/client.ts';
import { QueryClient } from '@tanstack/react-query';

/** Is it an outage that may pass by itself, and not an answer? */
export function isOutage(error: unknown): boolean {
  return error instanceof ProblemError && (error.code === 'network' || error.status >= 500);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => isOutage(error) && failures < 2,
      retryDelay: (failures) => 500 * 2 ** failures,
    },
    mutations: { retry: false },
  },
});
