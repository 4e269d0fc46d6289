/** The list of levels, by SKU: the catalogue pages its variants by their key, the levels are looked up for each page. */
import type { Answer, Query } from '@tandem/contract/index.ts';
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { join, type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { pageVariantsBySku, skuOf, variantsByIds } from '../catalog/index.ts';
import { type LevelRow, levelColumns, levelOf, levelView } from './level-row.ts';

type Asked = Query<'GET /api/stock-levels'>;

/** Up to so many variants are named to the catalogue one by one; where more fit, its pages find them soon enough. */
const amongMax = 20_000;
const pageMax = 4000;

/** A page of levels by SKU, then place. The cursor is the last level's variant and place. */
export async function listStockLevels(
  tx: Tx,
  query: Asked,
  locationIds: readonly string[] | null,
): Promise<Answer<'GET /api/stock-levels'>> {
  const limit = query.limit ?? 50;
  const conditions = conditionsOf(tx, query, locationIds);
  const [variantId, locationId] = readCursor(query.cursor, ['id', 'id']) ?? [];
  const after = variantId === undefined || locationId === undefined ? undefined : { variantId, locationId };
  const levels = await collect(tx, {
    conditions,
    words: normaliseSearch(query.search ?? ''),
    among: conditions.length > 1 ? await variantsThatFit(tx, conditions) : undefined,
    from: after === undefined ? undefined : await skuOf(tx, after.variantId),
    after,
    wanted: limit + 1,
  });
  const page = levels.slice(0, limit);
  const variants = await variantsByIds(tx, [...new Set(page.map((row) => row.variant_id))]);
  const last = page.at(-1);
  return {
    items: page.flatMap((row) => {
      const variant = variants.get(row.variant_id);
      if (variant === undefined) return [];
      const view = levelView(row.location_id, row.variant_id, variant.sku, levelOf(row));
      return [{ ...view, name: variant.name, productId: variant.productId }];
    }),
    nextCursor: levels.length > limit && last !== undefined ? `${last.variant_id}_${last.location_id}` : null,
  };
}

function conditionsOf(tx: Tx, query: Asked, locationIds: readonly string[] | null): Sql[] {
  const conditions: Sql[] = [sql`merchant_id = ${tx.merchantId}`];
  if (query.locationId !== undefined) conditions.push(sql`location_id = ${query.locationId}`);
  if (locationIds !== null) conditions.push(sql`location_id = any (${[...locationIds]}::uuid[])`);
  if (query.only === 'negative') conditions.push(sql`sellable < 0`);
  if (query.only === 'out') conditions.push(sql`sellable - committed - held - staged <= 0`);
  return conditions;
}

/** Variants with such a level, so that a few among many are not looked for page by page; undefined when they are many. */
async function variantsThatFit(tx: Tx, conditions: readonly Sql[]): Promise<string[] | undefined> {
  const rows = await tx.rows<{ id: string }>(sql`
    select distinct variant_id as id from inventory.stock_level where ${join(conditions, ' and ')} limit ${amongMax + 1}`);
  return rows.length > amongMax ? undefined : rows.map((row) => row.id);
}

interface Collecting {
  conditions: readonly Sql[];
  words: string;
  among: readonly string[] | undefined;
  from: string | undefined;
  after: { variantId: string; locationId: string } | undefined;
  wanted: number;
}

async function collect(tx: Tx, asked: Collecting): Promise<LevelRow[]> {
  const { conditions, words, among, after, wanted } = asked;
  const found: LevelRow[] = [];
  let { from } = asked;
  let seen: string | undefined;
  for (let limit = wanted; ; limit = Math.min(limit * 4, pageMax)) {
    const page = await pageVariantsBySku(tx, { from, words, among, limit });
    const variants = page.filter((variant) => variant.id !== seen);
    const places = new Map(variants.map((variant, index) => [variant.id, index]));
    const rows = await tx.rows<LevelRow>(sql`
      select ${levelColumns} from inventory.stock_level
      where ${join([...conditions, sql`variant_id = any (${variants.map((variant) => variant.id)}::uuid[])`], ' and ')}`);
    const placeOf = (row: LevelRow): number => places.get(row.variant_id) ?? 0;
    rows.sort((a, b) => placeOf(a) - placeOf(b) || (a.location_id < b.location_id ? -1 : 1));
    found.push(...rows.filter((row) => row.variant_id !== after?.variantId || row.location_id > after.locationId));
    const last = page.at(-1);
    if (found.length >= wanted || page.length < limit || last === undefined) return found.slice(0, wanted);
    from = last.sku;
    seen = last.id;
  }
}
