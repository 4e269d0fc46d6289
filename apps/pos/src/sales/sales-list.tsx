import { Skeleton, TextInput } from '@mantine/core';
import { IconReceipt2, IconSearch } from '@tabler/icons-react';
import type { Answer } from '@tandem/contract/index.ts';
import { formatDate, formatTime } from '@tandem/ui/index.ts';
import {
  EmptyState,
  ErrorState,
  Money,
  StatusBadge,
  type StatusTone,
  useLanguage,
  useTexts,
} from '@tandem/ui/react/index.ts';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { printedNumber } from '../core/receipt-number.ts';
import { returnTexts } from '../messages/return-texts.ts';
import { salesTexts } from '../messages/sales-texts.ts';
import { useScan } from '../sell/use-scan.ts';
import { useTillState } from '../use-till.tsx';
import classes from './sales.module.css';
import { useStoreSales, useUnsentSales } from './use-sales.ts';

type OrderRow = Answer<'GET /api/till/sales'>['items'][number];

interface SalesListProps {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Newest first, those that wait on this device on top. */
export function SalesList({ chosen, onChoose }: SalesListProps) {
  const t = useTexts(salesTexts);
  const r = useTexts(returnTexts);
  const { locale } = useLanguage();
  const zone = useTillState().facts?.location.timeZone ?? 'UTC';
  const all = useUnsentSales();
  const [search, setSearch] = useState('');
  useScan(setSearch);
  const wanted = useDeferredValue(search.trim());
  const sales = useStoreSales(wanted);
  const unsent = all.filter((sale) => printedNumber(sale.series, sale.number).includes(wanted));
  const isHere = new Set(unsent.map(({ body }) => body.orderId));
  const rows = (sales.data ?? []).filter(({ id }) => !isHere.has(id));
  const when = (iso: string) => `${formatDate(iso, locale, zone)} · ${formatTime(iso, locale, zone)}`;
  const row = (id: string, number: string, words: string, amount: ReactNode, badge: ReactNode) => (
    <li key={id}>
      <button
        type="button"
        className={classes.row}
        aria-current={id === chosen || undefined}
        onClick={() => onChoose(id)}
      >
        <span className={classes.number}>{number}</span>
        <span className={classes.amount}>{amount}</span>
        <span className={classes.small}>{words}</span>
        {badge}
      </button>
    </li>
  );
  return (
    <>
      <div className={classes.find}>
        <TextInput
          type="search"
          size="lg"
          aria-label={r('search')}
          placeholder={r('search')}
          leftSection={<IconSearch size={22} stroke={1.6} aria-hidden />}
          maxLength={300}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          autoComplete="off"
        />
      </div>
      {sales.isPending && unsent.length === 0 ? <Waiting /> : null}
      <ul className={classes.rows}>
        {unsent.map((sale) =>
          row(
            sale.body.orderId,
            printedNumber(sale.series, sale.number),
            when(sale.body.soldAt),
            <Money amount={sale.figures.totalAmount} currency={sale.currency} />,
            <StatusBadge tone={sale.state === 'refused' ? 'danger' : 'active'}>{t('here')}</StatusBadge>,
          ),
        )}
        {rows.map((order) =>
          row(
            order.id,
            order.number,
            `${when(order.placedAt)} · ${t('pieces', Math.ceil(order.units / 1000))}`,
            <Money amount={order.paidAmount || order.totalAmount} currency={order.currency} />,
            <SaleBadge order={order} />,
          ),
        )}
      </ul>
      {sales.isError ? (
        <ErrorState
          title={t('failed')}
          advice={t('failedAdvice')}
          onRetry={() => void sales.refetch()}
          isRetrying={sales.isFetching}
        />
      ) : null}
      {sales.isSuccess && rows.length + unsent.length === 0 ? (
        <EmptyState icon={IconReceipt2} title={wanted === '' ? t('none') : r('searchNone')}>
          {wanted === '' ? t('noneAdvice') : r('searchAdvice')}
        </EmptyState>
      ) : null}
    </>
  );
}

/** How the sale stands, only where it is more than sold. */
export function SaleBadge({ order }: { readonly order: Pick<OrderRow, 'headline' | 'registerId'> }) {
  const t = useTexts(salesTexts);
  const states: Readonly<Record<string, [StatusTone, string]>> = {
    refunded: ['neutral', t('refunded')],
    partially_refunded: ['neutral', t('partlyRefunded')],
    cancelled: ['neutral', t('cancelled')],
  };
  const [tone, words] = states[order.headline] ?? ['done', order.registerId === null ? t('order') : t('sale')];
  return <StatusBadge tone={tone}>{words}</StatusBadge>;
}

function Waiting() {
  return (
    <ul className={classes.rows} aria-hidden>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <li key={key}>
          <Skeleton height={72} radius={0} />
        </li>
      ))}
    </ul>
  );
}
