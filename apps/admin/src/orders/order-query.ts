// The filters of the order list as the server takes them.
import type { Query } from '@tandem/contract/index.ts';
import type { Filters } from '../lists/use-filters.ts';
import { type Scope, scopeQuery } from '../shop/shop.ts';

export const orderFilterNames = ['view', 'search', 'state', 'channel', 'period'] as const;
export const orderViews = ['all', 'fulfil', 'online', 'tills'] as const;
export const orderStates = ['placed', 'closed', 'cancelled'] as const;
export const periods = { today: 0, week: 6, month: 29 } as const;
export type OrderFilters = Filters<(typeof orderFilterNames)[number]>;
export type OrderView = (typeof orderViews)[number];

/** The query for filters of the address; `today` is the business date (YYYY-MM-DD) from which periods count back. */
export function orderQuery(filters: OrderFilters, scope: Scope, today: string): NonNullable<Query<'GET /api/orders'>> {
  const state = orderStates.find((one) => one === filters.state);
  const days = Object.hasOwn(periods, filters.period ?? '')
    ? periods[filters.period as keyof typeof periods]
    : undefined;
  return {
    ...scopeQuery(scope),
    ...(filters.channel ? { channelId: filters.channel } : {}),
    ...(filters.search ? { search: filters.search } : {}),
    ...(state ? { state } : {}),
    ...(days === undefined ? {} : { from: daysBefore(today, days) }),
    ...(filters.view === 'fulfil' ? { toFulfil: true } : {}),
    ...(filters.view === 'online' ? { channelKind: 'online' as const } : {}),
    ...(filters.view === 'tills' ? { channelKind: 'till' as const } : {}),
  };
}

/** The calendar day so many days before another, both YYYY-MM-DD. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** The calendar day at an instant in a time zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}
