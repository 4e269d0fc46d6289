// The name of a variant, from its product.
import { call } from '@tandem/contract/client.ts';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../shop/use-format.ts';

export interface VariantName {
  readonly product: string;
  /** Product and options: "Linen shirt · S / White". */
  readonly name: string;
  readonly sku: string;
}

/** The variant's name; undefined while it loads, and where the address does not name the product. */
export function useVariantName(productId: string | undefined, variantId: string): VariantName | undefined {
  const { text } = useFormat();
  const { data } = useQuery({
    queryKey: ['product', productId],
    queryFn: ({ signal }) => call('GET /api/products/:id', { params: { id: productId ?? '' }, signal }),
    enabled: productId !== undefined,
  });
  const variant = data?.variants.find((one) => one.id === variantId);
  if (!data || !variant) return undefined;
  const product = text(data.name);
  const values = variant.optionValues.map((code, index) =>
    text(data.options[index]?.values.find((value) => value.code === code)?.name ?? { en: code }),
  );
  return { product, name: [product, values.join(' / ')].filter(Boolean).join(' · '), sku: variant.sku };
}
