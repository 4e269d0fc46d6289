// Collections as the server has them.
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { useQuery } from '@tanstack/react-query';

export type Collection = Answer<'GET /api/collections/:id'>;
export type Member = Answer<'GET /api/collections/:id/products'>['items'][number];

export function useCollections() {
  return useQuery({
    queryKey: ['collections'],
    queryFn: ({ signal }) => call('GET /api/collections', { signal }),
  });
}

export function useCollection(id: string) {
  return useQuery({
    queryKey: ['collections', id],
    queryFn: ({ signal }) => call('GET /api/collections/:id', { params: { id }, signal }),
  });
}

const shownMax = 5000;

/** All products of a collection as of a version, in their order. */
export function useMembers(id: string, version: number) {
  return useQuery({
    queryKey: ['collections', id, 'products', version],
    queryFn: async ({ signal }) => {
      const found: Member[] = [];
      for (let cursor: string | null = ''; cursor !== null && found.length < shownMax; ) {
        const page: Answer<'GET /api/collections/:id/products'> = await call('GET /api/collections/:id/products', {
          params: { id },
          query: { limit: 200, ...(cursor ? { cursor } : {}) },
          signal,
        });
        found.push(...page.items);
        cursor = page.nextCursor;
      }
      return found;
    },
  });
}
