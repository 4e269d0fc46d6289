import { Button, Progress, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../../messages/products.ts';
import { SideForm } from '../../parts/side-form.tsx';
import { useShop } from '../../shop/shop.ts';
import { useFormat } from '../../shop/use-format.ts';
import { BulkFields } from './bulk-fields.tsx';
import { BulkResult } from './bulk-result.tsx';
import { type BulkValues, noChange, priceRule, productEdit } from './bulk-values.ts';
import { PriceFields } from './price-fields.tsx';
import { PricePreview } from './price-preview.tsx';
import { type ChosenVariant, useBulkEdit } from './use-bulk-edit.ts';

interface BulkDrawerProps {
  readonly chosen: readonly ChosenVariant[];
  readonly nameOf: (id: string) => string;
  readonly onClose: () => void;
}

/** Changes what was chosen: one form, one progress, then what became of each row. */
export function BulkDrawer({ chosen, nameOf, onClose }: BulkDrawerProps) {
  const t = useTexts(productTexts);
  const { currency, count } = useFormat();
  const { may } = useShop();
  const bulk = useBulkEdit(chosen);
  const form = useForm<BulkValues>({ initialValues: noChange });
  const products = new Set(chosen.map((one) => one.productId)).size;
  const edit = productEdit(form.values);
  const rule = priceRule(form.values, currency);
  const hasRule = rule !== undefined && typeof rule === 'object';
  const save = () => {
    if (typeof rule === 'string') return form.setFieldError(rule, rule === 'ending' ? t('badEnding') : t('badPrice'));
    if (edit || rule) void bulk.run({ edit, rule });
  };
  const title = t('bulkTitle', chosen.length, products);
  if (bulk.state === 'done') {
    return (
      <SideForm title={title} onClose={onClose}>
        <BulkResult result={bulk.result} nameOf={nameOf} onClose={onClose} />
      </SideForm>
    );
  }
  const isRunning = bulk.state !== 'asking';
  return (
    <SideForm title={title} onClose={isRunning ? () => undefined : onClose}>
      <form onSubmit={form.onSubmit(save)}>
        <Stack>
          {may('catalog.change') ? <BulkFields form={form} /> : null}
          {may('price.change') ? <PriceFields form={form} /> : null}
          {hasRule ? <PricePreview chosen={chosen} rule={rule} /> : null}
          {isRunning ? (
            <div role="status">
              <Progress value={bulk.state === 'prices' && edit ? 60 : 30} animated aria-label={t('changing')} />
              {bulk.state === 'prices'
                ? t('changingPrices', count(chosen.length))
                : t('changingProducts', count(products))}
            </div>
          ) : null}
          <Button type="submit" loading={isRunning} disabled={!edit && rule === undefined}>
            {edit || !rule ? t('changeProducts', products) : t('changePrices', chosen.length)}
          </Button>
        </Stack>
      </form>
    </SideForm>
  );
}
