/** Sales of a period by day, month, channel, location or product. */
import type { Answer, Query } from '@tandem/contract/index.ts';
import { refuse } from '../../platform/refusal.ts';
import { raw, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { figureColumns, figuresOf, filterOf } from './figures.ts';

type Report = Answer<'GET /api/reports/sales'>;

const keys = {
  day: { key: 'd.business_date::text', label: "jsonb_build_object('en', d.business_date::text)", joins: '' },
  month: {
    key: "to_char(d.business_date, 'YYYY-MM')",
    label: "jsonb_build_object('en', to_char(d.business_date, 'YYYY-MM'))",
    joins: '',
  },
  channel: {
    key: 'd.channel_id::text',
    label: 'c.name',
    joins: 'left join reports.sales_channel c on c.merchant_id = d.merchant_id and c.id = d.channel_id',
  },
  location: {
    key: 'd.location_id::text',
    label: 'coalesce(l.name, \'{"en": "Online", "zh-Hant": "網店"}\')',
    joins: 'left join reports.place l on l.merchant_id = d.merchant_id and l.id = d.location_id',
  },
} as const;

/** The report; refuses a period that ends before it begins or is longer than ten years. */
export async function reportSales(
  tx: Tx,
  query: Query<'GET /api/reports/sales'>,
  currency: string,
  locationIds: readonly string[] | null,
): Promise<Report> {
  const days = (Date.parse(query.to) - Date.parse(query.from)) / 86_400_000;
  if (days < 0 || days > 3660)
    refuse('report.period', 'The period ends before it begins, or is too long.', { status: 422, field: 'to' });
  const filter = { channelId: query.channelId, locationId: query.locationId, locationIds };
  const total = await figuresOf(tx, filter, query.from, query.to);
  if (query.by === 'product') return { currency, total, rows: await byProduct(tx, query, filter) };
  const { key, label, joins } = keys[query.by];
  const rows = await tx.rows<Report['rows'][number]>(sql`
    select ${raw(key)} as key, ${raw(label)} as label, ${figureColumns}
    from reports.daily_sales d ${raw(joins)}
    where ${filterOf(tx, filter)} and d.business_date between ${query.from} and ${query.to}
    group by 1, 2 order by ${raw(query.by === 'day' || query.by === 'month' ? '1' : '"netAmount" desc')} limit 4000`);
  return { currency, total, rows };
}

/** Products have no tax and discount of their own in the roll-up: net, units and cost are what is told. */
async function byProduct(
  tx: Tx,
  query: Query<'GET /api/reports/sales'>,
  filter: Parameters<typeof filterOf>[1],
): Promise<Report['rows']> {
  return tx.rows<Report['rows'][number]>(sql`
    select v.product_id::text as key, p.name as label, 0 as orders, 0 as returns, sum(d.units)::bigint as units, sum(d.net_amount)::bigint as "grossAmount", 0 as "discountAmount",
      0 as "returnedAmount", sum(d.net_amount)::bigint as "netAmount", 0 as "taxAmount", 0 as "shippingAmount", sum(d.net_amount)::bigint as "totalAmount",
      sum(d.cost_amount)::bigint as "costAmount", sum(d.net_amount - d.cost_amount)::bigint as "profitAmount"
    from reports.daily_product d
    join reports.variant_row v on v.merchant_id = d.merchant_id and v.variant_id = d.variant_id
    join reports.product_name p on p.merchant_id = v.merchant_id and p.product_id = v.product_id
    where ${filterOf(tx, filter)} and d.business_date between ${query.from} and ${query.to}
    group by v.product_id, p.name order by sum(d.net_amount) desc limit 1000`);
}
