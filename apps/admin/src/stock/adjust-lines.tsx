import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Body } from '@tandem/contract/index.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { stockTexts } from '../messages/stock.ts';
import { parseQuantity } from '../parts/amount-text.ts';
import dense from '../parts/dense.module.css';
import { Scroller } from '../parts/scroller.tsx';
import { useFormat } from '../shop/use-format.ts';
import type { PickedVariant } from './draft-lines.ts';
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
  const change = (line: AdjustLine, what: Partial<AdjustLine>) =>
    onChange(lines.map((one) => (one.variantId === line.variantId ? { ...one, ...what } : one)));
  const choose = (line: AdjustLine, field: 'bucket' | 'toBucket') => (
    <select
      className={classes.select}
      aria-label={`${t(field)} ${line.sku}`}
      value={line[field]}
      onChange={(event) => change(line, { [field]: event.currentTarget.value as Bucket })}
    >
      {buckets.map((one) => (
        <option key={one} value={one}>
          {t('bucketName', one)}
        </option>
      ))}
    </select>
  );
  return (
    <Scroller label={t('lines')}>
      <table className={dense.table}>
        <thead>
          <tr>
            <th scope="col">{t('product')}</th>
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
              <td>{choose(line, 'bucket')}</td>
              {isMove ? <td>{choose(line, 'toBucket')}</td> : null}
              <td className={`${dense.number} ${dense.quiet}`}>{quantity(line.onHand)}</td>
              <td className={dense.number}>
                <input
                  className={classes.field}
                  inputMode="text"
                  placeholder={isMove ? '1' : '−1'}
                  aria-label={`${isMove ? t('quantity') : t('change')} ${line.sku}`}
                  aria-invalid={(isChecked && !parseQuantity(line.quantity)) || undefined}
                  value={line.quantity}
                  onChange={(event) => change(line, { quantity: event.currentTarget.value })}
                />
              </td>
              {isMove ? null : (
                <td className={`${dense.number} ${dense.strong}`}>
                  {quantity(line.onHand + (parseQuantity(line.quantity) ?? 0))}
                </td>
              )}
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
