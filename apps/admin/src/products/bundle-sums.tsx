import { call } from '@tandem/contract/client.ts';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { bundleTexts } from '../messages/bundles.ts';
import { marginOf } from '../prices/sheet-rows.ts';
import { taxWithin } from '../prices/tax-within.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './bundle-panel.module.css';

interface BundleSumsProps {
  readonly productId: string;
  readonly variantId: string;
  /** Minor units; null while not all of it is known. */
  readonly aloneAmount: number | null;
  readonly costAmount: number | null;
}

/** Separately, together, saved; cost and margin for who may see them. */
export function BundleSums({ productId, variantId, aloneAmount, costAmount }: BundleSumsProps) {
  const t = useTexts(bundleTexts);
  const { money } = useFormat();
  const { locale } = useLanguage();
  const { merchant, locations } = useShop();
  const params = { id: productId };
  const prices = useQuery({
    queryKey: ['product', productId, 'prices'],
    queryFn: ({ signal }) => call('GET /api/products/:id/prices', { params, signal }),
  });
  const taxes = useQuery({
    queryKey: ['tax-categories'],
    queryFn: ({ signal }) => call('GET /api/tax-categories', { signal }),
  });
  const amount = prices.data?.items.find((one) => one.variantId === variantId)?.amount ?? null;
  const taxPpm = merchant.pricesIncludeTax
    ? taxWithin(taxes.data?.items ?? [], locations.find((one) => one.maySell)?.region ?? '', Date.now())
    : 0;
  const margin = marginOf(amount, costAmount, taxPpm);
  const saved = aloneAmount === null || amount === null ? null : aloneAmount - amount;
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <dl className={classes.sums}>
      {aloneAmount === null ? null : (
        <>
          <dt>{t('alone')}</dt>
          <dd>{money(aloneAmount)}</dd>
        </>
      )}
      {amount === null ? null : (
        <>
          <dt className={classes.main}>{t('together')}</dt>
          <dd className={classes.main}>{money(amount)}</dd>
        </>
      )}
      {saved === null || aloneAmount === null || aloneAmount === 0 ? null : (
        <>
          <dt>{saved < 0 ? t('dearer') : t('saves')}</dt>
          <dd>
            {money(Math.abs(saved))} ({share.format(Math.abs(saved) / aloneAmount)})
          </dd>
        </>
      )}
      {costAmount === null ? null : (
        <>
          <dt>{t('cost')}</dt>
          <dd>{money(costAmount)}</dd>
        </>
      )}
      {margin === null ? null : (
        <>
          <dt>{t('margin')}</dt>
          <dd>{share.format(margin / 10_000)}</dd>
        </>
      )}
    </dl>
  );
}
