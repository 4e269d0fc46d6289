// Carries a bulk edit out: products first, then prices; each is one command, so pressing again never does it twice.
import type { Answer } from '@tandem/contract/index.ts';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import type { PriceRule, ProductEdit } from './bulk-values.ts';

export interface ChosenVariant {
  readonly variantId: string;
  readonly productId: string;
}
export interface BulkResult {
  readonly products?: Answer<'POST /api/product-edits'>;
  readonly prices?: Answer<'POST /api/price-changes'>;
}
export interface BulkWish {
  readonly edit: ProductEdit | undefined;
  readonly rule: PriceRule | undefined;
}

/** `run` resolves when all is done; a failure is told, and what was done before it is not sent again. */
export function useBulkEdit(chosen: readonly ChosenVariant[]) {
  const [result, setResult] = useState<BulkResult>({});
  const [state, setState] = useState<'asking' | 'products' | 'prices' | 'done'>('asking');
  const refresh = [['variants'], ['product']];
  const edit = useCommand('POST /api/product-edits', { refresh });
  const price = useCommand('POST /api/price-changes', { refresh });
  const run = async (wish: BulkWish) => {
    try {
      let done = result;
      if (wish.edit && !done.products) {
        setState('products');
        const productIds = [...new Set(chosen.map((one) => one.productId))];
        done = { ...done, products: await edit.mutateAsync({ body: { productIds, ...wish.edit } }) };
        setResult(done);
      }
      if (wish.rule) {
        setState('prices');
        const variantIds = chosen.map((one) => one.variantId);
        done = { ...done, prices: await price.mutateAsync({ body: { variantIds, ...wish.rule } }) };
        setResult(done);
      }
      setState('done');
    } catch {
      // The command has told of it; the form stands as it was typed.
      setState('asking');
    }
  };
  return { run, result, state };
}
