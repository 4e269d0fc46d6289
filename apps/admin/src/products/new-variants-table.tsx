import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../messages/products.ts';
import dense from '../parts/dense.module.css';
import classes from './new-options-panel.module.css';
import type { NewPanelProps } from './new-panel.ts';
import type { NewVariant } from './new-product.ts';

interface NewVariantsTableProps extends NewPanelProps {
  readonly variants: readonly NewVariant[];
}

/** The variants that the options make; SKU and price of each may be typed over. */
export function NewVariantsTable({ form, variants }: NewVariantsTableProps) {
  const t = useTexts(productTexts);
  const change = (key: string, what: { sku?: string; price?: string }) =>
    form.setFieldValue('own', { ...form.values.own, [key]: { ...form.values.own[key], ...what } });
  return (
    <table className={dense.table} aria-label={t('variantsTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('options')}</th>
          <th scope="col">{t('sku')}</th>
          <th scope="col" className={dense.number}>
            {t('price')}
          </th>
        </tr>
      </thead>
      <tbody>
        {variants.map((one) => (
          <tr key={one.key}>
            <td>{one.optionValues.join(' / ')}</td>
            <td>
              <input
                className={classes.field}
                aria-label={`${t('sku')} ${one.optionValues.join(' ')}`}
                maxLength={80}
                value={one.sku}
                onChange={(event) => change(one.key, { sku: event.currentTarget.value })}
              />
            </td>
            <td className={dense.number}>
              <input
                className={classes.field}
                data-number
                aria-label={`${t('price')} ${one.optionValues.join(' ')}`}
                inputMode="decimal"
                value={one.price}
                onChange={(event) => change(one.key, { price: event.currentTarget.value })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
