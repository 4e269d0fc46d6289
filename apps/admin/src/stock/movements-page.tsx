import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FilterChip } from '../lists/filter-chip.tsx';
import { ListBar } from '../lists/list-bar.tsx';
import { QueryList } from '../lists/query-list.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { stockTexts } from '../messages/stock.ts';
import classes from '../parts/dense.module.css';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { claimsChange, onHandChange } from './movement-words.ts';
import { useVariantName } from './use-variant-name.ts';

/** The ledger of one variant: every entry, newest first. */
export default function MovementsPage({ variantId }: { readonly variantId: string }) {
  const t = useTexts(stockTexts);
  const { dateTime, quantity, money } = useFormat();
  const names = useNames();
  const { locations } = useShop();
  const [{ location, product }, change] = useFilters(['location', 'product']);
  const sold = useVariantName(product, variantId);
  const asked = { variantId, ...(location ? { locationId: location } : {}) };
  const list = useInfiniteQuery({
    queryKey: ['stock', 'movements', asked],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/stock-movements', {
        query: { ...asked, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const signed = (thousandths: number) =>
    thousandths === 0 ? '–' : `${thousandths > 0 ? '+' : '−'}${quantity(Math.abs(thousandths))}`;
  return (
    <Page
      title={sold ? sold.name : t('history')}
      subtitle={sold ? `${t('history')} · ${sold.sku}` : undefined}
      back={sold ? { href: `/products/${product}`, label: sold.product } : { href: '/stock', label: t('title') }}
      isNarrow
    >
      <ListBar>
        <FilterChip
          name={t('location')}
          choices={locations.map((one) => ({ value: one.id, label: names.location(one.id) }))}
          value={location}
          onChange={(value) => change({ location: value })}
        />
      </ListBar>
      <QueryList
        query={list}
        isEmpty={rows.length === 0}
        empty={
          <EmptyState icon={IconHistory} title={t('historyEmpty')}>
            {t('historyEmptyWords')}
          </EmptyState>
        }
      >
        <Panel isFlush>
          <Scroller label={t('history')}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('when')}</th>
                  <th scope="col">{t('what')}</th>
                  <th scope="col">{t('location')}</th>
                  <th scope="col" className={classes.number}>
                    {t('changeColumn')}
                  </th>
                  <th scope="col" className={classes.number}>
                    {t('claims')}
                  </th>
                  <th scope="col" className={classes.number}>
                    {t('value')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((one) => (
                  <tr key={`${one.locationId} ${one.entryNo}`}>
                    <td className={classes.quiet}>{dateTime(one.at)}</td>
                    <td className={classes.strong}>{t('movement', one.reason)}</td>
                    <td>{names.location(one.locationId)}</td>
                    <td className={`${classes.number} ${classes.strong}`}>{signed(onHandChange(one))}</td>
                    <td className={`${classes.number} ${classes.quiet}`}>{signed(claimsChange(one))}</td>
                    <td className={`${classes.number} ${classes.quiet}`}>
                      {one.valueAmount === 0 ? '–' : money(one.valueAmount)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
          {list.hasNextPage ? (
            <Button
              variant="subtle"
              fullWidth
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('more')}
            </Button>
          ) : null}
        </Panel>
      </QueryList>
    </Page>
  );
}
