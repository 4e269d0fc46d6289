/** How today is going: against a usual day, by store and channel, what sells, what needs somebody. */
import type { Answer } from '@tandem/contract/index.ts';
import { streamPositions } from '../../platform/feeds/read-feed.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type Figures, type Filter, figureColumns, figuresOf, filterOf } from './figures.ts';
import { noLocation } from './sum-facts.ts';

type Today = Answer<'GET /api/reports/today'>;
export interface Day {
  /** The business date and the hour of now at the merchant. */
  businessDate: string;
  hour: number;
  currency: string;
}

export async function reportToday(tx: Tx, day: Day, filter: Filter): Promise<Today> {
  const { position } = { position: (await streamPositions(tx, ['orders'])).orders ?? 0 };
  const yesterday = addDays(day.businessDate, -1);
  return {
    businessDate: day.businessDate,
    currency: day.currency,
    position,
    total: await figuresOf(tx, filter, day.businessDate, day.businessDate),
    usual: await usualUntilNow(tx, day, filter),
    yesterday: await figuresOf(tx, filter, yesterday, yesterday),
    byChannel: await tx.rows<Today['byChannel'][number]>(sql`
      select d.channel_id as "channelId", ${figureColumns} from reports.daily_sales d where ${filterOf(tx, filter)} and d.business_date = ${day.businessDate} group by 1 order by "netAmount" desc`),
    byLocation: await tx.rows<Today['byLocation'][number]>(sql`
      select d.location_id as "locationId", ${figureColumns} from reports.daily_sales d
      where ${filterOf(tx, filter)} and d.business_date = ${day.businessDate} and d.location_id <> ${noLocation} group by 1 order by "netAmount" desc`),
    byHour: await byHour(tx, day, filter),
    lastDays: await lastDays(tx, day, filter),
    bestSellers: await bestSellers(tx, day, filter),
    ...(await needs(tx, filter)),
  };
}

/** The mean of the same weekday in the last four weeks, up to this hour. */
async function usualUntilNow(tx: Tx, day: Day, filter: Filter): Promise<Figures | null> {
  const days = usualDays(day.businessDate);
  const row = await tx.row<Figures & { days: number }>(sql`
    select count(distinct d.business_date)::bigint as days, ${figureColumns} from reports.daily_sales d
    where ${filterOf(tx, filter)} and d.business_date = any (${days}::date[]) and d.hour <= ${day.hour}`);
  if (row === undefined || row.days === 0) return null;
  const { days: found, ...sums } = row;
  const mean = (sum: number) => Math.round(sum / found);
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, mean(sum)])) as Figures;
}

async function byHour(tx: Tx, day: Day, filter: Filter): Promise<Today['byHour']> {
  const days = usualDays(day.businessDate);
  const rows = await tx.rows<{ hour: number; net: number; usual: number; days: number }>(sql`
    select d.hour, coalesce(sum(d.net_amount) filter (where d.business_date = ${day.businessDate}), 0)::bigint as net,
      coalesce(sum(d.net_amount) filter (where d.business_date <> ${day.businessDate}), 0)::bigint as usual,
      (select count(distinct u.business_date) from reports.daily_sales u where u.merchant_id = ${tx.merchantId} and u.business_date = any (${days}::date[]))::bigint as days
    from reports.daily_sales d where ${filterOf(tx, filter)} and (d.business_date = ${day.businessDate} or d.business_date = any (${days}::date[])) group by 1 order by 1`);
  return rows.map((row) => ({
    hour: row.hour,
    netAmount: row.net,
    usualNetAmount: row.days === 0 ? null : Math.round(row.usual / row.days),
  }));
}

function lastDays(tx: Tx, day: Day, filter: Filter): Promise<Today['lastDays']> {
  return tx.rows(sql`
    select d.business_date::text as "businessDate", sum(d.net_amount)::bigint as "netAmount", sum(d.net_amount - d.cost_amount)::bigint as "profitAmount", sum(d.orders)::bigint as orders
    from reports.daily_sales d where ${filterOf(tx, filter)} and d.business_date > ${addDays(day.businessDate, -30)} and d.business_date <= ${day.businessDate} group by 1 order by 1`);
}

async function bestSellers(tx: Tx, day: Day, filter: Filter): Promise<Today['bestSellers']> {
  return tx.rows(sql`
    select v.product_id as "productId", p.name, sum(d.units)::bigint as units, sum(d.net_amount)::bigint as "netAmount",
      (select '/media/' || m.media_id || '/' || m.size from reports.media_size m where m.merchant_id = p.merchant_id and m.media_id = p.media_id order by m.size limit 1) as "imageUrl"
    from reports.daily_product d
    join reports.variant_row v on v.merchant_id = d.merchant_id and v.variant_id = d.variant_id
    join reports.product_name p on p.merchant_id = v.merchant_id and p.product_id = v.product_id
    where ${filterOf(tx, filter)} and d.business_date = ${day.businessDate}
    group by v.product_id, p.name, p.merchant_id, p.media_id having sum(d.units) > 0 order by sum(d.net_amount) desc, v.product_id limit 8`);
}

async function needs(tx: Tx, filter: Filter): Promise<Pick<Today, 'toFulfil' | 'lowStock' | 'exceptions'>> {
  const places = filter.locationIds === null ? null : [...filter.locationIds];
  const row = await tx.row<Pick<Today, 'toFulfil' | 'lowStock' | 'exceptions'>>(sql`
    select
      (select count(*) from reports.open_fulfilment f where f.merchant_id = ${tx.merchantId} and (${places}::uuid[] is null or f.location_id = any (${places}::uuid[])))::bigint as "toFulfil",
      (select count(*) from reports.stock_total s where s.merchant_id = ${tx.merchantId} and s.available <= 0 and (${places}::uuid[] is null or s.location_id = any (${places}::uuid[])))::bigint as "lowStock",
      (select count(*) from reports.open_exception e where e.merchant_id = ${tx.merchantId} and (${places}::uuid[] is null or e.location_id = any (${places}::uuid[])))::bigint as exceptions`);
  return row as Pick<Today, 'toFulfil' | 'lowStock' | 'exceptions'>;
}

const usualDays = (businessDate: string): string[] => [7, 14, 21, 28].map((back) => addDays(businessDate, -back));

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
