import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { call } from '@tandem/contract/client.ts';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useLocation } from 'wouter';
import { useTell } from '../api/tell.ts';
import { useCommand } from '../api/use-command.ts';
import { productTexts } from '../messages/products.ts';
import { parseAmount } from '../parts/amount-text.ts';
import { Page } from '../parts/page.tsx';
import { useShop } from '../shop/shop.ts';
import { NewDetailsPanel } from './new-details-panel.tsx';
import { NewOptionsPanel } from './new-options-panel.tsx';
import { type NewProductValues, newProductBody, variantsOf } from './new-product.ts';
import { NewTextsPanel } from './new-texts-panel.tsx';
import classes from './product-form.module.css';
import type { Product } from './product-values.ts';

/** Adds a product with its variants, then sets their prices. */
export default function NewProductPage() {
  const t = useTexts(productTexts);
  const { locale } = useLanguage();
  const { merchant, channels } = useShop();
  const [, go] = useLocation();
  const tell = useTell();
  const form = useForm<NewProductValues>({
    initialValues: {
      name: { en: '', 'zh-Hant': '' },
      description: { en: '', 'zh-Hant': '' },
      brand: '',
      categoryId: null,
      status: 'active',
      channelIds: channels.filter((one) => one.isActive && one.kind === 'online').map((one) => one.id),
      sku: '',
      price: '',
      barcode: '',
      options: [],
      own: {},
    },
    validate: {
      name: (name) => (name.en.trim() || name['zh-Hant'].trim() ? null : t('needsName')),
      price: (price) =>
        price.trim() === '' || parseAmount(price, merchant.currency) !== undefined ? null : t('badPrice'),
      sku: (_, values) => {
        const rows = variantsOf(values);
        if (rows.length === 0) return t('tooMany');
        return rows.every((one) => one.sku.trim() !== '') ? null : t('needsSku');
      },
    },
  });
  const add = useCommand('POST /api/products', {
    refresh: [['variants'], ['categories']],
    onDone: async (product) => {
      const isPriced = await setPrices(product, form.values, merchant.currency);
      if (isPriced) tell.done(t('created'));
      else tell.warn(t('createdButPrices'));
      go(`/products/${product.id}`);
    },
  });
  const count = variantsOf(form.values).length;
  return (
    <form onSubmit={form.onSubmit((values) => add.mutate({ body: newProductBody(values, locale) }))}>
      <Page
        isForThumb
        title={t('newTitle')}
        back={{ href: '/products', label: t('title') }}
        actions={
          <Button type="submit" loading={add.isPending}>
            {t('create', count)}
          </Button>
        }
      >
        <div className={classes.columns}>
          <div className={classes.main}>
            <NewTextsPanel form={form} />
            <NewOptionsPanel form={form} />
          </div>
          <div className={classes.aside}>
            <NewDetailsPanel form={form} />
          </div>
        </div>
      </Page>
    </form>
  );
}

/** Gives each variant its price; tells whether all were taken. */
async function setPrices(product: Product, values: NewProductValues, currency: string): Promise<boolean> {
  const priceOf = new Map(
    variantsOf(values).map((one) => [one.optionValues.join('\n'), parseAmount(one.price, currency)]),
  );
  const calls = product.variants.flatMap((variant) => {
    const amount = priceOf.get(variant.optionValues.join('\n'));
    return amount === undefined
      ? []
      : [call('PUT /api/variants/:id/price', { params: { id: variant.id }, body: { amount } })];
  });
  const verdicts = await Promise.allSettled(calls);
  return verdicts.every((one) => one.status === 'fulfilled');
}
