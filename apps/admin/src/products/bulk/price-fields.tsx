import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../../messages/products.ts';
import { belowField } from '../../parts/below-field.ts';
import { useFormat } from '../../shop/use-format.ts';
import classes from './bulk.module.css';
import type { BulkValues } from './bulk-values.ts';

const kinds = ['set', 'raiseShare', 'lowerShare', 'raise', 'lower'] as const;

/** How prices change: to an amount, by a share or an amount, and what they end in. */
export function PriceFields({ form }: { readonly form: UseFormReturnType<BulkValues> }) {
  const t = useTexts(productTexts);
  const { currency } = useFormat();
  const { priceKind } = form.values;
  const isShare = priceKind === 'raiseShare' || priceKind === 'lowerShare';
  return (
    <>
      <Select
        label={t('price')}
        placeholder={t('leave')}
        data={kinds.map((value) => ({ value, label: t('priceKind', value) }))}
        clearable
        {...form.getInputProps('priceKind')}
      />
      {priceKind ? (
        <div className={classes.pair}>
          <TextInput
            label={isShare ? t('share') : t('amountIn', currency)}
            inputMode="decimal"
            {...form.getInputProps('priceValue')}
          />
          <TextInput
            label={t('ending')}
            description={t('endingHint')}
            inputWrapperOrder={belowField}
            placeholder=".90"
            inputMode="decimal"
            maxLength={10}
            {...form.getInputProps('ending')}
          />
        </div>
      ) : null}
    </>
  );
}
