// Price lists as the server has them.
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { useQuery } from '@tanstack/react-query';

export type PriceListView = Answer<'GET /api/price-lists'>['items'][number];

/** All price lists, those that count first. */
export function usePriceLists() {
  return useQuery({
    queryKey: ['price-lists'],
    queryFn: ({ signal }) => call('GET /api/price-lists', { signal }),
  });
}

/** One of them. */
export function usePriceList(id: string) {
  return useQuery({
    queryKey: ['price-lists', id],
    queryFn: ({ signal }) => call('GET /api/price-lists/:id', { params: { id }, signal }),
  });
}
