/** Collections as people see them: the list, one, its products, and those of a product. */
import type { Answer, Query } from '@tandem/contract/index.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { notFound } from '../../platform/refusal.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { belongs, categoriesBelow } from './collections-of-products.ts';

export type CollectionView = Answer<'GET /api/collections/:id'>;
type ProductPage = Answer<'GET /api/collections/:id/products'>;
type Row = Omit<CollectionView, 'updatedAt' | 'archivedAt'> & { updatedAt: Date; archivedAt: Date | null };

/** All collections, by handle, archived ones too. */
export function listCollections(tx: Tx): Promise<CollectionView[]> {
  return select(tx, sql`true`);
}

/** 404 when the merchant has none with this id. */
export async function readCollection(tx: Tx, id: string): Promise<CollectionView> {
  return (await select(tx, sql`c.id = ${id}`))[0] ?? notFound('collection');
}

async function select(tx: Tx, condition: Sql): Promise<CollectionView[]> {
  const rows = await tx.rows<Row>(sql`
    with recursive ${categoriesBelow(tx)}
    select c.id, c.handle, c.name, c.kind, c.version::bigint as version, c.updated_at as "updatedAt", c.archived_at as "archivedAt",
      case when c.kind = 'rule' then jsonb_build_object('match', c.match, 'brands', c.brands, 'tags', c.tags, 'categoryIds', c.category_ids) end as rule,
      (select count(*) from catalog.product p where p.merchant_id = c.merchant_id and ${belongs})::bigint as "productCount"
    from catalog.collection c where c.merchant_id = ${tx.merchantId} and ${condition} order by c.handle`);
  return rows.map((row) => ({
    ...row,
    updatedAt: row.updatedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  }));
}

/** A page of the products of a collection; the cursor is the number of products before it. */
export async function listCollectionProducts(
  tx: Tx,
  id: string,
  query: Query<'GET /api/collections/:id/products'>,
): Promise<ProductPage> {
  await readCollection(tx, id);
  const limit = query.limit ?? 50;
  const offset = Number(readCursor(query.cursor, ['number'])?.[0] ?? 0);
  const rows = await tx.rows<ProductPage['items'][number]>(sql`
    with recursive ${categoriesBelow(tx)}
    select p.id as "productId", p.name, p.brand, p.status,
      (select '/media/' || m.id || '/' || f.size from catalog.media m join catalog.media_file f on f.merchant_id = m.merchant_id and f.media_id = m.id and f.size in ('svg', '320', '640')
        where m.merchant_id = p.merchant_id and m.product_id = p.id order by m.rank, m.id, f.size limit 1) as "imageUrl"
    from catalog.collection c join catalog.product p on p.merchant_id = c.merchant_id
    left join catalog.collection_product o on o.merchant_id = c.merchant_id and o.collection_id = c.id and o.product_id = p.id
    where c.merchant_id = ${tx.merchantId} and c.id = ${id} and ${belongs}
    order by o.rank nulls last, p.search_text, p.id limit ${limit + 1} offset ${offset}`);
  return { items: rows.slice(0, limit), nextCursor: rows.length > limit ? String(offset + limit) : null };
}

/** The collections that a product belongs to; 404 when there is no such product. */
export async function listProductCollections(
  tx: Tx,
  productId: string,
): Promise<Answer<'GET /api/products/:id/collections'>['items']> {
  const product = await tx.row(
    sql`select 1 from catalog.product where merchant_id = ${tx.merchantId} and id = ${productId}`,
  );
  if (product === undefined) notFound('product');
  return tx.rows(sql`
    with recursive ${categoriesBelow(tx)}
    select c.id, c.name, c.kind from catalog.product p join catalog.collection c on c.merchant_id = p.merchant_id
    where p.merchant_id = ${tx.merchantId} and p.id = ${productId} and c.archived_at is null and ${belongs} order by c.handle`);
}
