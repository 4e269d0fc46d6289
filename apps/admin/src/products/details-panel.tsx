import { Select, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../messages/products.ts';
import { belowField } from '../parts/below-field.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './product-form.module.css';
import type { ProductValues } from './product-values.ts';
import { useCategories } from './use-categories.ts';

interface DetailsPanelProps {
  readonly form: UseFormReturnType<ProductValues>;
  readonly isReadOnly: boolean;
}

/** Status, category, brand, tags and handle. */
export function DetailsPanel({ form, isReadOnly }: DetailsPanelProps) {
  const t = useTexts(productTexts);
  const { choices } = useCategories();
  return (
    <Panel title={t('details')}>
      <div className={classes.stack}>
        <Select
          label={t('status')}
          data={(['active', 'draft', 'archived'] as const).map((value) => ({ value, label: t(value) }))}
          allowDeselect={false}
          readOnly={isReadOnly}
          {...form.getInputProps('status')}
        />
        <Select
          label={t('category')}
          placeholder={t('noCategory')}
          data={choices}
          searchable
          clearable
          readOnly={isReadOnly}
          {...form.getInputProps('categoryId')}
        />
        <TextInput label={t('brand')} maxLength={120} readOnly={isReadOnly} {...form.getInputProps('brand')} />
        <TagsInput
          label={t('tags')}
          placeholder={t('tagsHint')}
          maxTags={250}
          readOnly={isReadOnly}
          {...form.getInputProps('tags')}
        />
        <TextInput
          label={t('handle')}
          description={t('handleHint')}
          inputWrapperOrder={belowField}
          maxLength={120}
          readOnly={isReadOnly}
          {...form.getInputProps('handle')}
        />
      </div>
    </Panel>
  );
}
