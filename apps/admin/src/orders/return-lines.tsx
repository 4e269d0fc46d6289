import { NumberInput, Select } from '@mantine/core';
import type { ReturnableGroup } from '@tandem/domain/orders/returnable-groups.ts';
import { frozenLineOf } from '@tandem/domain/orders/settle-return.ts';
import { refundOfUnits } from '@tandem/domain/pricing/refund-of-units.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import type { Condition, ReturnChoice } from '@tandem/ui/react/use-return-choice.ts';
import { orderTexts } from '../messages/orders.ts';
import { returnTexts } from '../messages/returns.ts';
import dense from '../parts/dense.module.css';
import { useFormat } from '../shop/use-format.ts';
import type { Order } from './order-page.tsx';
import classes from './return-lines.module.css';

interface ReturnLinesProps {
  readonly order: Order;
  readonly choice: ReturnChoice;
}
const conditions: readonly Condition[] = ['sellable', 'quality_control', 'damaged'];

/** What is left of the order, told apart by what was paid for it: how much comes back, and in which condition. */
export function ReturnLines({ order, choice }: ReturnLinesProps) {
  const t = useTexts(orderTexts);
  const r = useTexts(returnTexts);
  return (
    <div>
      <div className={classes.heads} aria-hidden>
        <span>{t('product')}</span>
        <span>{r('worth')}</span>
        <span>{r('comesBack')}</span>
        <span>{t('condition')}</span>
      </div>
      <ul className={classes.lines} aria-label={r('comesBack')}>
        {choice.groups.map((group) => (
          <ReturnLine key={group.key} order={order} group={group} choice={choice} />
        ))}
      </ul>
    </div>
  );
}

/** Units of a line that were paid alike. */
function ReturnLine({ order, group, choice }: ReturnLinesProps & { readonly group: ReturnableGroup }) {
  const t = useTexts(orderTexts);
  const r = useTexts(returnTexts);
  const { text, money, quantity } = useFormat();
  const line = order.lines.find(({ lineNo }) => lineNo === group.lineNo);
  if (line === undefined) return null;
  const name = text(line.name);
  const first = group.free[0] ?? { from: 0, quantity: 0 };
  const one = { from: first.from, quantity: Math.min(first.quantity, group.step === 1 ? first.quantity : 1000) };
  const share = refundOfUnits(frozenLineOf(line, order.pricesIncludeTax), [one]).grossAmount;
  const promotions = [...new Set(group.promotionIds)].map((id) => {
    const promotion = order.discounts.find(({ promotionId }) => promotionId === id)?.name;
    return promotion ? text(promotion) : t('byHand');
  });
  return (
    <li className={classes.line}>
      <span className={classes.words}>
        <span className={dense.strong}>{name}</span>
        <span className={dense.small}>{[line.sku, ...promotions].join(' · ')}</span>
      </span>
      <span className={classes.worth}>{share === 0 ? r('gift') : money(share)}</span>
      <span className={classes.count}>
        <NumberInput
          aria-label={r('quantityOf', name)}
          size="xs"
          w={80}
          min={0}
          max={group.left / 1000}
          step={1}
          decimalScale={group.step === 1 ? 3 : 0}
          clampBehavior="strict"
          value={Math.min(group.left, choice.chosen[group.key] ?? 0) / 1000}
          onChange={(value) => choice.choose(group.key, Math.round(Number(value) * 1000))}
        />
        <span className={dense.small}>{r('of', quantity(group.left))}</span>
      </span>
      <Select
        className={classes.condition ?? ''}
        aria-label={r('conditionOf', name)}
        size="xs"
        data={conditions.map((value) => ({ value, label: t(value) }))}
        value={choice.conditions[group.lineNo] ?? 'sellable'}
        onChange={(value) => value && choice.setCondition(group.lineNo, value as Condition)}
        allowDeselect={false}
      />
    </li>
  );
}
