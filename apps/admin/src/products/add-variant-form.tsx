import { Autocomplete, Button, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useTell } from '../api/tell.ts';
import { useCommand } from '../api/use-command.ts';
import { productTexts } from '../messages/products.ts';
import { parseAmount } from '../parts/amount-text.ts';
import { belowField } from '../parts/below-field.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import type { Product } from './product-values.ts';
import { useVariantRefusal } from './use-variant-refusal.ts';
import { isDoubled, knownValue, newVariantBody } from './variant-values.ts';

interface AddVariantFormProps {
  readonly product: Product;
  readonly onDone: () => void;
}

/** A further variant: a value of each option, known or new, with SKU, barcodes and price. */
export function AddVariantForm({ product, onDone }: AddVariantFormProps) {
  const t = useTexts(productTexts);
  const tell = useTell();
  const { locale } = useLanguage();
  const { text, currency } = useFormat();
  const { may } = useShop();
  const mayPrice = may('price.change');
  const form = useForm({
    initialValues: { values: product.options.map(() => ''), sku: '', barcodes: [] as string[], price: '' },
    validate: {
      sku: (sku) => (sku.trim() ? null : t('needsSku')),
      price: (price) => (price.trim() === '' || parseAmount(price, currency) !== undefined ? null : t('badPrice')),
      values: (values) => (values.every((value) => value.trim()) ? null : t('needsValue')),
    },
  });
  const refused = useVariantRefusal(form.setFieldError);
  const price = useCommand('PUT /api/variants/:id/price', { isQuiet: true });
  const add = useCommand('POST /api/products/:id/variants', {
    refresh: [['product', product.id], ['variants'], ['stock', 'product', product.id]],
    isQuiet: true,
  });
  const save = async (typed: typeof form.values) => {
    const body = newVariantBody(product, typed, locale, text);
    if (isDoubled(product, body.optionValues)) return form.setFieldError('values', t('valuesDoubled'));
    let saved: Product;
    try {
      saved = await add.mutateAsync({ params: { id: product.id }, body });
    } catch (error) {
      return refused(error);
    }
    const id = saved.variants.find((one) => one.sku === body.sku)?.id;
    const amount = parseAmount(typed.price, currency);
    if (id && amount !== undefined && mayPrice) {
      const isPriced = await price.mutateAsync({ params: { id }, body: { amount } }).then(
        () => true,
        () => false,
      );
      if (isPriced) tell.done(t('variantAdded'));
      else tell.warn(t('createdButPrices'));
    } else tell.done(t('variantAdded'));
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        // The page behind is a form, too, and hears what bubbles out of a drawer.
        event.stopPropagation();
        form.onSubmit((typed) => void save(typed))(event);
      }}
    >
      <Stack>
        {product.options.map((option, index) => {
          const typed = form.values.values[index] ?? '';
          const isNew = typed.trim() !== '' && !knownValue(option, typed, text);
          return (
            <Autocomplete
              // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its place.
              key={index}
              label={text(option.name)}
              data={[...new Set(option.values.map((value) => text(value.name)))]}
              description={isNew ? t('newValue', typed.trim()) : undefined}
              inputWrapperOrder={belowField}
              maxLength={120}
              data-autofocus={index === 0 || undefined}
              {...form.getInputProps(`values.${index}`)}
              error={index === 0 ? form.errors.values : undefined}
            />
          );
        })}
        <TextInput label={t('sku')} maxLength={80} {...form.getInputProps('sku')} />
        <TagsInput
          label={t('barcodes')}
          placeholder={form.values.barcodes.length === 0 ? t('barcodesHint') : ''}
          maxTags={20}
          acceptValueOnBlur
          {...form.getInputProps('barcodes')}
        />
        {mayPrice ? (
          <TextInput label={`${t('price')} (${currency})`} inputMode="decimal" {...form.getInputProps('price')} />
        ) : null}
        <Button type="submit" loading={add.isPending || price.isPending}>
          {t('addVariant')}
        </Button>
      </Stack>
    </form>
  );
}
