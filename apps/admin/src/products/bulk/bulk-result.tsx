import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../../messages/products.ts';
import dense from '../../parts/dense.module.css';
import { useFormat } from '../../shop/use-format.ts';
import classes from './bulk.module.css';
import type { BulkResult as Result } from './use-bulk-edit.ts';

interface BulkResultProps {
  readonly result: Result;
  /** The name of a product or SKU of a variant in the list, where it is loaded. */
  readonly nameOf: (id: string) => string;
  readonly onClose: () => void;
}

/** What became of it, and each row that was left with the reason. */
export function BulkResult({ result: { products, prices }, nameOf, onClose }: BulkResultProps) {
  const t = useTexts(productTexts);
  const { count } = useFormat();
  const rows = [
    ...(products?.rows ?? []).map((row) => ({ id: row.productId, name: nameOf(row.productId), why: row.result })),
    ...(prices?.rows ?? []).map((row) => ({
      id: row.variantId,
      name: row.sku || nameOf(row.variantId),
      why: row.result,
    })),
  ];
  return (
    <div className={classes.result}>
      <div className={classes.resultHead} role="status">
        <IconCircleCheck size={28} stroke={1.6} aria-hidden />
        <div>
          {products ? <div>{t('productsChanged', products.changed)}</div> : null}
          {prices ? <div>{t('pricesChanged', prices.changed)}</div> : null}
        </div>
      </div>
      {rows.length > 0 ? (
        <table className={dense.table} aria-label={t('leftRows')}>
          <thead>
            <tr>
              <th scope="col">{t('leftRows')}</th>
              <th scope="col">{t('reason')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 200).map((row) => (
              <tr key={`${row.id} ${row.why}`}>
                <td className={dense.wrap}>{row.name || t('notLoaded')}</td>
                <td className={`${dense.quiet} ${dense.wrap}`}>{t('bulkReason', row.why)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {rows.length > 200 ? <p className={classes.more}>{t('andMore', count(rows.length - 200))}</p> : null}
      <Button onClick={onClose}>{t('bulkClose')}</Button>
    </div>
  );
}
