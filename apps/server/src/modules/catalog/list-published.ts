/** What a channel shows: products on sale in it, as cards, by address, by category. Prices and stock stand elsewhere. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface PublishedCard {
  id: string;
  handle: string;
  name: Record<string, string>;
  brand: string;
  imageUrl: string | null;
  /** Its active variants, in order. */
  variantIds: string[];
}

export interface PublishedFilter {
  /** Only products of this category and those below it. */
  categoryId?: string | undefined;
  /** Only products that have one of these variants. */
  variantIds?: readonly string[] | undefined;
  limit: number;
  offset: number;
}

export interface PublishedCategory {
  id: string;
  handle: string;
  name: Record<string, string>;
  parentId: string | null;
  imageUrl: string | null;
}

type CardRow = Omit<PublishedCard, 'imageUrl'> & { imageUrl: string | null; total: number };

/** A part of the channel's active products, newest first, and how many there are. */
export async function listPublished(
  tx: Tx,
  channelId: string,
  filter: PublishedFilter,
): Promise<{ cards: PublishedCard[]; total: number }> {
  const ofCategory =
    filter.categoryId === undefined
      ? sql``
      : sql`and p.category_id in (
    with recursive below as (
      select id from catalog.category where merchant_id = ${tx.merchantId} and id = ${filter.categoryId}
      union
      select c.id from catalog.category c join below b on c.parent_id = b.id where c.merchant_id = ${tx.merchantId}
    ) select id from below)`;
  const ofVariants =
    filter.variantIds === undefined
      ? sql``
      : sql`and p.id in (
    select v.product_id from catalog.variant v where v.merchant_id = ${tx.merchantId} and v.id = any (${[...filter.variantIds]}::uuid[]))`;
  const rows = await tx.rows<CardRow>(sql`
    with shown as (
      select p.id, p.handle, p.name, p.brand, p.created_at, count(*) over () as total
      from catalog.publication u
      join catalog.product p on p.merchant_id = u.merchant_id and p.id = u.product_id and p.status = 'active'
      where u.merchant_id = ${tx.merchantId} and u.channel_id = ${channelId} ${ofCategory} ${ofVariants}
      order by p.created_at desc, p.id desc limit ${filter.limit} offset ${filter.offset}
    )
    select s.id, s.handle, s.name, s.brand, s.total,
      array(select v.id from catalog.variant v where v.merchant_id = ${tx.merchantId} and v.product_id = s.id and v.is_active order by v.position, v.id) as "variantIds",
      (select '/media/' || m.id || '/' || f.size from catalog.media m
        join catalog.media_file f on f.merchant_id = m.merchant_id and f.media_id = m.id and f.size in ('svg', '640')
        where m.merchant_id = ${tx.merchantId} and m.product_id = s.id order by m.rank, m.id limit 1) as "imageUrl"
    from shown s order by s.created_at desc, s.id desc`);
  return { cards: rows.map(({ total: _, ...card }) => card), total: rows[0]?.total ?? 0 };
}

/** The id of the channel's active product with this address or id; undefined when it shows none. */
export async function findPublished(
  tx: Tx,
  channelId: string,
  named: { handle: string } | { id: string },
): Promise<string | undefined> {
  const condition = 'handle' in named ? sql`p.handle = ${named.handle}` : sql`p.id = ${named.id}`;
  const row = await tx.row<{ id: string }>(sql`
    select p.id from catalog.product p
    join catalog.publication u on u.merchant_id = p.merchant_id and u.product_id = p.id and u.channel_id = ${channelId}
    where p.merchant_id = ${tx.merchantId} and p.status = 'active' and ${condition}`);
  return row?.id;
}

/** Categories of the channel's products, and those above them, in the merchant's order, each with the picture of its newest product. */
export async function listPublishedCategories(tx: Tx, channelId: string): Promise<PublishedCategory[]> {
  return tx.rows<PublishedCategory>(sql`
    with recursive newest as (
      select distinct on (p.category_id) p.category_id as id, p.id as product_id
      from catalog.publication u
      join catalog.product p on p.merchant_id = u.merchant_id and p.id = u.product_id and p.status = 'active'
      where u.merchant_id = ${tx.merchantId} and u.channel_id = ${channelId} and p.category_id is not null
      order by p.category_id, p.created_at desc, p.id desc
    ), shown as (
      select id, product_id from newest
      union
      select c.parent_id, s.product_id from catalog.category c join shown s on s.id = c.id
      where c.merchant_id = ${tx.merchantId} and c.parent_id is not null
    ), one as (
      select id, (array_agg(product_id order by product_id desc))[1] as product_id from shown group by id
    )
    select c.id, c.handle, c.name, c.parent_id as "parentId",
      (select '/media/' || m.id || '/' || f.size from catalog.media m
        join catalog.media_file f on f.merchant_id = m.merchant_id and f.media_id = m.id and f.size in ('svg', '640')
        where m.merchant_id = ${tx.merchantId} and m.product_id = o.product_id order by m.rank, m.id limit 1) as "imageUrl"
    from catalog.category c join one o on o.id = c.id
    where c.merchant_id = ${tx.merchantId} order by c.rank, c.handle`);
}

/** Addresses of the channel's products for search engines, newest first. */
export async function listPublishedHandles(
  tx: Tx,
  channelId: string,
  limit: number,
): Promise<{ handle: string; updatedAt: Date }[]> {
  return tx.rows(sql`
    select p.handle, p.updated_at as "updatedAt" from catalog.publication u
    join catalog.product p on p.merchant_id = u.merchant_id and p.id = u.product_id and p.status = 'active'
    where u.merchant_id = ${tx.merchantId} and u.channel_id = ${channelId}
    order by p.created_at desc, p.id desc limit ${limit}`);
}
