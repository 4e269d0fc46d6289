// The last sales: those of the list first, then each as the feed tells it.
import { call } from '@tandem/contract/client.ts';
import type { OrderRow } from '@tandem/contract/feeds.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { liveFeed } from '../live/live-feed.ts';
import { type Scope, scopeQuery, useShop } from '../shop/shop.ts';

export interface FeedSale {
  readonly key: string;
  /** Null for a refund of what no order of ours sold. */
  readonly orderId: string | null;
  readonly number: string;
  readonly channelId: string;
  readonly at: string;
  readonly totalAmount: number;
  readonly units: number;
  readonly isReturn: boolean;
  readonly isFresh: boolean;
}

const shownMax = 8;

/** The newest sales and refunds in the scope; fresh are those that came while the page was open. */
export function useSaleFeed(): FeedSale[] {
  const { scope } = useShop();
  const query = scopeQuery(scope);
  const listed = useQuery({
    queryKey: ['orders', 'newest', query],
    queryFn: ({ signal }) => call('GET /api/orders', { query: { ...query, limit: shownMax }, signal }),
  });
  const [told, setTold] = useState<readonly FeedSale[]>([]);
  useEffect(() => {
    setTold([]);
    return liveFeed.listen((stream, rows) => {
      if (stream !== 'orders') return;
      const fresh = (rows as OrderRow[])
        .filter((row) => (row.type === 'sale' || row.type === 'return') && isIn(scope, row))
        .map(saleOf);
      if (fresh.length > 0) setTold((before) => [...fresh.reverse(), ...before].slice(0, shownMax));
    });
  }, [scope]);
  return useMemo(() => {
    const older = (listed.data?.items ?? []).map(
      (one): FeedSale => ({
        key: `sale ${one.id}`,
        orderId: one.id,
        number: one.number,
        channelId: one.channelId,
        at: one.placedAt,
        totalAmount: one.totalAmount,
        units: one.units,
        isReturn: false,
        isFresh: false,
      }),
    );
    const byKey = new Map([...older, ...told].map((one) => [one.key, one]));
    return [...byKey.values()].sort((a, b) => b.at.localeCompare(a.at)).slice(0, shownMax);
  }, [listed.data, told]);
}

function isIn(scope: Scope, row: OrderRow): boolean {
  if (scope.kind === 'location') return row.locationId === scope.id;
  return scope.kind === 'all' || row.channelId === scope.id;
}

function saleOf(row: OrderRow): FeedSale {
  return {
    key: row.type === 'return' ? `return ${row.orderId} ${row.number} ${row.at}` : `sale ${row.orderId}`,
    orderId: row.orderId,
    number: row.number,
    channelId: row.channelId,
    at: row.at,
    totalAmount: Math.abs(row.totalAmount),
    units: row.lines.reduce((sum, line) => sum + line.quantity, 0),
    isReturn: row.type === 'return',
    isFresh: true,
  };
}
