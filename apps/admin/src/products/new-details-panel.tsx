import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../messages/products.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import type { NewPanelProps } from './new-panel.ts';
import classes from './product-form.module.css';
import { useCategories } from './use-categories.ts';

/** Status, category, brand and where a new product is sold. */
export function NewDetailsPanel({ form }: NewPanelProps) {
  const t = useTexts(productTexts);
  const names = useNames();
  const { channels } = useShop();
  const { choices } = useCategories();
  return (
    <Panel title={t('details')}>
      <div className={classes.stack}>
        <Select
          label={t('status')}
          data={(['active', 'draft'] as const).map((value) => ({ value, label: t(value) }))}
          allowDeselect={false}
          {...form.getInputProps('status')}
        />
        <Select
          label={t('category')}
          placeholder={t('noCategory')}
          data={choices}
          searchable
          clearable
          {...form.getInputProps('categoryId')}
        />
        <TextInput label={t('brand')} maxLength={120} {...form.getInputProps('brand')} />
        <MultiSelect
          label={t('published')}
          data={channels
            .filter((one) => one.isActive && one.kind === 'online')
            .map((one) => ({ value: one.id, label: names.channel(one.id) }))}
          {...form.getInputProps('channelIds')}
        />
      </div>
    </Panel>
  );
}
