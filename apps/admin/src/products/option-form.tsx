import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { productTexts } from '../messages/products.ts';
import { belowField } from '../parts/below-field.ts';
import type { Product } from './product-values.ts';

interface OptionFormProps {
  readonly product: Product;
  readonly onDone: () => void;
}

/** Gives the product something to differ in: size, colour. What is there gets the first value. */
export function OptionForm({ product, onDone }: OptionFormProps) {
  const t = useTexts(productTexts);
  const { locale } = useLanguage();
  const add = useCommand('POST /api/products/:id/options', {
    refresh: [['product', product.id], ['variants']],
    done: t('optionAdded'),
    onDone,
  });
  const form = useForm({
    initialValues: { name: '', value: '' },
    validate: {
      name: (name) => (name.trim() ? null : t('needsOptionName')),
      value: (value) => (value.trim() ? null : t('needsValue')),
    },
  });
  return (
    <form
      onSubmit={(event) => {
        // The page behind is a form, too, and hears what bubbles out of a drawer.
        event.stopPropagation();
        form.onSubmit(({ name, value }) =>
          add.mutate({
            params: { id: product.id },
            body: {
              name: { [locale]: name.trim() },
              value: { code: value.trim(), name: { [locale]: value.trim() } },
            },
          }),
        )(event);
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('optionFirst')}
        </Text>
        <TextInput
          label={t('optionName')}
          placeholder={t('optionNamePlaceholder')}
          maxLength={120}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('valueNow')}
          description={t('valueNowHint', product.variants.length)}
          inputWrapperOrder={belowField}
          maxLength={120}
          {...form.getInputProps('value')}
        />
        <Button type="submit" loading={add.isPending}>
          {t('addOption')}
        </Button>
      </Stack>
    </form>
  );
}
