import { IconFlask } from '@tabler/icons-react';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import type { Column } from '../lists/column.ts';
import { QueryList } from '../lists/query-list.tsx';
import { VirtualTable } from '../lists/virtual-table.tsx';
import { simulationTexts } from '../messages/simulations.ts';
import { useFormat } from '../shop/use-format.ts';
import { SimulationState } from './simulation-state.tsx';
import classes from './simulations.module.css';
import { isRunning, type Simulation, shareDone, useSimulations } from './use-simulations.ts';

/** Simulations, past and running, with what came out; those of one promotion where it is named. */
export function SimulationList({ promotionId }: { readonly promotionId?: string }) {
  const t = useTexts(simulationTexts);
  const { text, money, count, dateTime } = useFormat();
  const list = useSimulations(promotionId);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const { fetchNextPage } = list;
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const outcome = (one: Simulation): string =>
    isRunning(one)
      ? t('share', shareDone(one))
      : one.result
        ? t('touched', count(one.result.touched), count(one.result.baskets))
        : '';
  const columns: Column<Simulation>[] = [
    {
      key: 'name',
      title: t('draft'),
      cell: (one) => (
        <Link href={hrefOf(one)} className={classes.name}>
          {text(one.definition.name)}
        </Link>
      ),
    },
    { key: 'state', title: t('how'), width: '8rem', cell: (one) => <SimulationState one={one} /> },
    { key: 'days', title: t('span'), width: '6.5rem', isWide: true, cell: (one) => t('lastDays', one.days) },
    { key: 'outcome', title: t('outcome'), width: '12rem', cell: outcome },
    {
      key: 'given',
      title: t('gives'),
      isNumber: true,
      width: '10rem',
      cell: (one) => (one.result ? money(one.result.discountAmount) : ''),
    },
    {
      key: 'when',
      title: t('when'),
      width: '19rem',
      isWide: true,
      cell: (one) => (
        <span className={classes.quiet}>{[dateTime(one.startedAt), one.startedBy].filter(Boolean).join(' · ')}</span>
      ),
    },
  ];
  const card = (one: Simulation) => (
    <span className={classes.card}>
      <span className={classes.cardLine}>
        <Link href={hrefOf(one)} className={classes.name}>
          {text(one.definition.name)}
        </Link>
        <SimulationState one={one} />
      </span>
      <span className={classes.cardLine}>
        <span>{[t('lastDays', one.days), outcome(one)].filter(Boolean).join(' · ')}</span>
        <span>{one.result ? money(one.result.discountAmount) : null}</span>
      </span>
      <span className={classes.quiet}>{[dateTime(one.startedAt), one.startedBy].filter(Boolean).join(' · ')}</span>
    </span>
  );
  return (
    <QueryList
      query={list}
      isEmpty={rows.length === 0}
      columns={6}
      empty={
        <EmptyState icon={IconFlask} title={t('noneTitle')}>
          {t('noneWords')}
        </EmptyState>
      }
    >
      <VirtualTable<Simulation>
        label={t('title')}
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        href={hrefOf}
        card={card}
        hasMore={list.hasNextPage}
        isLoadingMore={list.isFetchingNextPage}
        onMore={onMore}
      />
    </QueryList>
  );
}

const keyOf = (one: Simulation) => one.id;
const hrefOf = (one: Simulation) => `/promotions/simulations/${one.id}`;
