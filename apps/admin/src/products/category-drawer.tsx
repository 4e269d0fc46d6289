import { Button, Drawer, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { localeNames, locales } from '@tandem/ui/locale.ts';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { productTexts } from '../messages/products.ts';
import { givenTexts } from './product-values.ts';
import { type Category, useCategories } from './use-categories.ts';

interface CategoryDrawerProps {
  /** null for a new one. */
  readonly category: Category | null;
  readonly onClose: () => void;
}

/** Adds or changes a category. */
export function CategoryDrawer({ category, onClose }: CategoryDrawerProps) {
  const t = useTexts(productTexts);
  const f = useTexts(frameTexts);
  const { choices } = useCategories();
  const after = { refresh: [['categories']], onDone: onClose };
  const add = useCommand('POST /api/categories', { ...after, done: t('categoryAdded') });
  const change = useCommand('PATCH /api/categories/:id', { ...after, done: t('categorySaved') });
  const form = useForm({
    initialValues: {
      name: { en: category?.name.en ?? '', 'zh-Hant': category?.name['zh-Hant'] ?? '' },
      parentId: category?.parentId ?? null,
    },
    validate: { name: (name) => (name.en.trim() || name['zh-Hant'].trim() ? null : t('needsName')) },
  });
  const save = ({ name, parentId }: typeof form.values) => {
    const body = { name: givenTexts(name), parentId };
    if (category) change.mutate({ params: { id: category.id }, body });
    else add.mutate({ body });
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      title={category ? t('edit') : t('addCategory')}
      closeButtonProps={{ 'aria-label': f('close') }}
    >
      <FocusBack />
      <form onSubmit={form.onSubmit(save)}>
        <Stack>
          {locales.map((locale) => (
            <TextInput
              key={locale}
              label={t('nameIn', localeNames[locale])}
              lang={locale}
              {...form.getInputProps(`name.${locale}`)}
              error={locale === 'en' ? form.errors.name : undefined}
            />
          ))}
          <Select
            label={t('parent')}
            placeholder={t('topLevel')}
            clearable
            searchable
            data={choices.filter((one) => one.value !== category?.id)}
            {...form.getInputProps('parentId')}
          />
          <Button type="submit" loading={add.isPending || change.isPending}>
            {category ? t('save') : t('addCategory')}
          </Button>
        </Stack>
      </form>
    </Drawer>
  );
}
