import { Button } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { orderTexts } from '../messages/orders.ts';
import { problemTexts } from '../messages/problems.ts';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { CancelModal } from './cancel-modal.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { EditPanel } from './edit-panel.tsx';
import { FulfilmentPanel } from './fulfilment-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { LinesPanel } from './lines-panel.tsx';
import { OrderHeadlineBadge } from './order-headline-badge.tsx';
import classes from './order-page.module.css';
import { PaymentPanel } from './payment-panel.tsx';
import { PricingPanel } from './pricing-panel.tsx';
import { RefundModal } from './refund-modal.tsx';
import { ReturnsPanel } from './returns-panel.tsx';

export type Order = Answer<'GET /api/orders/:id'>;

/** One order with its whole story, and what can be done with it now. */
export default function OrderPage({ id }: { readonly id: string }) {
  const t = useTexts(orderTexts);
  const problem = useTexts(problemTexts);
  const { dateTime } = useFormat();
  const names = useNames();
  const { may } = useShop();
  const [asking, setAsking] = useState<'refund' | 'cancel'>();
  const [isEditing, setIsEditing] = useState(false);
  const query = useQuery({
    queryKey: ['order', id],
    queryFn: ({ signal }) => call('GET /api/orders/:id', { params: { id }, signal }),
  });
  if (query.isPending) return <PageSkeleton />;
  if (!query.data)
    return (
      <ErrorState
        advice={problemText(query.error, problem)}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  const order = query.data;
  const hasLeft = order.fulfilments.some((one) => one.state === 'handed_over' || one.state === 'shipped');
  const isCancellable = order.state === 'placed' && order.fulfilments.length > 0 && !hasLeft && may('order.change');
  const isUntouched = order.fulfilments.every((one) => one.state === 'open') && order.ruleSetNumber !== null;
  const isEditable = isCancellable && isUntouched && order.refundedAmount === 0;
  const hasAllLeft = order.fulfilments.every((one) => one.state === 'handed_over' || one.state === 'shipped');
  const shippingKept = order.shippingNetAmount - order.returns.reduce((sum, one) => sum + one.shippingNetAmount, 0);
  const isRefundable =
    order.state !== 'cancelled' &&
    (hasLeft || hasAllLeft) &&
    (order.lines.some((line) => line.returnedQuantity < line.quantity) || shippingKept > 0) &&
    may('order.refund');
  return (
    <Page
      title={t('order', order.number)}
      badge={<OrderHeadlineBadge headline={order.headline} />}
      subtitle={t('soldAt', dateTime(order.placedAt), names.channel(order.channelId))}
      back={{ href: '/orders', label: t('title') }}
      actions={
        <>
          <Button
            component="a"
            href={order.receiptUrl}
            target="_blank"
            variant="default"
            visibleFrom="sm"
            leftSection={<IconReceipt size={16} aria-hidden />}
          >
            {t('receipt')}
          </Button>
          {isCancellable ? (
            <Button variant="default" onClick={() => setAsking('cancel')}>
              {t('cancelOrder')}
            </Button>
          ) : null}
          {isRefundable ? (
            <Button variant="default" onClick={() => setAsking('refund')}>
              {t('refund')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          {order.fulfilments.map((one) => (
            <FulfilmentPanel key={one.id} order={order} fulfilment={one} />
          ))}
          {isEditing && isEditable ? (
            <EditPanel key={order.version} order={order} onClose={() => setIsEditing(false)} />
          ) : (
            <LinesPanel order={order} onEdit={isEditable ? () => setIsEditing(true) : undefined} />
          )}
          <ReturnsPanel order={order} />
          <PaymentPanel order={order} />
        </div>
        <div className={classes.aside}>
          <CustomerPanel order={order} />
          <PricingPanel order={order} />
          <HistoryPanel order={order} />
        </div>
      </div>
      {asking === 'refund' ? <RefundModal order={order} onClose={() => setAsking(undefined)} /> : null}
      {asking === 'cancel' ? <CancelModal order={order} onClose={() => setAsking(undefined)} /> : null}
    </Page>
  );
}
