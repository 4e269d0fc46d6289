/** Changes the base prices of many variants by one rule; the same plan is the preview. */
import type { Answer, Body } from '@tandem/contract/index.ts';
import { changePrice } from '@tandem/domain/money/change-price.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { productsOfVariants } from '../catalog/index.ts';
import { writeAudit } from '../merchants/index.ts';
import { pricesOf } from './read-prices.ts';
import { type NewPrice, setPrices } from './set-prices.ts';
import { defaultTaxCategory } from './tax-categories.ts';

type Asked = Body<'POST /api/price-changes'>;
type Changed = Answer<'POST /api/price-changes'>;
type Row = Changed['rows'][number];

const rowsMax = 200;

/**
 * All in one transaction, the prices locked in id order, one audit entry with each price before and after. What has no
 * price can only be set; what would fall below zero stays. 404 where the merchant has none of the variants.
 */
export const changePrices = singleKind(
  'pricing.change_prices',
  async (tx: Tx, command: Command<Asked>): Promise<Changed> => {
    const ids = inOrder(command.body.variantIds);
    await tx.run(sql`
      select 1 from pricing.variant_price where merchant_id = ${tx.merchantId} and variant_id = any (${ids}::uuid[]) order by variant_id for update`);
    const { rows, prices, products } = await plan(tx, ids, command.body);
    await setPrices(tx, prices, command.at);
    const touched = new Set(prices.flatMap((price) => products.get(price.variantId)?.productId ?? []));
    for (const productId of touched) tx.changes.add('catalog', { type: 'product', productId });
    const { change, ending = null } = command.body;
    const moved = rows.filter((row) => row.result === 'changed');
    await writeAudit(tx, command.actor, 'prices.changed', null, {
      change,
      ending,
      changed: moved.length,
      prices: moved.map((row) => [row.variantId, row.before, row.after]),
    });
    return summed(rows, (row) => row.result !== 'changed');
  },
);

/** What the change would do; writes nothing. Its rows are the first ones in id order. */
export async function previewPriceChange(tx: Tx, asked: Asked): Promise<Changed> {
  const { rows } = await plan(tx, inOrder(asked.variantIds), asked);
  return summed(rows, () => true);
}

const inOrder = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => id.toLowerCase()))].sort();

async function plan(tx: Tx, ids: readonly string[], { change, ending }: Asked) {
  if (ending != null && ending.rest >= ending.step)
    refuse('input.invalid', 'An ending is less than its step.', { field: 'ending.rest' });
  const products = await productsOfVariants(tx, ids);
  if (products.size === 0) notFound('variant');
  const known = await pricesOf(tx, ids);
  const standard = await defaultTaxCategory(tx);
  const prices: NewPrice[] = [];
  const rows = ids.map((variantId): Row => {
    const before = known.get(variantId);
    const row = { variantId, sku: products.get(variantId)?.sku ?? '', before: before?.amount ?? null, after: null };
    if (!products.has(variantId)) return { ...row, result: 'not_found' };
    if (before === undefined && change.kind !== 'set') return { ...row, result: 'no_price' };
    const amount = changePrice(before?.amount ?? 0, change, ending);
    if (typeof amount === 'string') return { ...row, result: amount };
    if (amount === before?.amount) return { ...row, after: amount, result: 'unchanged' };
    prices.push({
      variantId,
      amount,
      compareAtAmount: before?.compareAtAmount ?? null,
      taxCategoryId: before?.taxCategoryId ?? standard,
    });
    return { ...row, after: amount, result: 'changed' };
  });
  return { rows, prices, products };
}

function summed(rows: readonly Row[], isTold: (row: Row) => boolean): Changed {
  const count = (result: Row['result']) => rows.filter((row) => row.result === result).length;
  const changed = count('changed');
  const unchanged = count('unchanged');
  return {
    changed,
    unchanged,
    refused: rows.length - changed - unchanged,
    rows: rows.filter(isTold).slice(0, rowsMax),
  };
}
