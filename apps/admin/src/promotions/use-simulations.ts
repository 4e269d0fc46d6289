// Simulations as the server has them; those that run are asked for again until they end.
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

export type Simulation = Answer<'GET /api/promotions/simulations/:id'>;

const progressMs = 600;
const listMs = 2000;

export const isRunning = (one: Simulation): boolean => one.state === 'running';

/** How much of it is done, from 0 to 100. */
export const shareDone = ({ done, total }: Simulation): number => (total ? Math.floor((100 * done) / total) : 0);

/** One simulation, followed to its end. */
export function useSimulation(id: string | undefined) {
  return useQuery({
    queryKey: ['simulations', 'one', id],
    queryFn: ({ signal }) => call('GET /api/promotions/simulations/:id', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && !isRunning(query.state.data) ? false : progressMs),
  });
}

/** Past and running ones, the newest first: all of them, or those of a promotion. */
export function useSimulations(promotionId?: string) {
  return useInfiniteQuery({
    queryKey: ['simulations', 'list', promotionId],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/promotions/simulations', {
        query: { limit: 50, ...(promotionId ? { promotionId } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: (query) => (query.state.data?.pages.some((page) => page.items.some(isRunning)) ? listMs : false),
  });
}
