import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { stockTexts } from '../messages/stock.ts';
import { parseAmount, parseQuantity } from '../parts/amount-text.ts';
import dense from '../parts/dense.module.css';
import { Scroller } from '../parts/scroller.tsx';
import { useShop } from '../shop/shop.ts';
import type { DraftLine } from './draft-lines.ts';
import classes from './stock-form.module.css';

interface ReceiveLinesProps {
  readonly lines: readonly DraftLine[];
  readonly onChange: (lines: readonly DraftLine[]) => void;
  /** After the first try to send, what is missing is marked. */
  readonly isChecked: boolean;
}

/** The goods that come in, with quantity and cost of each. */
export function ReceiveLines({ lines, onChange, isChecked }: ReceiveLinesProps) {
  const t = useTexts(stockTexts);
  const { merchant } = useShop();
  const change = (line: DraftLine, what: Partial<DraftLine>) =>
    onChange(lines.map((one) => (one.variantId === line.variantId ? { ...one, ...what } : one)));
  return (
    <Scroller label={t('lines')}>
      <table className={dense.table}>
        <thead>
          <tr>
            <th scope="col">{t('product')}</th>
            <th scope="col" className={dense.number}>
              {t('quantity')}
            </th>
            <th scope="col" className={dense.number}>
              {t('unitCost')} ({merchant.currency})
            </th>
            <th scope="col">
              <span className="only-heard">{t('removeLine', '')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.variantId}>
              <td className={dense.wrap}>
                <div className={dense.strong}>{line.name}</div>
                <div className={dense.small}>{line.sku}</div>
              </td>
              <td className={dense.number}>
                <input
                  className={classes.field}
                  inputMode="decimal"
                  aria-label={`${t('quantity')} ${line.sku}`}
                  aria-invalid={(isChecked && (parseQuantity(line.quantity) ?? 0) <= 0) || undefined}
                  title={t('badQuantity')}
                  value={line.quantity}
                  onChange={(event) => change(line, { quantity: event.currentTarget.value })}
                />
              </td>
              <td className={dense.number}>
                <input
                  className={classes.field}
                  inputMode="decimal"
                  aria-label={`${t('unitCost')} ${line.sku}`}
                  aria-invalid={(isChecked && parseAmount(line.cost, merchant.currency) === undefined) || undefined}
                  title={t('badCost')}
                  value={line.cost}
                  onChange={(event) => change(line, { cost: event.currentTarget.value })}
                />
              </td>
              <td className={dense.number}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('removeLine', line.sku)}
                  onClick={() => onChange(lines.filter((one) => one.variantId !== line.variantId))}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
