/** Sets base prices: one by a person, or many by an import. */
import type { Body } from '@tandem/contract/index.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { notFound } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { variantsByIds } from '../catalog/index.ts';
import { writeAudit } from '../merchants/index.ts';
import { pricesOf, type VariantPrice } from './read-prices.ts';
import { defaultTaxCategory, requireTaxCategory } from './tax-categories.ts';

/** A floor that is left out stays as it was. */
export type NewPrice = Omit<VariantPrice, 'floorAmount'> & { floorAmount?: number | null };

/** Writes the prices of known variants, which count from `at` (ISO), and tells the catalogue stream. Amounts in minor units. */
export async function setPrices(tx: Tx, prices: readonly NewPrice[], at: string): Promise<void> {
  if (prices.length === 0) return;
  await lockPrices(tx, prices);
  notePrices(tx, prices, at);
  await tx.run(sql`
    insert into pricing.variant_price as p (merchant_id, variant_id, amount, compare_at_amount, tax_category_id, floor_amount, updated_at)
    select ${tx.merchantId}::uuid, n.id, n.amount, n.compare_at, n.category, case when n.keeps_floor then k.floor_amount else n.floor end, ${at}::timestamptz
    from unnest(${prices.map((price) => price.variantId)}::uuid[], ${prices.map((price) => price.amount)}::bigint[],
      ${prices.map((price) => price.compareAtAmount)}::bigint[], ${prices.map((price) => price.taxCategoryId)}::uuid[],
      ${prices.map((price) => price.floorAmount ?? null)}::bigint[], ${prices.map((price) => price.floorAmount === undefined)}::boolean[])
      as n (id, amount, compare_at, category, floor, keeps_floor)
    left join pricing.variant_price k on k.merchant_id = ${tx.merchantId} and k.variant_id = n.id
    on conflict (merchant_id, variant_id) do update set amount = excluded.amount, compare_at_amount = excluded.compare_at_amount,
      tax_category_id = excluded.tax_category_id, floor_amount = excluded.floor_amount, updated_at = ${at}`);
  for (const price of prices) tx.changes.add('catalog', { type: 'price', variantId: price.variantId });
}

/** In id order: of two changes at once the history has the last one last. */
async function lockPrices(tx: Tx, prices: readonly NewPrice[]): Promise<void> {
  await tx.run(sql`
    select 1 from pricing.variant_price where merchant_id = ${tx.merchantId} and variant_id = any (${prices.map((price) => price.variantId)}::uuid[])
    order by variant_id for update`);
}

/**
 * Keeps what changes for the history of prices, from the command's instant on, as sales are priced at theirs; never before
 * the change that it follows. Sent before the prices themselves.
 */
function notePrices(tx: Tx, prices: readonly NewPrice[], at: string): void {
  tx.later(sql`
    insert into pricing.price_change as c (merchant_id, variant_id, at, amount, compare_at_amount)
    select ${tx.merchantId}::uuid, n.id, greatest(${at}::timestamptz, h.at), n.amount, n.compare_at
    from unnest(${prices.map((price) => price.variantId)}::uuid[], ${prices.map((price) => price.amount)}::bigint[],
      ${prices.map((price) => price.compareAtAmount)}::bigint[]) as n (id, amount, compare_at)
    left join pricing.variant_price p on p.merchant_id = ${tx.merchantId} and p.variant_id = n.id
    left join lateral (select max(e.at) as at from pricing.price_change e where e.merchant_id = ${tx.merchantId} and e.variant_id = n.id) h on true
    where p.amount is distinct from n.amount or p.compare_at_amount is distinct from n.compare_at
    on conflict (merchant_id, variant_id, at) do update set amount = excluded.amount, compare_at_amount = excluded.compare_at_amount`);
}

type PriceBody = { variantId: string } & Body<'PUT /api/variants/:id/price'>;

/** Sets a variant's price; what is left out stays as it was. */
export const setPrice = singleKind(
  'pricing.set_price',
  async (tx: Tx, command: Command<PriceBody>): Promise<VariantPrice> => {
    const { variantId, amount, compareAtAmount, taxCategoryId, floorAmount } = command.body;
    const variant = (await variantsByIds(tx, [variantId])).get(variantId) ?? notFound('variant');
    const before = (await pricesOf(tx, [variantId])).get(variantId);
    if (taxCategoryId !== undefined) await requireTaxCategory(tx, taxCategoryId);
    const price: VariantPrice = {
      variantId,
      amount,
      compareAtAmount: compareAtAmount === undefined ? (before?.compareAtAmount ?? null) : compareAtAmount,
      floorAmount: floorAmount === undefined ? (before?.floorAmount ?? null) : floorAmount,
      taxCategoryId: taxCategoryId ?? before?.taxCategoryId ?? (await defaultTaxCategory(tx)),
    };
    await setPrices(tx, [price], command.at);
    tx.changes.add('catalog', { type: 'product', productId: variant.productId });
    await writeAudit(tx, command.actor, 'price.set', variantId, { before: before ?? null, after: price });
    return price;
  },
);
