import { ActionIcon, Button, TagsInput, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../messages/products.ts';
import { belowField } from '../parts/below-field.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import classes from './new-options-panel.module.css';
import type { NewPanelProps } from './new-panel.ts';
import { variantsOf } from './new-product.ts';
import { NewVariantsTable } from './new-variants-table.tsx';
import formClasses from './product-form.module.css';

/** SKU, price and options of a new product, and the variants that follow from them. */
export function NewOptionsPanel({ form }: NewPanelProps) {
  const t = useTexts(productTexts);
  const { merchant } = useShop();
  const variants = variantsOf(form.values);
  const hasOptions = variants.length > 1 || (variants[0]?.optionValues.length ?? 0) > 0;
  return (
    <Panel title={t('variantsTitle')}>
      <div className={formClasses.stack}>
        <div className={classes.start}>
          <TextInput
            label={t('skuRoot')}
            {...(hasOptions ? { description: t('skuHint') } : {})}
            inputWrapperOrder={belowField}
            maxLength={80}
            {...form.getInputProps('sku')}
          />
          <TextInput
            label={`${t('startPrice')} (${merchant.currency})`}
            {...(hasOptions ? { description: t('startPriceHint') } : {})}
            inputWrapperOrder={belowField}
            inputMode="decimal"
            {...form.getInputProps('price')}
          />
          {hasOptions ? null : <TextInput label={t('barcode')} maxLength={80} {...form.getInputProps('barcode')} />}
        </div>
        {form.values.options.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options keep their places while they are typed.
          <div key={index} className={classes.option}>
            <TextInput
              label={t('optionName')}
              placeholder={t('optionNamePlaceholder')}
              maxLength={80}
              {...form.getInputProps(`options.${index}.name`)}
            />
            <TagsInput
              label={t('optionValues')}
              placeholder={t('optionValuesHint')}
              maxTags={200}
              {...form.getInputProps(`options.${index}.values`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('removeOption')}
              onClick={() => form.removeListItem('options', index)}
            >
              <IconTrash size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        {form.values.options.length < 3 ? (
          <div>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => form.insertListItem('options', { name: '', values: [] })}
            >
              {t('addOption')}
            </Button>
          </div>
        ) : null}
        {hasOptions ? <NewVariantsTable form={form} variants={variants} /> : null}
      </div>
    </Panel>
  );
}
