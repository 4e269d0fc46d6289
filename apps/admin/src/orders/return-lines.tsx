import { NumberInput, Select } from '@mantine/core';
import { frozenLineOf } from '@tandem/domain/orders/settle-return.ts';
import { refundOfUnits } from '@tandem/domain/pricing/refund-of-units.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import type { Condition, ReturnChoice } from '@tandem/ui/react/use-return-choice.ts';
import { orderTexts } from '../messages/orders.ts';
import { returnTexts } from '../messages/returns.ts';
import dense from '../parts/dense.module.css';
import { Scroller } from '../parts/scroller.tsx';
import { useFormat } from '../shop/use-format.ts';
import type { Order } from './order-page.tsx';

interface ReturnLinesProps {
  readonly order: Order;
  readonly choice: ReturnChoice;
}
const conditions: readonly Condition[] = ['sellable', 'quality_control', 'damaged'];

/** What is left of the order, told apart by what was paid for it: how much comes back, and in which condition. */
export function ReturnLines({ order, choice }: ReturnLinesProps) {
  const t = useTexts(orderTexts);
  const r = useTexts(returnTexts);
  const { text, money, quantity } = useFormat();
  const isOpen = (lineNo: number) =>
    order.fulfilments.some(
      ({ state, lines }) =>
        state !== 'handed_over' && state !== 'shipped' && lines.some((line) => line.lineNo === lineNo),
    );
  return (
    <Scroller label={r('comesBack')}>
      <table className={dense.table}>
        <thead>
          <tr>
            <th scope="col">{t('product')}</th>
            <th scope="col" className={dense.number}>
              {r('worth')}
            </th>
            <th scope="col">{r('comesBack')}</th>
            <th scope="col">{t('condition')}</th>
          </tr>
        </thead>
        <tbody>
          {choice.groups
            .filter(({ lineNo }) => !isOpen(lineNo))
            .map((group) => {
              const line = order.lines.find(({ lineNo }) => lineNo === group.lineNo);
              if (line === undefined) return null;
              const name = text(line.name);
              const first = group.free[0] ?? { from: 0, quantity: 0 };
              const one = {
                from: first.from,
                quantity: Math.min(first.quantity, group.step === 1 ? first.quantity : 1000),
              };
              const share = refundOfUnits(frozenLineOf(line, order.pricesIncludeTax), [one]).grossAmount;
              const promotions = [...new Set(group.promotionIds)].map((id) => {
                const promotion = order.discounts.find(({ promotionId }) => promotionId === id)?.name;
                return promotion ? text(promotion) : t('byHand');
              });
              return (
                <tr key={group.key}>
                  <td className={dense.wrap}>
                    <span className={dense.strong}>{name}</span>
                    <div className={dense.small}>
                      {[line.sku, ...promotions, r('left', quantity(group.left))].join(' · ')}
                    </div>
                  </td>
                  <td className={dense.number}>{share === 0 ? r('gift') : money(share)}</td>
                  <td>
                    <NumberInput
                      aria-label={r('quantityOf', name)}
                      size="xs"
                      w={96}
                      min={0}
                      max={group.left / 1000}
                      step={1}
                      decimalScale={group.step === 1 ? 3 : 0}
                      clampBehavior="strict"
                      value={Math.min(group.left, choice.chosen[group.key] ?? 0) / 1000}
                      onChange={(value) => choice.choose(group.key, Math.round(Number(value) * 1000))}
                    />
                  </td>
                  <td>
                    <Select
                      aria-label={r('conditionOf', name)}
                      size="xs"
                      w={148}
                      data={conditions.map((value) => ({ value, label: t(value) }))}
                      value={choice.conditions[group.lineNo] ?? 'sellable'}
                      onChange={(value) => value && choice.setCondition(group.lineNo, value as Condition)}
                      allowDeselect={false}
                    />
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </Scroller>
  );
}
