import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { productTexts } from '../messages/products.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import type { VariantItem } from './product-columns.tsx';
import type { Product } from './product-values.ts';
import classes from './quick-look.module.css';

interface QuickStockProps {
  readonly product: Product;
  readonly one: VariantItem;
}

/** What is available of the variant at each place, live. */
export function QuickStock({ product, one }: QuickStockProps) {
  const t = useTexts(productTexts);
  const names = useNames();
  const { quantity } = useFormat();
  const { locations, may } = useShop();
  const mayStock = may('stock.read');
  const stock = useQuery({
    queryKey: ['stock', 'product', product.id],
    queryFn: ({ signal }) => call('GET /api/products/:id/stock', { params: { id: product.id }, signal }),
    enabled: mayStock,
  });
  if (!mayStock) return null;
  const levels = new Map(
    (stock.data?.items ?? []).flatMap((level) =>
      level.variantId === one.variantId ? [[level.locationId, level.available] as const] : [],
    ),
  );
  return (
    <section aria-label={t('stockByPlace')}>
      <h3 className={classes.title}>{t('stockByPlace')}</h3>
      <dl className={classes.places}>
        {locations
          .filter((place) => place.isActive || levels.has(place.id))
          .map((place) => {
            const available = levels.get(place.id) ?? 0;
            return (
              <div key={place.id}>
                <dt>{names.location(place.id)}</dt>
                <dd data-level={available <= 0 ? 'out' : undefined}>{stock.isPending ? '…' : quantity(available)}</dd>
              </div>
            );
          })}
      </dl>
    </section>
  );
}
