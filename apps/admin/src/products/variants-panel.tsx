import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { productTexts } from '../messages/products.ts';
import classes from '../parts/dense.module.css';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { PriceCell } from './price-cell.tsx';
import type { Product } from './product-values.ts';
import { levelsByVariant } from './stock-grid.ts';

/** Every variant with its price, and what is available of it at each place. */
export function VariantsPanel({ product }: { readonly product: Product }) {
  const t = useTexts(productTexts);
  const { text, quantity } = useFormat();
  const names = useNames();
  const { locations, may } = useShop();
  const params = { id: product.id };
  const prices = useQuery({
    queryKey: ['product', product.id, 'prices'],
    queryFn: ({ signal }) => call('GET /api/products/:id/prices', { params, signal }),
  });
  const stock = useQuery({
    queryKey: ['stock', 'product', product.id],
    queryFn: ({ signal }) => call('GET /api/products/:id/stock', { params, signal }),
    enabled: may('stock.read'),
  });
  const priceOf = useMemo(() => new Map((prices.data?.items ?? []).map((one) => [one.variantId, one])), [prices.data]);
  const levels = useMemo(() => levelsByVariant(stock.data?.items ?? []), [stock.data]);
  const places = locations.filter(
    (one) => one.isActive || (stock.data?.items ?? []).some((level) => level.locationId === one.id),
  );
  const valueNames = (variant: Product['variants'][number]) =>
    variant.optionValues
      .map((code, index) =>
        text(product.options[index]?.values.find((value) => value.code === code)?.name ?? { en: code }),
      )
      .join(' / ');
  return (
    <Panel title={t('variantsTitle')} hint={t('variantsHint')} isFlush>
      <Scroller label={t('variantsTitle')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{product.options.map((one) => text(one.name)).join(' / ') || t('sku')}</th>
              <th scope="col">{product.options.length > 0 ? t('sku') : t('barcodes')}</th>
              <th scope="col" className={classes.number}>
                {t('price')}
              </th>
              {places.map((one) => (
                <th key={one.id} scope="col" className={classes.number}>
                  {names.location(one.id)}
                </th>
              ))}
              <th scope="col" className={classes.number}>
                {t('available')}
              </th>
            </tr>
          </thead>
          <tbody>
            {product.variants.map((variant) => {
              const here = levels.get(variant.id);
              return (
                <tr key={variant.id}>
                  <td>
                    <Link
                      href={`/stock/movements/${variant.id}?product=${product.id}`}
                      className={classes.link}
                      title={t('history')}
                    >
                      {valueNames(variant) || variant.sku}
                    </Link>
                  </td>
                  <td className={classes.quiet}>
                    {product.options.length > 0 ? variant.sku : variant.barcodes.join(', ')}
                  </td>
                  <td className={classes.number}>
                    <PriceCell
                      variantId={variant.id}
                      sku={variant.sku}
                      productId={product.id}
                      price={priceOf.get(variant.id)}
                      isLoading={prices.isPending}
                    />
                  </td>
                  {places.map((one) => (
                    <td key={one.id} className={`${classes.number} ${classes.quiet}`}>
                      {quantity(here?.byLocation.get(one.id) ?? 0)}
                    </td>
                  ))}
                  <td
                    className={`${classes.number} ${classes.strong} ${(here?.available ?? 0) <= 0 ? classes.danger : ''}`}
                  >
                    {quantity(here?.available ?? 0)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
    </Panel>
  );
}
