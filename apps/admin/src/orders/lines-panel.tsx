import { useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { orderTexts } from '../messages/orders.ts';
import dense from '../parts/dense.module.css';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useFormat } from '../shop/use-format.ts';
import { LineDiscounts } from './line-discounts.tsx';
import type { Order } from './order-page.tsx';
import { OrderSums } from './order-sums.tsx';

/** What was sold, line by line, and what it came to. */
export function LinesPanel({ order }: { readonly order: Order }) {
  const t = useTexts(orderTexts);
  const { text, money, quantity } = useFormat();
  return (
    <Panel title={t('items')} isFlush>
      <Scroller label={t('items')}>
        <table className={dense.table}>
          <thead>
            <tr>
              <th scope="col">{t('product')}</th>
              <th scope="col" className={dense.number}>
                {t('quantity')}
              </th>
              <th scope="col" className={dense.number}>
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
                      {line.returnedQuantity > 0 ? ` · ${t('returned', quantity(line.returnedQuantity))}` : ''}
                    </div>
                    <LineDiscounts order={order} line={line} />
                  </td>
                  <td className={dense.number}>{quantity(line.quantity)}</td>
                  <td className={dense.number}>{money(line.unitAmount)}</td>
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
