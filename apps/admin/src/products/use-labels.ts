// The brands and tags that products carry, with how many carry each.
import { call } from '@tandem/contract/client.ts';
import { useQuery } from '@tanstack/react-query';
import { useShop } from '../shop/shop.ts';

export interface Label {
  readonly name: string;
  readonly productCount: number;
}
const none: readonly Label[] = [];

/** Both lists, by name; empty until they are there, and for who may not see products. */
export function useLabels(): { brands: readonly Label[]; tags: readonly Label[] } {
  const enabled = useShop().may('catalog.read');
  const brands = useQuery({
    queryKey: ['product', 'brands'],
    queryFn: ({ signal }) => call('GET /api/brands', { signal }),
    staleTime: 60_000,
    enabled,
  });
  const tags = useQuery({
    queryKey: ['product', 'tags'],
    queryFn: ({ signal }) => call('GET /api/tags', { signal }),
    staleTime: 60_000,
    enabled,
  });
  return { brands: brands.data?.items ?? none, tags: tags.data?.items ?? none };
}
