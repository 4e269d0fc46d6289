import { TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { formatDecimal, parseDecimal } from '@tandem/domain/money/parse.ts';
import type { ReturnableGroup } from '@tandem/domain/orders/returnable-groups.ts';
import { frozenLineOf } from '@tandem/domain/orders/settle-return.ts';
import { refundOfUnits } from '@tandem/domain/pricing/refund-of-units.ts';
import { formatQuantity, text } from '@tandem/ui/index.ts';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import type { Condition, ReturnChoice } from '@tandem/ui/react/use-return-choice.ts';
import { useState } from 'react';
import { returnTexts } from '../messages/return-texts.ts';
import chips from '../sell/sheets.module.css';
import { useMoney, useTill } from '../use-till.tsx';
import type { Order } from './return-act.tsx';
import classes from './returns.module.css';

interface ReturnLineProps {
  readonly order: Order;
  readonly group: ReturnableGroup;
  readonly choice: ReturnChoice;
}
const conditions: readonly Condition[] = ['sellable', 'quality_control', 'damaged'];

/** Units of a line that were paid alike: what one of them gives back, how many come, in which condition. */
export function ReturnLine({ order, group, choice }: ReturnLineProps) {
  const t = useTexts(returnTexts);
  const { locale } = useLanguage();
  const { money } = useMoney();
  const { catalogue } = useTill();
  const line = order.lines.find(({ lineNo }) => lineNo === group.lineNo);
  if (line === undefined) return null;
  const options = catalogue.variant(line.variantId ?? '')?.optionNames ?? [];
  const name = [line.name, ...options].map((one) => text(one, locale)).join(' · ');
  const quantity = Math.min(group.left, choice.chosen[group.key] ?? 0);
  const first = group.free[0] ?? { from: 0, quantity: 0 };
  const one = { from: first.from, quantity: Math.min(first.quantity, group.step === 1 ? first.quantity : 1000) };
  const share = refundOfUnits(frozenLineOf(line, order.pricesIncludeTax), [one]).grossAmount;
  return (
    <li className={classes.line}>
      <span className={classes.words}>
        <strong>{name}</strong>
        <span className={classes.small}>
          {[
            share === 0 ? t('gift') : group.step === 1 ? money(share) : t('each', money(share)),
            ...promotionsOf(order, group.promotionIds).map((promotion) =>
              promotion ? text(promotion, locale) : t('byHand'),
            ),
          ].join(' · ')}
        </span>
        <span className={classes.small}>{t('left', formatQuantity(group.left, locale))}</span>
      </span>
      {group.step === 1 ? (
        <Weight name={name} left={group.left} onSet={(weight) => choice.choose(group.key, weight)} />
      ) : (
        <span className={classes.stepper}>
          <button
            type="button"
            aria-label={t('fewer', name)}
            disabled={quantity === 0}
            onClick={() => choice.choose(group.key, Math.max(0, quantity - 1000))}
          >
            <IconMinus size={22} aria-hidden />
          </button>
          <output>{formatQuantity(quantity, locale)}</output>
          <button
            type="button"
            aria-label={t('more', name)}
            disabled={quantity >= group.left}
            onClick={() => choice.choose(group.key, Math.min(group.left, quantity + 1000))}
          >
            <IconPlus size={22} aria-hidden />
          </button>
        </span>
      )}
      {quantity === 0 ? null : (
        <fieldset className={classes.conditions} aria-label={t('condition', name)}>
          {conditions.map((condition) => (
            <button
              key={condition}
              type="button"
              className={chips.chip}
              aria-pressed={(choice.conditions[group.lineNo] ?? 'sellable') === condition}
              onClick={() => choice.setCondition(group.lineNo, condition)}
            >
              {t(condition)}
            </button>
          ))}
        </fieldset>
      )}
    </li>
  );
}

interface WeightProps {
  readonly name: string;
  readonly left: number;
  readonly onSet: (weight: number) => void;
}

/** What was weighed comes back by weight; more than is left counts as all of it. */
function Weight({ name, left, onSet }: WeightProps) {
  const t = useTexts(returnTexts);
  const [typed, setTyped] = useState('');
  return (
    <TextInput
      className={classes.weight ?? ''}
      size="lg"
      inputMode="decimal"
      aria-label={t('weight', name)}
      placeholder={formatDecimal(left, 3)}
      value={typed}
      autoComplete="off"
      onChange={(event) => {
        const next = event.currentTarget.value
          .replace(',', '.')
          .replace(/[^\d.]/g, '')
          .slice(0, 10);
        setTyped(next);
        onSet(Math.min(left, parseDecimal(next.replace(/\.$/, '') || '0', 3) ?? 0));
      }}
    />
  );
}

/** The names of the promotions, each once; null: by hand. */
function promotionsOf(order: Order, ids: readonly (string | null)[]) {
  return [...new Set(ids)].map((id) => order.discounts.find(({ promotionId }) => promotionId === id)?.name ?? null);
}
