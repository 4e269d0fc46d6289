import { Button } from '@mantine/core';
import { StatusBadge, type StatusTone, useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { bundleTexts } from '../messages/bundles.ts';
import { orderTexts } from '../messages/orders.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './order-page.module.css';
import type { Order } from './order-page.tsx';
import { sumsOf } from './sums.ts';

interface FulfilmentPanelProps {
  readonly order: Order;
  readonly fulfilment: Order['fulfilments'][number];
}
const tones: Readonly<Record<string, StatusTone>> = {
  open: 'attention',
  picked: 'active',
  handed_over: 'done',
  shipped: 'done',
  cancelled: 'neutral',
};

/** A part of the order on its way to the shopper, with the next step as a button. */
export function FulfilmentPanel({ order, fulfilment }: FulfilmentPanelProps) {
  const t = useTexts(orderTexts);
  const b = useTexts(bundleTexts);
  const { text, quantity, money } = useFormat();
  const names = useNames();
  const { may } = useShop();
  const refresh = [['order', order.id], ['orders'], ['today'], ['stock'], ['levels']];
  const isPickup = fulfilment.method === 'pickup';
  const pick = useCommand('POST /api/fulfilments/:id/staging', { refresh, done: t('picked') });
  const handOver = useCommand('POST /api/fulfilments/:id/handing-over', {
    refresh,
    done: isPickup ? t('handedOver') : t('shippedDone'),
  });
  const params = { id: fulfilment.id };
  const due = sumsOf(order).due;
  const lineOf = new Map(order.lines.map((line) => [line.lineNo, line]));
  // Of a bundle its components are picked.
  const goodsOf = ({ lineNo, variantId }: (typeof fulfilment.lines)[number]) =>
    lineOf.get(lineNo)?.components.find((one) => one.variantId === variantId) ?? lineOf.get(lineNo);
  return (
    <Panel
      title={`${t('method', fulfilment.method)} · ${names.location(fulfilment.locationId)}`}
      actions={
        <StatusBadge tone={tones[fulfilment.state] ?? 'neutral'}>{t('fulfilmentState', fulfilment.state)}</StatusBadge>
      }
    >
      <ul className={classes.goods}>
        {fulfilment.lines.map((line) => (
          <li key={`${line.lineNo} ${line.variantId}`}>
            <span className={`${classes.strong} figures`}>{quantity(line.quantity)} × </span>
            {text(goodsOf(line)?.name ?? {})}
            <span className={classes.quiet}>
              {' '}
              {goodsOf(line)?.sku}
              {goodsOf(line) === lineOf.get(line.lineNo)
                ? ''
                : ` · ${b('forBundle', text(lineOf.get(line.lineNo)?.name ?? {}))}`}
            </span>
          </li>
        ))}
      </ul>
      {may('order.change') ? (
        <div className={classes.acts}>
          {fulfilment.state === 'open' ? (
            <Button loading={pick.isPending} onClick={() => pick.mutate({ params })}>
              {t('pick')}
            </Button>
          ) : null}
          {fulfilment.state === 'picked' && due > 0 ? (
            <>
              <Button
                loading={handOver.isPending}
                onClick={() => handOver.mutate({ params, body: { tender: { kind: 'cash' } } })}
              >
                {t('takeCash', money(due))}
              </Button>
              <Button
                variant="default"
                loading={handOver.isPending}
                onClick={() => handOver.mutate({ params, body: { tender: { kind: 'card' } } })}
              >
                {t('takeCard', money(due))}
              </Button>
            </>
          ) : null}
          {fulfilment.state === 'picked' && due <= 0 ? (
            <Button loading={handOver.isPending} onClick={() => handOver.mutate({ params, body: {} })}>
              {isPickup ? t('handOver') : t('ship')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}
