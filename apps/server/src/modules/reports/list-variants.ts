/** The fast table of all variants with price and stock: filtered, sorted and paged by the database. */
import { editMax } from '@tandem/contract/catalog.ts';
import type { Answer, Query } from '@tandem/contract/index.ts';
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { join, raw, type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

type List = Answer<'GET /api/reports/variants'>;
type Asked = Query<'GET /api/reports/variants'>;
type Filter = Query<'GET /api/reports/variant-ids'>;
type Row = Omit<List['items'][number], 'optionNames'> & {
  options: { values: { code: string; name: Record<string, string> }[] }[];
  option_values: string[];
  total: number;
};

const sorts = {
  name: 'p.search_text',
  sku: 'v.sku',
  price: 'v.amount',
  available: 'coalesce(s.available, 0)',
  updated: 'p.updated_at',
} as const;

/** A page; the cursor is the number of rows before it, so that any sort can be paged. */
export async function listVariants(tx: Tx, query: Asked, locationIds: readonly string[] | null): Promise<List> {
  const limit = query.limit ?? 50;
  const offset = Number(readCursor(query.cursor, ['count'])?.[0] ?? 0);
  const direction = raw(query.descending === true ? 'desc' : 'asc');
  // What a row shows is read for the page alone: of 50,000 variants that fit, most are only counted and put in order.
  const rows = await tx.rows<Row>(sql`
    ${foundBy(tx, query, locationIds)}, page as (
      select *, (select count(*) from found)::bigint as total from found
      order by key ${direction} nulls last, product_id, position, variant_id
      limit ${limit + 1} offset ${offset}
    )
    select page.variant_id as "variantId", page.product_id as "productId", p.handle, p.name, v.sku, p.brand, p.category_id as "categoryId", p.status, v.amount, page.is_bundle as "isBundle", page.on_hand as "onHand", page.available, p.options, v.option_values, page.total,
      (select '/media/' || m.media_id || '/' || m.size from reports.media_size m where m.merchant_id = ${tx.merchantId} and m.media_id = p.media_id order by m.size limit 1) as "imageUrl",
      (select count(*) from reports.variant_row o where o.merchant_id = ${tx.merchantId} and o.product_id = page.product_id)::bigint as "variantCount"
    from page
    join reports.variant_row v on v.merchant_id = ${tx.merchantId} and v.variant_id = page.variant_id
    join reports.product_name p on p.merchant_id = ${tx.merchantId} and p.product_id = page.product_id
    order by page.key ${direction} nulls last, page.product_id, page.position, page.variant_id`);
  const page = rows.slice(0, limit);
  return {
    items: page.map(viewOf),
    nextCursor: rows.length > limit ? String(offset + limit) : null,
    total: rows[0]?.total ?? 0,
  };
}

/** Which variants fit, for changing them all. */
export async function listFoundVariants(
  tx: Tx,
  query: Filter,
  locationIds: readonly string[] | null,
): Promise<Answer<'GET /api/reports/variant-ids'>> {
  const rows = await tx.rows<{ variantId: string; productId: string }>(sql`
    ${foundBy(tx, query, locationIds)}
    select variant_id as "variantId", product_id as "productId" from found order by product_id, position, variant_id limit ${editMax + 1}`);
  return { items: rows.slice(0, editMax), hasMore: rows.length > editMax };
}

/** The query's `with`: `found` is every variant that fits, with its stock and the key that it is put in order by. */
function foundBy(tx: Tx, query: Filter & Pick<Asked, 'sort'>, locationIds: readonly string[] | null): Sql {
  const places = query.locationId !== undefined ? [query.locationId] : locationIds === null ? null : [...locationIds];
  return sql`
    with level as (
      select s.variant_id, s.location_id, s.on_hand, s.available from reports.stock_total s
      where s.merchant_id = ${tx.merchantId} and (${places}::uuid[] is null or s.location_id = any (${places}::uuid[]))
    ), bundle as (
      -- Of a bundle each place has as many as its shortest component allows.
      select variant_id, sum(available)::bigint as available from (
        select c.bundle_id as variant_id, p.id as location_id, min(greatest(coalesce(l.available, 0), 0) / c.quantity) * 1000 as available
        from catalog.bundle_component c cross join (
          select id from reports.place where merchant_id = ${tx.merchantId} and (${places}::uuid[] is null or id = any (${places}::uuid[]))
        ) p left join level l on l.variant_id = c.component_id and l.location_id = p.id
        where c.merchant_id = ${tx.merchantId} group by 1, 2
      ) made group by 1
    ), stock as (
      select variant_id, sum(on_hand)::bigint as on_hand, sum(available)::bigint as available, false as is_bundle from level
      where variant_id not in (select variant_id from bundle) group by 1
      union all select variant_id, 0, available, true from bundle
    ), found as (
      select coalesce(s.is_bundle, false) as is_bundle, v.variant_id, v.product_id, v.position, coalesce(s.on_hand, 0) as on_hand, coalesce(s.available, 0) as available,
        ${raw(sorts[query.sort ?? 'name'])} as key
      from reports.variant_row v
      join reports.product_name p on p.merchant_id = v.merchant_id and p.product_id = v.product_id
      left join stock s on s.variant_id = v.variant_id
      where ${join(conditionsOf(tx, query), ' and ')}
    )`;
}

function conditionsOf(tx: Tx, query: Filter): Sql[] {
  const conditions: Sql[] = [sql`v.merchant_id = ${tx.merchantId}`];
  if (query.ids !== undefined) conditions.push(sql`v.variant_id = any (${query.ids.split(',')}::uuid[])`);
  if (query.categoryId !== undefined) conditions.push(sql`p.category_id = ${query.categoryId}`);
  if (query.status !== undefined) conditions.push(sql`p.status = ${query.status}`);
  if (query.stock === 'out') conditions.push(sql`coalesce(s.available, 0) <= 0`);
  if (query.stock === 'low') conditions.push(sql`coalesce(s.available, 0) between 1 and 5000`);
  if (query.stock === 'negative') conditions.push(sql`coalesce(s.available, 0) < 0`);
  if (query.stock === 'in') conditions.push(sql`coalesce(s.available, 0) > 0`);
  for (const word of normaliseSearch(query.search ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 10)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(p.search_text like ${like} or v.search_text like ${like})`);
  }
  return conditions;
}

function viewOf({ options, option_values: values, total: _, ...row }: Row): List['items'][number] {
  const optionNames = values.map(
    (code, index) => options[index]?.values.find((value) => value.code === code)?.name ?? { en: code },
  );
  return { ...row, optionNames };
}
