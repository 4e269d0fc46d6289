// The pages of the product list, asked for as they come into view.
import { call } from '@tandem/contract/client.ts';
import type { Query } from '@tandem/contract/index.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

type Asked = Omit<NonNullable<Query<'GET /api/reports/variants'>>, 'cursor' | 'limit'>;

/** Variants that fit, 200 a page; the rows keep their identity, so that drawn rows are not drawn again. */
export function useVariants(asked: Asked) {
  const list = useInfiniteQuery({
    queryKey: ['variants', asked],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/reports/variants', {
        query: { ...asked, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  return { list, rows, total: list.data?.pages[0]?.total ?? 0 };
}
