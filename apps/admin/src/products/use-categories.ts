// Categories of the merchant, by name and in their order.
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFormat } from '../shop/use-format.ts';

export type Category = Answer<'GET /api/categories'>['items'][number];

/** All categories, as choices with their names in the person's language. */
export function useCategories() {
  const { text } = useFormat();
  const list = useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) => call('GET /api/categories', { signal }),
    staleTime: 60_000,
  });
  const items = list.data?.items;
  return useMemo(() => {
    const byId = new Map((items ?? []).map((one) => [one.id, one]));
    const nameOf = (one: Category): string => {
      const parent = one.parentId ? byId.get(one.parentId) : undefined;
      return parent && parent.id !== one.id ? `${text(parent.name)} › ${text(one.name)}` : text(one.name);
    };
    const choices = [...byId.values()].map((one) => ({ value: one.id, label: nameOf(one) }));
    return {
      list,
      items: items ?? [],
      choices,
      name: (id: string | null) => {
        const found = byId.get(id ?? '');
        return found ? text(found.name) : '';
      },
    };
  }, [list, items, text]);
}
