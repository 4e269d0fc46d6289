// What is typed about a variant, and the command that it becomes.
import type { Body } from '@tandem/contract/index.ts';
import type { Locale } from '@tandem/ui/locale.ts';
import type { Product } from './product-values.ts';

type Option = Product['options'][number];
type NewVariantBody = Body<'POST /api/products/:id/variants'>;

export interface VariantValues {
  /** A value of each option, as it is read on the screen. */
  readonly values: readonly string[];
  readonly sku: string;
  readonly barcodes: readonly string[];
}

/** The value of the option that is read like this; undefined for a new one. Letter case does not matter. */
export function knownValue(
  option: Option,
  typed: string,
  text: (texts: Record<string, string>) => string,
): Option['values'][number] | undefined {
  const wanted = typed.trim().toLowerCase();
  return option.values.find(
    (value) =>
      text(value.name as Record<string, string>).toLowerCase() === wanted || value.code.toLowerCase() === wanted,
  );
}

/** The body that adds the variant; values that no option has yet come along in the person's language. */
export function newVariantBody(
  product: Pick<Product, 'options'>,
  typed: VariantValues,
  locale: Locale,
  text: (texts: Record<string, string>) => string,
): NewVariantBody {
  const found = product.options.map((option, index) => knownValue(option, typed.values[index] ?? '', text));
  const codeOf = (index: number) => found[index]?.code ?? (typed.values[index] ?? '').trim();
  const newValues = product.options.flatMap((_, index) =>
    found[index] ? [] : [{ option: index, code: codeOf(index), name: { [locale]: codeOf(index) } }],
  );
  return {
    sku: typed.sku.trim(),
    optionValues: product.options.map((_, index) => codeOf(index)),
    barcodes: typed.barcodes.map((code) => code.trim()).filter(Boolean),
    ...(newValues.length > 0 ? { newValues } : {}),
  };
}

/** Is there a variant with these values already? */
export function isDoubled(product: Pick<Product, 'variants'>, optionValues: readonly string[]): boolean {
  return product.variants.some((one) => one.optionValues.join('\n') === optionValues.join('\n'));
}

/** The names of a variant's option values, as they stand in lists. */
export function valueNames(
  product: Pick<Product, 'options'>,
  optionValues: readonly string[],
  text: (texts: Record<string, string>) => string,
): string {
  return optionValues
    .map((code, index) =>
      text(
        (product.options[index]?.values.find((value) => value.code === code)?.name ?? { en: code }) as Record<
          string,
          string
        >,
      ),
    )
    .join(' / ');
}
