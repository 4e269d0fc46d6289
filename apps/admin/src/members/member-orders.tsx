import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { QueryList } from '../lists/query-list.tsx';
import { memberTexts } from '../messages/members.ts';
import { OrderHeadlineBadge } from '../orders/order-headline-badge.tsx';
import page from '../orders/order-page.module.css';
import dense from '../parts/dense.module.css';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './members.module.css';

interface OrdersProps {
  readonly orders: Answer<'GET /api/orders'>['items'];
}

/** Orders and sales of the member, the newest first, of all channels. */
export function MemberOrders({ memberId }: { readonly memberId: string }) {
  const t = useTexts(memberTexts);
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const query = useInfiniteQuery({
    queryKey: ['orders', 'of-member', memberId],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/orders', {
        query: { memberId, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const rows = query.data?.pages.flatMap((one) => one.items) ?? [];
  return (
    <Panel title={t('orders')} isFlush={rows.length > 0}>
      <QueryList query={query} isEmpty={rows.length === 0} empty={<p className={page.empty}>{t('noOrders')}</p>}>
        {isPhone ? <OrderCards orders={rows} /> : <OrderTable orders={rows} />}
        {query.hasNextPage ? (
          <div className={classes.more}>
            <Button
              variant="default"
              size="xs"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('allOrders')}
            </Button>
          </div>
        ) : null}
      </QueryList>
    </Panel>
  );
}

function OrderTable({ orders }: OrdersProps) {
  const t = useTexts(memberTexts);
  const names = useNames();
  const { dateTime, money } = useFormat();
  return (
    <Scroller label={t('orders')}>
      <table className={dense.table}>
        <thead>
          <tr>
            <th scope="col">{t('order')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('status')}</th>
            <th scope="col" className={dense.number}>
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((one) => (
            <tr key={one.id}>
              <td>
                <Link href={`/orders/${one.id}`} className={classes.name}>
                  {one.number}
                </Link>
              </td>
              <td className={dense.quiet}>{dateTime(one.placedAt)}</td>
              <td>{names.channel(one.channelId)}</td>
              <td>
                <OrderHeadlineBadge headline={one.headline} />
              </td>
              <td className={dense.number}>{money(one.totalAmount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

/** The same on a phone: total and state in sight, the whole card leads to the order. */
function OrderCards({ orders }: OrdersProps) {
  const names = useNames();
  const { dateTime, money } = useFormat();
  return (
    <ul className={classes.orders}>
      {orders.map((one) => (
        <li key={one.id}>
          <Link href={`/orders/${one.id}`} className={classes.order}>
            <span className={classes.card}>
              <span className={classes.name}>{one.number}</span>
              <span className={classes.small}>{names.channel(one.channelId)}</span>
              <span className={classes.small}>{dateTime(one.placedAt)}</span>
            </span>
            <span className={classes.figures}>
              {money(one.totalAmount)}
              <OrderHeadlineBadge headline={one.headline} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
