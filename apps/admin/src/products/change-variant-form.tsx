import { Button, NumberInput, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { productTexts } from '../messages/products.ts';
import type { Product } from './product-values.ts';
import { useVariantRefusal } from './use-variant-refusal.ts';

interface ChangeVariantFormProps {
  readonly product: Product;
  readonly variant: Product['variants'][number];
  readonly onDone: () => void;
}

/** SKU, barcodes, weight of a variant, and whether it is sold at all. */
export function ChangeVariantForm({ product, variant, onDone }: ChangeVariantFormProps) {
  const t = useTexts(productTexts);
  const form = useForm({
    initialValues: {
      sku: variant.sku,
      barcodes: variant.barcodes,
      weightGrams: variant.weightGrams ?? ('' as number | string),
      isActive: variant.isActive,
    },
    validate: { sku: (sku) => (sku.trim() ? null : t('needsSku')) },
  });
  const refused = useVariantRefusal(form.setFieldError);
  const change = useCommand('PATCH /api/variants/:id', {
    refresh: [['product', product.id], ['variants']],
    done: t('variantSaved', variant.sku),
    onDone,
    isQuiet: true,
  });
  const save = ({ sku, barcodes, weightGrams, isActive }: typeof form.values) =>
    change.mutate(
      {
        params: { id: variant.id },
        body: {
          ...(sku.trim() === variant.sku ? {} : { sku: sku.trim() }),
          ...(barcodes.join('\n') === variant.barcodes.join('\n') ? {} : { barcodes }),
          ...(weightGrams === (variant.weightGrams ?? '')
            ? {}
            : { weightGrams: weightGrams === '' ? null : Number(weightGrams) }),
          isActive,
        },
      },
      { onError: refused },
    );
  return (
    <form
      onSubmit={(event) => {
        // The page behind is a form, too, and hears what bubbles out of a drawer.
        event.stopPropagation();
        form.onSubmit(save)(event);
      }}
    >
      <Stack>
        <TextInput label={t('sku')} maxLength={80} data-autofocus {...form.getInputProps('sku')} />
        <TagsInput
          label={t('barcodes')}
          placeholder={form.values.barcodes.length === 0 ? t('barcodesHint') : ''}
          maxTags={20}
          acceptValueOnBlur
          {...form.getInputProps('barcodes')}
        />
        <NumberInput
          label={t('weight')}
          min={0}
          max={10_000_000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          {...form.getInputProps('weightGrams')}
        />
        <Switch
          label={t('isSold')}
          description={t('isSoldHint')}
          {...form.getInputProps('isActive', { type: 'checkbox' })}
        />
        <Button type="submit" loading={change.isPending}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  );
}
