import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { printedGtin } from '@tandem/domain/barcodes/gtin.ts';
import { StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { bundleTexts } from '../messages/bundles.ts';
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
import { type OpenVariant, VariantDrawer } from './variant-drawer.tsx';
import { valueNames } from './variant-values.ts';

const optionsMax = 3;

/** Every variant with its codes and price, and what is available of it at each place. */
export function VariantsPanel({ product }: { readonly product: Product }) {
  const t = useTexts(productTexts);
  const b = useTexts(bundleTexts);
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
  const [open, setOpen] = useState<OpenVariant>();
  const mayChange = may('catalog.change');
  const hasOptions = product.options.length > 0;
  const acts = mayChange ? (
    <>
      {hasOptions && product.options.length < optionsMax ? (
        <Button variant="subtle" color="gray" size="xs" onClick={() => setOpen('option')}>
          {t('addOption')}
        </Button>
      ) : null}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setOpen('new')}
      >
        {t('addVariant')}
      </Button>
    </>
  ) : null;
  return (
    <Panel title={t('variantsTitle')} hint={t('variantsHint')} actions={acts} isFlush>
      <Scroller label={t('variantsTitle')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{product.options.map((one) => text(one.name)).join(' / ') || t('sku')}</th>
              {hasOptions ? <th scope="col">{t('sku')}</th> : null}
              <th scope="col">{t('barcodes')}</th>
              <th scope="col" className={classes.number}>
                {t('price')}
              </th>
              <th scope="col" className={classes.number}>
                {t('available')}
              </th>
              {places.map((one) => (
                <th key={one.id} scope="col" className={classes.number}>
                  {names.location(one.id)}
                </th>
              ))}
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
                      {valueNames(product, variant.optionValues, text) || variant.sku}
                    </Link>
                    {mayChange ? (
                      <ActionIcon
                        className={classes.inCell ?? ''}
                        variant="subtle"
                        color="gray"
                        size="sm"
                        aria-label={t('changeVariant', variant.sku)}
                        title={t('edit')}
                        onClick={() => setOpen({ id: variant.id })}
                      >
                        <IconPencil size={15} stroke={1.7} aria-hidden />
                      </ActionIcon>
                    ) : null}
                    {variant.components.length === 0 ? null : (
                      <>
                        {' '}
                        <StatusBadge tone="active">{b('bundle')}</StatusBadge>
                      </>
                    )}
                    {variant.isActive ? null : (
                      <>
                        {' '}
                        <StatusBadge tone="neutral">{t('notSold')}</StatusBadge>
                      </>
                    )}
                  </td>
                  {hasOptions ? <td className={classes.quiet}>{variant.sku}</td> : null}
                  <td className={classes.quiet} title={variant.barcodes.map(printedGtin).join(', ')}>
                    {printedGtin(variant.barcodes[0] ?? '')}
                    {variant.barcodes.length > 1 ? ` +${variant.barcodes.length - 1}` : ''}
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
                  <td
                    className={`${classes.number} ${classes.strong} ${(here?.available ?? 0) <= 0 ? classes.danger : ''}`}
                  >
                    {quantity(here?.available ?? 0)}
                  </td>
                  {places.map((one) => (
                    <td key={one.id} className={`${classes.number} ${classes.quiet}`}>
                      {quantity(here?.byLocation.get(one.id) ?? 0)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
      {open ? <VariantDrawer product={product} open={open} onClose={() => setOpen(undefined)} /> : null}
    </Panel>
  );
}
