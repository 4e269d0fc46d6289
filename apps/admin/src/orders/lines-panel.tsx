import { Button } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { orderEditTexts } from '../messages/order-edit.ts';
import { orderTexts } from '../messages/orders.ts';
import dense from '../parts/dense.module.css';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useFormat } from '../shop/use-format.ts';
import { LineContents } from './line-contents.tsx';
import { LineDiscounts } from './line-discounts.tsx';
import type { Order } from './order-page.tsx';
import { OrderSums } from './order-sums.tsx';

interface LinesPanelProps {
  readonly order: Order;
  /** Left out where the order cannot be edited any more. */
  readonly onEdit?: (() => void) | undefined;
}

/** What was sold, line by line, and what it came to. */
export function LinesPanel({ order, onEdit }: LinesPanelProps) {
  const t = useTexts(orderTexts);
  const e = useTexts(orderEditTexts);
  const { text, money, quantity } = useFormat();
  return (
    <Panel
      title={t('items')}
      isFlush
      actions={
        onEdit ? (
          <Button variant="default" size="xs" onClick={onEdit}>
            {e('edit')}
          </Button>
        ) : null
      }
    >
      <Scroller label={t('items')}>
        <table className={dense.table}>
          <thead>
            <tr>
              <th scope="col">{t('product')}</th>
              <th scope="col" className={dense.number}>
                {t('quantity')}
              </th>
              <th scope="col" className={`${dense.number} ${dense.roomy}`}>
                {t('price')}
              </th>
              <th scope="col" className={dense.number}>
                {t('amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => {
              const amount = order.pricesIncludeTax ? line.netAmount + line.taxAmount : line.netAmount;
              return (
                <tr key={line.lineNo}>
                  <td className={dense.wrap}>
                    {line.productId ? (
                      <Link href={`/products/${line.productId}`} className={dense.link}>
                        {text(line.name)}
                      </Link>
                    ) : (
                      <span className={dense.strong}>{text(line.name)}</span>
                    )}
                    <div className={dense.small}>
                      {line.sku}
                      <span className={dense.onPhone}> · {money(line.unitAmount)}</span>
                      {line.returnedQuantity > 0 ? ` · ${t('returned', quantity(line.returnedQuantity))}` : ''}
                    </div>
                    <LineContents line={line} />
                    <LineDiscounts order={order} line={line} />
                  </td>
                  <td className={dense.number}>{quantity(line.quantity)}</td>
                  <td className={`${dense.number} ${dense.roomy}`}>{money(line.unitAmount)}</td>
                  <td className={`${dense.number} ${dense.strong}`}>{money(amount)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
      <OrderSums order={order} />
    </Panel>
  );
}
