// The figures of today, as the server tells them.
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { liveFeed } from '../live/live-feed.ts';
import { scopeQuery, useShop } from '../shop/shop.ts';

export type Today = Answer<'GET /api/reports/today'>;

/** Today in the scope that is looked at; asked again whenever the orders move, and each minute for the hour. */
export function useToday() {
  const { scope } = useShop();
  const query = scopeQuery(scope);
  const today = useQuery({
    queryKey: ['today', query],
    queryFn: ({ signal }) => call('GET /api/reports/today', { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const position = today.data?.position;
  useEffect(() => {
    if (position !== undefined) liveFeed.startAt('orders', position);
  }, [position]);
  return today;
}
