import type { Body } from '@tandem/contract/index.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { stockTexts } from '../messages/stock.ts';
import { parseQuantity } from '../parts/amount-text.ts';
import dense from '../parts/dense.module.css';
import { useFormat } from '../shop/use-format.ts';
import type { PickedVariant } from './draft-lines.ts';
import { LinesTable } from './lines-table.tsx';
import classes from './stock-form.module.css';

type Bucket = Body<'POST /api/stock-adjustments'>['lines'][number]['bucket'];
const buckets: readonly Bucket[] = ['sellable', 'qualityControl', 'damaged', 'expired', 'onHold'];

export interface AdjustLine extends PickedVariant {
  readonly bucket: Bucket;
  readonly toBucket: Bucket;
  readonly quantity: string;
}
interface AdjustLinesProps {
  readonly lines: readonly AdjustLine[];
  readonly onChange: (lines: readonly AdjustLine[]) => void;
  readonly isMove: boolean;
  readonly isChecked: boolean;
}

/** What is put right, line by line, with what will be on hand afterwards. */
export function AdjustLines({ lines, onChange, isMove, isChecked }: AdjustLinesProps) {
  const t = useTexts(stockTexts);
  const { quantity } = useFormat();
  const choose = (line: AdjustLine, field: 'bucket' | 'toBucket', change: (what: Partial<AdjustLine>) => void) => (
    <select
      className={classes.select}
      aria-label={`${t(field)} ${line.sku}`}
      value={line[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value as Bucket })}
    >
      {buckets.map((one) => (
        <option key={one} value={one}>
          {t('bucketName', one)}
        </option>
      ))}
    </select>
  );
  return (
    <LinesTable
      lines={lines}
      onChange={onChange}
      heads={
        <>
          <th scope="col">{t('bucket')}</th>
          {isMove ? <th scope="col">{t('toBucket')}</th> : null}
          <th scope="col" className={dense.number}>
            {t('onHand')}
          </th>
          <th scope="col" className={dense.number}>
            {isMove ? t('quantity') : t('change')}
          </th>
          {isMove ? null : (
            <th scope="col" className={dense.number}>
              {t('newLevel')}
            </th>
          )}
        </>
      }
      cells={(line, change) => (
        <>
          <td>{choose(line, 'bucket', change)}</td>
          {isMove ? <td>{choose(line, 'toBucket', change)}</td> : null}
          <td className={`${dense.number} ${dense.quiet}`}>{quantity(line.onHand)}</td>
          <td className={dense.number}>
            <input
              className={classes.field}
              inputMode="text"
              placeholder={isMove ? '1' : '−1'}
              aria-label={`${isMove ? t('quantity') : t('change')} ${line.sku}`}
              aria-invalid={(isChecked && !parseQuantity(line.quantity)) || undefined}
              value={line.quantity}
              onChange={(event) => change({ quantity: event.currentTarget.value })}
            />
          </td>
          {isMove ? null : (
            <td className={`${dense.number} ${dense.strong}`}>
              {quantity(line.onHand + (parseQuantity(line.quantity) ?? 0))}
            </td>
          )}
        </>
      )}
    />
  );
}
