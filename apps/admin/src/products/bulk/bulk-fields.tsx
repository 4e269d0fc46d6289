import { Select, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../../messages/products.ts';
import { useShop } from '../../shop/shop.ts';
import { useNames } from '../../shop/use-names.ts';
import { useCategories } from '../use-categories.ts';
import type { BulkValues } from './bulk-values.ts';

interface BulkFieldsProps {
  readonly form: UseFormReturnType<BulkValues>;
}

/** What of the products is changed: what is left empty stays as it is. */
export function BulkFields({ form }: BulkFieldsProps) {
  const t = useTexts(productTexts);
  const names = useNames();
  const { channels } = useShop();
  const { choices } = useCategories();
  return (
    <>
      <Select
        label={t('status')}
        placeholder={t('leave')}
        data={(['active', 'draft', 'archived'] as const).map((value) => ({ value, label: t(value) }))}
        clearable
        {...form.getInputProps('status')}
      />
      <Select
        label={t('category')}
        placeholder={t('leave')}
        data={[{ value: '', label: t('noCategory') }, ...choices]}
        searchable
        clearable
        {...form.getInputProps('categoryId')}
      />
      <TextInput label={t('brand')} placeholder={t('leave')} maxLength={120} {...form.getInputProps('brand')} />
      <TagsInput
        label={t('tagsAdd')}
        placeholder={form.values.addTags.length === 0 ? t('tagsHint') : ''}
        maxTags={250}
        acceptValueOnBlur
        {...form.getInputProps('addTags')}
      />
      <TagsInput
        label={t('tagsRemove')}
        placeholder={form.values.removeTags.length === 0 ? t('tagsHint') : ''}
        maxTags={250}
        acceptValueOnBlur
        {...form.getInputProps('removeTags')}
      />
      {channels
        .filter((one) => one.isActive && one.kind === 'online')
        .map((one) => (
          <Select
            key={one.id}
            label={t('shownIn', names.channel(one.id))}
            placeholder={t('leave')}
            data={[
              { value: 'show', label: t('show') },
              { value: 'hide', label: t('hide') },
            ]}
            clearable
            value={form.values.channels[one.id] ?? null}
            onChange={(act) => {
              const { [one.id]: _, ...rest } = form.values.channels;
              form.setFieldValue('channels', act === 'show' || act === 'hide' ? { ...rest, [one.id]: act } : rest);
            }}
          />
        ))}
    </>
  );
}
