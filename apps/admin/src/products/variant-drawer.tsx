import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../messages/products.ts';
import { SideForm } from '../parts/side-form.tsx';
import { useFormat } from '../shop/use-format.ts';
import { AddVariantForm } from './add-variant-form.tsx';
import { ChangeVariantForm } from './change-variant-form.tsx';
import { FloorForm } from './floor-form.tsx';
import { OptionForm } from './option-form.tsx';
import type { Product } from './product-values.ts';
import { valueNames } from './variant-values.ts';

/** A variant of the product by its id, a new one, or a new option. */
export type OpenVariant = { readonly id: string } | 'new' | 'option';

interface VariantDrawerProps {
  readonly product: Product;
  readonly open: OpenVariant;
  readonly onClose: () => void;
}

/** Adds or changes a variant; a product without options is asked for one first. */
export function VariantDrawer({ product, open, onClose }: VariantDrawerProps) {
  const t = useTexts(productTexts);
  const { text } = useFormat();
  if (open === 'option' || (open === 'new' && product.options.length === 0)) {
    return (
      <SideForm title={open === 'new' ? t('addVariant') : t('addOption')} onClose={onClose}>
        <OptionForm product={product} onDone={open === 'new' ? () => undefined : onClose} />
      </SideForm>
    );
  }
  if (open === 'new') {
    return (
      <SideForm title={t('addVariant')} onClose={onClose}>
        <AddVariantForm product={product} onDone={onClose} />
      </SideForm>
    );
  }
  const variant = product.variants.find((one) => one.id === open.id);
  if (!variant) return null;
  return (
    <SideForm title={valueNames(product, variant.optionValues, text) || variant.sku} onClose={onClose}>
      <ChangeVariantForm product={product} variant={variant} onDone={onClose} />
      <FloorForm productId={product.id} variantId={variant.id} sku={variant.sku} />
    </SideForm>
  );
}
