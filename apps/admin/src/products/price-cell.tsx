import type { Answer } from '@tandem/contract/index.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { memo, useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { productTexts } from '../messages/products.ts';
import { amountText, parseAmount } from '../parts/amount-text.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './price-cell.module.css';

interface PriceCellProps {
  readonly variantId: string;
  readonly productId: string;
  readonly sku: string;
  readonly price: Answer<'GET /api/products/:id/prices'>['items'][number] | undefined;
  readonly isLoading: boolean;
}

/** A price that is changed where it stands: Enter or leaving saves it, Escape takes it back. */
export const PriceCell = memo(function PriceCell({ variantId, productId, sku, price, isLoading }: PriceCellProps) {
  const t = useTexts(productTexts);
  const { money, currency } = useFormat();
  const { may } = useShop();
  const [typed, setTyped] = useState<string>();
  const save = useCommand('PUT /api/variants/:id/price', {
    refresh: [['product', productId, 'prices'], ['variants']],
    done: t('priceSaved', sku),
    onDone: () => setTyped(undefined),
  });
  if (isLoading) return '…';
  if (!may('price.change')) return price ? money(price.amount) : t('noPrice');
  const amount = typed === undefined ? undefined : parseAmount(typed, currency);
  const isWrong = typed !== undefined && typed.trim() !== '' && amount === undefined;
  const settle = () => {
    if (typed === undefined || save.isPending) return;
    if (amount === undefined || amount === price?.amount) return isWrong ? undefined : setTyped(undefined);
    save.mutate({ params: { id: variantId }, body: { amount } });
  };
  return (
    <input
      className={classes.field}
      aria-label={t('priceOf', sku)}
      aria-invalid={isWrong || undefined}
      title={isWrong ? t('badPrice') : undefined}
      inputMode="decimal"
      placeholder={t('noPrice')}
      value={typed ?? (price ? money(price.amount) : '')}
      onFocus={(event) => {
        setTyped(price ? amountText(price.amount, currency) : '');
        const field = event.currentTarget;
        requestAnimationFrame(() => field.select());
      }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          setTyped(undefined);
          requestAnimationFrame(() => (event.target as HTMLInputElement).blur());
        }
        if (event.key === 'Enter') {
          event.preventDefault();
          event.currentTarget.blur();
        }
      }}
    />
  );
});
