/** What a variant is made of is changed under the locks of all that take part, and never by taking goods out of sight. */
import type { Body } from '@tandem/contract/index.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { forgetBundles } from './read-bundles.ts';

type Wish = Body<'PUT /api/variants/:id/components'>;
interface Part {
  id: string;
  productId: string;
  sku: string;
  isSold: boolean;
  isBundle: boolean;
  version: number;
}

/** The variant whose contents are to change, as it is under the locks. */
export interface LockedBundle {
  id: string;
  productId: string;
  sku: string;
  isBundle: boolean;
  before: { variantId: string; quantity: number }[];
}

/**
 * Locks the bundle and its components, and checks what the catalogue can check: components exist, are on sale, are no
 * bundles, are named once and are not the bundle itself, and the bundle is not inside another one. 404 for an unknown
 * variant; `bundle.changed_meanwhile` where another version is named.
 */
export async function lockBundle(tx: Tx, variantId: string, wish: Wish): Promise<LockedBundle> {
  const ids = [variantId, ...wish.components.map((one) => one.variantId)];
  const parts = await lockParts(tx, ids);
  const bundle = parts.get(variantId);
  if (bundle === undefined) refuse('variant.not_found', 'There is no such variant.', { status: 404 });
  if (bundle.version !== wish.version)
    refuse('bundle.changed_meanwhile', 'Somebody changed it meanwhile. Look at it again.', {
      status: 409,
      field: 'version',
      params: { version: bundle.version },
    });
  checkComponents(bundle, wish, parts);
  if (wish.components.length > 0) await checkNotInside(tx, variantId);
  const before = await tx.rows<{ variantId: string; quantity: number }>(sql`
    select component_id as "variantId", quantity from catalog.bundle_component
    where merchant_id = ${tx.merchantId} and bundle_id = ${variantId} order by rank`);
  return { id: bundle.id, productId: bundle.productId, sku: bundle.sku, isBundle: before.length > 0, before };
}

/** Products before variants and each in id order, as those who archive a product lock it. */
async function lockParts(tx: Tx, ids: readonly string[]): Promise<Map<string, Part>> {
  await tx.rows(sql`
    select 1 from catalog.product where merchant_id = ${tx.merchantId}
      and id in (select product_id from catalog.variant where merchant_id = ${tx.merchantId} and id = any (${[...ids]}::uuid[]))
    order by id for update`);
  await tx.rows(
    sql`select 1 from catalog.variant where merchant_id = ${tx.merchantId} and id = any (${[...ids]}::uuid[]) order by id for update`,
  );
  const rows = await tx.rows<Part>(sql`
    select v.id, v.product_id as "productId", v.sku, v.is_active and p.status <> 'archived' as "isSold", v.bundle_version::bigint as version,
      exists (select 1 from catalog.bundle_component c where c.merchant_id = v.merchant_id and c.bundle_id = v.id) as "isBundle"
    from catalog.variant v join catalog.product p on p.merchant_id = v.merchant_id and p.id = v.product_id
    where v.merchant_id = ${tx.merchantId} and v.id = any (${[...ids]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

function checkComponents(bundle: Part, { components }: Wish, parts: ReadonlyMap<string, Part>): void {
  const seen = new Set<string>();
  components.forEach(({ variantId }, index) => {
    const field = `components.${index}.variantId`;
    const part = parts.get(variantId);
    if (part === undefined) refuse('variant.not_found', 'There is no such variant.', { status: 404, field });
    if (variantId === bundle.id) refuse('bundle.holds_itself', 'A bundle cannot be made of itself.', { field });
    const params = { sku: part.sku };
    if (part.isBundle) refuse('bundle.holds_bundle', 'A bundle cannot be made of another bundle.', { field, params });
    if (!part.isSold) refuse('bundle.component_archived', 'This article is archived.', { field, params });
    if (seen.has(variantId)) refuse('bundle.component_twice', 'This article is named twice.', { field, params });
    seen.add(variantId);
  });
}

async function checkNotInside(tx: Tx, variantId: string): Promise<void> {
  const outer = await outerBundle(tx, { variantIds: [variantId] });
  if (outer !== undefined)
    refuse('bundle.is_component', 'This article is inside another bundle and can be none itself.', {
      field: 'components',
      params: { sku: outer.sku },
    });
}

/** Any bundle that is made of one of these variants, or of a variant of one of these products. */
export async function outerBundle(
  tx: Tx,
  { variantIds = [], productIds = [] }: { variantIds?: readonly string[]; productIds?: readonly string[] },
): Promise<{ sku: string; productId: string } | undefined> {
  return tx.row(sql`
    select b.sku, v.product_id as "productId" from catalog.bundle_component c
    join catalog.variant v on v.merchant_id = c.merchant_id and v.id = c.component_id
    join catalog.variant b on b.merchant_id = c.merchant_id and b.id = c.bundle_id
    where c.merchant_id = ${tx.merchantId} and (c.component_id = any (${[...variantIds]}::uuid[]) or v.product_id = any (${[...productIds]}::uuid[]))
    order by b.sku limit 1`);
}

/** Which of the products have a variant that a bundle is made of. */
export async function productsInBundles(tx: Tx, productIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    select distinct v.product_id as id from catalog.bundle_component c
    join catalog.variant v on v.merchant_id = c.merchant_id and v.id = c.component_id
    where c.merchant_id = ${tx.merchantId} and v.product_id = any (${[...productIds]}::uuid[])`);
  return new Set(rows.map((row) => row.id));
}

/** Refuses `variant.in_bundle` where a bundle is made of what would no longer be sold. */
export async function refuseWhileInBundle(
  tx: Tx,
  named: { variantIds?: readonly string[]; productIds?: readonly string[] },
  field: string,
): Promise<void> {
  const outer = await outerBundle(tx, named);
  if (outer !== undefined)
    refuse('variant.in_bundle', `The bundle ${outer.sku} is made of it. Take it out of the bundle first.`, {
      status: 409,
      field,
      params: { sku: outer.sku },
    });
}

/** Writes the contents of a locked bundle; none make it an ordinary variant again. Tells the feed. */
export async function writeComponents(
  tx: Tx,
  bundle: Pick<LockedBundle, 'id' | 'productId'>,
  components: Wish['components'],
): Promise<void> {
  await tx.run(
    sql`delete from catalog.bundle_component where merchant_id = ${tx.merchantId} and bundle_id = ${bundle.id}`,
  );
  await tx.run(sql`
    insert into catalog.bundle_component (merchant_id, bundle_id, component_id, quantity, rank)
    select ${tx.merchantId}::uuid, ${bundle.id}::uuid, c.id, c.quantity, c.rank::int
    from unnest(${components.map((one) => one.variantId)}::uuid[], ${components.map((one) => one.quantity)}::bigint[]) with ordinality as c (id, quantity, rank)`);
  await tx.run(
    sql`update catalog.variant set bundle_version = bundle_version + 1 where merchant_id = ${tx.merchantId} and id = ${bundle.id}`,
  );
  tx.changes.add('catalog', { type: 'product', productId: bundle.productId });
  forgetBundles();
}
