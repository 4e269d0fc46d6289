import { useTexts } from '@tandem/ui/react/index.ts';
import { stockTexts } from '../messages/stock.ts';
import { parseAmount, parseQuantity } from '../parts/amount-text.ts';
import dense from '../parts/dense.module.css';
import { useShop } from '../shop/shop.ts';
import type { DraftLine } from './draft-lines.ts';
import { LinesTable } from './lines-table.tsx';
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
  return (
    <LinesTable
      lines={lines}
      onChange={onChange}
      heads={
        <>
          <th scope="col" className={dense.number}>
            {t('quantity')}
          </th>
          <th scope="col" className={dense.number}>
            {t('unitCost')} ({merchant.currency})
          </th>
        </>
      }
      cells={(line, change) => (
        <>
          <td className={dense.number}>
            <input
              className={classes.field}
              inputMode="decimal"
              aria-label={`${t('quantity')} ${line.sku}`}
              aria-invalid={(isChecked && (parseQuantity(line.quantity) ?? 0) <= 0) || undefined}
              title={t('badQuantity')}
              value={line.quantity}
              onChange={(event) => change({ quantity: event.currentTarget.value })}
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
              onChange={(event) => change({ cost: event.currentTarget.value })}
            />
          </td>
        </>
      )}
    />
  );
}
