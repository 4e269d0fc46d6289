import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { productTexts } from '../messages/products.ts';
import dense from '../parts/dense.module.css';
import { useFormat } from '../shop/use-format.ts';
import type { Product } from './product-values.ts';
import classes from './quick-look.module.css';
import { valueNames } from './variant-values.ts';

interface QuickVariantsProps {
  readonly product: Product;
  /** The variant that is looked at. */
  readonly variantId: string;
}

/** The product's variants with their prices. */
export function QuickVariants({ product, variantId }: QuickVariantsProps) {
  const t = useTexts(productTexts);
  const { text, money } = useFormat();
  const prices = useQuery({
    queryKey: ['product', product.id, 'prices'],
    queryFn: ({ signal }) => call('GET /api/products/:id/prices', { params: { id: product.id }, signal }),
  });
  const priceOf = new Map((prices.data?.items ?? []).map((price) => [price.variantId, price.amount]));
  return (
    <section aria-label={t('variantsTitle')}>
      <h3 className={classes.title}>{t('variantsTitle')}</h3>
      <table className={dense.table}>
        <thead className="only-heard">
          <tr>
            <th scope="col">{t('options')}</th>
            <th scope="col">{t('price')}</th>
          </tr>
        </thead>
        <tbody>
          {product.variants.map((variant) => {
            const amount = priceOf.get(variant.id);
            return (
              <tr key={variant.id} aria-current={variant.id === variantId || undefined}>
                <td className={`${dense.wrap} ${variant.id === variantId ? dense.strong : ''}`}>
                  {valueNames(product, variant.optionValues, text) || variant.sku}
                  {variant.isActive ? '' : ` · ${t('notSold')}`}
                </td>
                <td className={dense.number}>
                  {prices.isPending ? '…' : amount === undefined ? t('noPrice') : money(amount)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
