// A new product as it is being typed, and the variants that its options make.
import type { Body } from '@tandem/contract/index.ts';
import type { Locale } from '@tandem/ui/locale.ts';
import { givenTexts } from './product-values.ts';

export const variantsMax = 500;

export interface NewOption {
  name: string;
  values: string[];
}
export interface NewProductValues {
  name: Record<Locale, string>;
  description: Record<Locale, string>;
  brand: string;
  categoryId: string | null;
  status: 'draft' | 'active';
  channelIds: string[];
  sku: string;
  price: string;
  barcode: string;
  options: NewOption[];
  /** What was typed into single variants, by their option values. */
  own: Record<string, { sku?: string; price?: string }>;
}
export interface NewVariant {
  readonly key: string;
  readonly optionValues: readonly string[];
  readonly sku: string;
  readonly price: string;
}

/** Every combination of the option values, with the SKU and price of the product or its own; none beyond the limit. */
export function variantsOf({
  options,
  sku,
  price,
  own,
}: Pick<NewProductValues, 'options' | 'sku' | 'price' | 'own'>): NewVariant[] {
  const used = usedOptions(options);
  if (used.reduce((count, one) => count * one.values.length, 1) > variantsMax) return [];
  const rows = used.reduce<string[][]>(
    (before, { values }) => before.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
  return rows.map((optionValues) => {
    const key = optionValues.join('\n');
    const made = [sku.trim(), ...optionValues.map(skuPart)].filter(Boolean).join('-');
    return { key, optionValues, sku: own[key]?.sku ?? made, price: own[key]?.price ?? price };
  });
}

/** Options that have a name and at least one value. */
export function usedOptions(options: readonly NewOption[]): NewOption[] {
  return options.filter((one) => one.name.trim() !== '' && one.values.length > 0);
}

/** The body that adds the product. The language of option names is the person's own. */
export function newProductBody(values: NewProductValues, locale: Locale): Body<'POST /api/products'> {
  const barcode = values.barcode.trim();
  const variants = variantsOf(values);
  const description = givenTexts(values.description);
  return {
    name: givenTexts(values.name),
    ...(Object.keys(description).length > 0 ? { description } : {}),
    brand: values.brand.trim(),
    categoryId: values.categoryId,
    status: values.status,
    channelIds: values.channelIds,
    options: usedOptions(values.options).map((one) => ({
      name: { [locale]: one.name.trim() },
      values: one.values.map((value) => ({ code: value, name: { [locale]: value } })),
    })),
    variants: variants.map((one) => ({
      sku: one.sku.trim(),
      optionValues: [...one.optionValues],
      ...(barcode && variants.length === 1 ? { barcodes: [barcode] } : {}),
    })),
  };
}

/** "Light blue" in a SKU is LIGHT-BLUE; Chinese stays as it is. */
function skuPart(value: string): string {
  return value
    .trim()
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
