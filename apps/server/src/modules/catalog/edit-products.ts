/** Changes many products by one wish: status, category, brand, tags, and the channels that show them. */
import type { Answer, Body } from '@tandem/contract/index.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { requireChannels, writeAudit } from '../merchants/index.ts';
import { checkCategory } from './check-product.ts';
import { productSearchText } from './insert-products.ts';
import { productsInBundles } from './write-bundles.ts';

type Wish = Omit<Body<'POST /api/product-edits'>, 'productIds'>;
type Edited = Answer<'POST /api/product-edits'>;
interface Row {
  id: string;
  handle: string;
  name: Record<string, string>;
  brand: string;
  tags: string[];
  categoryId: string | null;
  status: 'draft' | 'active' | 'archived';
}

const tagsMax = 250;

/**
 * All in one transaction, the products locked in id order, one audit entry. Gives how many were changed, and for each of
 * the others why not. 404 where the merchant has none of them.
 */
export const editProducts = singleKind(
  'catalog.edit_products',
  async (tx: Tx, command: Command<Body<'POST /api/product-edits'>>): Promise<Edited> => {
    const { productIds, ...wish } = command.body;
    if (Object.keys(wish).length === 0)
      refuse('edit.empty', 'Nothing is named that should be changed.', { field: 'status' });
    await checkCategory(tx, wish.categoryId);
    await requireChannels(tx, [...(wish.publishIn ?? []), ...(wish.unpublishFrom ?? [])]);
    const ids = [...new Set(productIds.map((id) => id.toLowerCase()))].sort();
    const rows = await lockRows(tx, ids);
    if (rows.length === 0) notFound('product');
    const held = wish.status === 'archived' ? await productsInBundles(tx, ids) : new Set<string>();
    const fitting = rows.filter((row) => tagsAfter(row, wish).length <= tagsMax && !held.has(row.id));
    const changed = new Set([
      ...(await writeFields(tx, fitting, wish, command.at)),
      ...(await writePublications(
        tx,
        fitting.map((row) => row.id),
        wish,
      )),
    ]);
    for (const productId of changed) tx.changes.add('catalog', { type: 'product', productId });
    await writeAudit(tx, command.actor, 'products.edited', null, {
      changes: wish,
      changed: changed.size,
      productIds: [...changed],
    });
    const known = new Set(rows.map((row) => row.id));
    const fits = new Set(fitting.map((row) => row.id));
    return {
      changed: changed.size,
      rows: ids.flatMap((productId): Edited['rows'] => {
        if (changed.has(productId)) return [];
        if (!known.has(productId)) return [{ productId, result: 'not_found' }];
        if (fits.has(productId)) return [{ productId, result: 'unchanged' }];
        return [{ productId, result: held.has(productId) ? 'in_bundle' : 'too_many_tags' }];
      }),
    };
  },
);

function lockRows(tx: Tx, ids: readonly string[]): Promise<Row[]> {
  return tx.rows<Row>(sql`
    select id, handle, name, brand, tags, category_id as "categoryId", status from catalog.product
    where merchant_id = ${tx.merchantId} and id = any (${ids}::uuid[]) order by id for update`);
}

function tagsAfter({ tags }: Row, { addTags = [], removeTags = [] }: Wish): string[] {
  return [...new Set([...tags, ...addTags])].filter((tag) => !removeTags.includes(tag));
}

/** Gives the ids of the products whose fields differ now. */
async function writeFields(tx: Tx, rows: readonly Row[], wish: Wish, at: string): Promise<string[]> {
  const after = rows.flatMap((row) => {
    const next = {
      ...row,
      ...(wish.status === undefined ? {} : { status: wish.status }),
      ...(wish.categoryId === undefined ? {} : { categoryId: wish.categoryId }),
      ...(wish.brand === undefined ? {} : { brand: wish.brand.trim() }),
      tags: tagsAfter(row, wish),
    };
    return JSON.stringify(next) === JSON.stringify(row) ? [] : [next];
  });
  if (after.length === 0) return [];
  await tx.run(sql`
    update catalog.product p set brand = c.brand, tags = array(select jsonb_array_elements_text(c.tags)), category_id = c.category_id,
      status = c.status, search_text = c.search_text, updated_at = ${at}
    from unnest(${after.map((row) => row.id)}::uuid[], ${after.map((row) => row.brand)}::text[], ${after.map((row) => JSON.stringify(row.tags))}::jsonb[],
      ${after.map((row) => row.categoryId)}::uuid[], ${after.map((row) => row.status)}::text[], ${after.map(productSearchText)}::text[])
      as c (id, brand, tags, category_id, status, search_text)
    where p.merchant_id = ${tx.merchantId} and p.id = c.id`);
  return after.map((row) => row.id);
}

/** Gives the ids of the products that a channel shows now and did not, or the other way round. */
async function writePublications(tx: Tx, ids: readonly string[], wish: Wish): Promise<string[]> {
  const shown = await tx.rows<{ id: string }>(sql`
    insert into catalog.publication (merchant_id, product_id, channel_id)
    select ${tx.merchantId}::uuid, p, c from unnest(${ids}::uuid[]) p, unnest(${wish.publishIn ?? []}::uuid[]) c order by p, c
    on conflict do nothing returning product_id as id`);
  const hidden = await tx.rows<{ id: string }>(sql`
    delete from catalog.publication where merchant_id = ${tx.merchantId} and product_id = any (${ids}::uuid[])
      and channel_id = any (${wish.unpublishFrom ?? []}::uuid[]) returning product_id as id`);
  return [...shown, ...hidden].map((row) => row.id);
}
