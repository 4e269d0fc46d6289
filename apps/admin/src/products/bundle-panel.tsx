import { Select } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { bundleTexts } from '../messages/bundles.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { BundleEditor } from './bundle-editor.tsx';
import classes from './bundle-panel.module.css';
import type { Product } from './product-values.ts';
import { valueNames } from './variant-values.ts';

/** What a variant of the product is made of, and what that costs alone and together. */
export function BundlePanel({ product }: { readonly product: Product }) {
  const t = useTexts(bundleTexts);
  const { text } = useFormat();
  const { may } = useShop();
  const [chosen, setChosen] = useState<string>();
  const { variants } = product;
  const first = variants.find((one) => one.components.length > 0) ?? variants[0];
  const variant = variants.find((one) => one.id === chosen) ?? first;
  if (variant === undefined) return null;
  const isBundle = variant.components.length > 0;
  return (
    <Panel title={t('title')} hint={isBundle ? t('hint') : t('none')}>
      <div className={classes.stack}>
        {variants.length > 1 ? (
          <Select
            label={t('whichVariant')}
            allowDeselect={false}
            data={variants.map((one) => ({
              value: one.id,
              label: valueNames(product, one.optionValues, text) || one.sku,
            }))}
            value={variant.id}
            onChange={(id) => setChosen(id ?? undefined)}
          />
        ) : null}
        {variant.inBundles.length > 0 ? (
          <p className={classes.quiet}>{t('insideOf', variant.inBundles.join(', '))}</p>
        ) : (
          <BundleEditor
            key={`${variant.id} ${variant.bundleVersion}`}
            product={product}
            variant={variant}
            isReadOnly={!may('catalog.change')}
          />
        )}
      </div>
    </Panel>
  );
}
