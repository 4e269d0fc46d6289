import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconBan, IconCopy, IconDownload, IconTicket } from '@tabler/icons-react';
import { EmptyState, ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { problemText } from '../api/problem-text.ts';
import { useTell } from '../api/tell.ts';
import type { Column } from '../lists/column.ts';
import { ListBar } from '../lists/list-bar.tsx';
import { QueryList } from '../lists/query-list.tsx';
import { SearchField } from '../lists/search-field.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { ViewTabs } from '../lists/view-tabs.tsx';
import { VirtualTable } from '../lists/virtual-table.tsx';
import { couponTexts } from '../messages/coupons.ts';
import { problemTexts } from '../messages/problems.ts';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { BatchState } from './batch-list.tsx';
import { lastDay } from './batch-values.ts';
import { CouponState } from './coupon-state.tsx';
import classes from './coupons.module.css';
import { RevokeModal } from './revoke-modal.tsx';
import { type Batch, type Coupon, isBeingMade, useBatch, useCoupons } from './use-coupons.ts';

const filterNames = ['state', 'search'] as const;
const states = ['issued', 'held', 'redeemed', 'revoked'] as const;

/** One batch: how far it is made, what became of its codes, and each code. */
export default function BatchPage({ id }: { readonly id: string }) {
  const problem = useTexts(problemTexts);
  const batch = useBatch(id);
  if (batch.isPending) return <PageSkeleton />;
  if (!batch.data)
    return (
      <ErrorState
        advice={problemText(batch.error, problem)}
        onRetry={() => void batch.refetch()}
        isRetrying={batch.isFetching}
      />
    );
  return <Shown batch={batch.data} />;
}

function Shown({ batch }: { readonly batch: Batch }) {
  const t = useTexts(couponTexts);
  const { may, merchant } = useShop();
  const { date, relative } = useFormat();
  const [revoking, setRevoking] = useState<Coupon | 'batch'>();
  const mayChange = may('promotion.change');
  const expiry = batch.expiresAt === null ? t('never') : date(lastDay(batch.expiresAt, merchant.timeZone));
  return (
    <Page
      title={batch.name}
      badge={<BatchState batch={batch} />}
      subtitle={`${t('by', relative(batch.createdAt), batch.createdBy ?? '')} · ${t('expires')}: ${expiry}`}
      back={{ href: `/promotions/${batch.promotionId}/coupons`, label: t('title') }}
      isForThumb
      actions={
        <>
          {mayChange && batch.revokedAt === null ? (
            <Button
              variant="default"
              leftSection={<IconBan size={16} aria-hidden />}
              onClick={() => setRevoking('batch')}
            >
              {t('revokeBatch')}
            </Button>
          ) : null}
          <Button
            component="a"
            href={`/api/coupon-batches/${batch.id}/export`}
            download
            {...(isBeingMade(batch) ? { 'data-disabled': true, 'aria-disabled': true } : {})}
            onClick={(event) => isBeingMade(batch) && event.preventDefault()}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('download')}
          </Button>
        </>
      }
    >
      {isBeingMade(batch) ? (
        <div className={classes.stack} role="status">
          <span>{t('progress', batch.made, batch.count)}</span>
          <Progress value={(100 * batch.made) / batch.count} aria-label={t('making')} animated />
        </div>
      ) : null}
      <div className={classes.tally}>
        {states.map((state) => (
          <dl key={state} className={classes.figure}>
            <dt>{t(state)}</dt>
            <dd>{batch.states[state].toLocaleString('en')}</dd>
          </dl>
        ))}
      </div>
      <Codes batch={batch} mayChange={mayChange} onRevoke={setRevoking} />
      {revoking ? (
        <RevokeModal
          batch={batch}
          coupon={revoking === 'batch' ? null : revoking}
          onClose={() => setRevoking(undefined)}
        />
      ) : null}
    </Page>
  );
}

interface CodesProps {
  readonly batch: Batch;
  readonly mayChange: boolean;
  readonly onRevoke: (coupon: Coupon) => void;
}

function Codes({ batch, mayChange, onRevoke }: CodesProps) {
  const t = useTexts(couponTexts);
  const tell = useTell();
  const { dateTime } = useFormat();
  const [filters, change] = useFilters(filterNames);
  const state = states.find((one) => one === filters.state);
  const asked = { ...(state ? { state } : {}), ...(filters.search ? { search: filters.search } : {}) };
  const list = useCoupons(batch.id, asked, batch.made);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const { fetchNextPage } = list;
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const acts = (one: Coupon) => (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('copyCode', one.code)}
        onClick={() =>
          navigator.clipboard.writeText(one.code).then(
            () => tell.done(t('copied', one.code)),
            () => tell.warn(t('notCopied')),
          )
        }
      >
        <IconCopy size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
      {mayChange && (one.state === 'issued' || one.state === 'held') ? (
        <ActionIcon variant="subtle" color="gray" aria-label={t('revokeCode', one.code)} onClick={() => onRevoke(one)}>
          <IconBan size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      ) : null}
    </>
  );
  const order = (one: Coupon) =>
    one.orderId === null ? null : (
      <Link href={`/orders/${one.orderId}`} className={classes.name}>
        {t('toOrder')}
      </Link>
    );
  const columns: Column<Coupon>[] = [
    { key: 'code', title: t('code'), cell: (one) => <span className={classes.code}>{one.code}</span> },
    { key: 'state', title: t('state'), width: '8rem', cell: (one) => <CouponState state={one.state} /> },
    {
      key: 'changed',
      title: t('changed'),
      width: '11rem',
      cell: (one) => <span className={classes.quiet}>{dateTime(one.updatedAt)}</span>,
    },
    { key: 'order', title: t('order'), width: '9rem', cell: order },
    { key: 'acts', title: t('acts'), isNumber: true, width: '6rem', cell: acts },
  ];
  const card = (one: Coupon) => (
    <span className={classes.line}>
      <span className={classes.words}>
        <span className={classes.code}>{one.code}</span>
        <CouponState state={one.state} />
      </span>
      <span>{acts(one)}</span>
    </span>
  );
  return (
    <>
      <ViewTabs
        label={t('views')}
        value={state ?? ''}
        onChange={(value) => change({ state: value })}
        views={[{ value: '', label: t('all') }, ...states.map((value) => ({ value, label: t(value) }))]}
      />
      <ListBar>
        <SearchField label={t('search')} value={filters.search ?? ''} onSearch={(search) => change({ search })} />
      </ListBar>
      <QueryList
        query={list}
        isEmpty={rows.length === 0}
        columns={5}
        empty={
          <EmptyState icon={IconTicket} title={isBeingMade(batch) ? t('making') : t('noneTitle')}>
            {t('noneWords')}
          </EmptyState>
        }
      >
        <VirtualTable<Coupon>
          label={t('codes')}
          rows={rows}
          columns={columns}
          rowKey={couponKey}
          card={card}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onMore={onMore}
        />
      </QueryList>
    </>
  );
}

const couponKey = (one: Coupon) => one.id;
