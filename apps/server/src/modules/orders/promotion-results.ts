/** What a promotion brought: uses, discount, the sales of its baskets with their margin, and the uplift. */
import type { Answer } from '@tandem/contract/index.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts } from '../merchants/index.ts';
import { requirePromotion, usesByDay } from '../promotions/index.ts';

type Results = Answer<'GET /api/promotions/:id/results'>;
const dayMs = 86_400_000;
const daysMax = 400;
const weeksBefore = 4;

/** Business dates, both ends included; from its publication to today (or its end) where nothing is asked. */
export async function promotionResults(
  tx: Tx,
  promotionId: string,
  asked: { from?: string | undefined; to?: string | undefined },
  now: string,
): Promise<Results> {
  const row = await requirePromotion(tx, promotionId);
  const facts = await sellingFacts(tx);
  const dateOf = (instant: Date | string) =>
    businessDate(typeof instant === 'string' ? instant : instant.toISOString(), facts.timeZone, facts.dayCutOffHour);
  const { schedule } = row.definition;
  const begun = schedule?.start?.slice(0, 10) ?? dateOf(row.publishedAt ?? row.createdAt);
  const nowDate = dateOf(now);
  const today = dateOf(row.endedAt ?? now);
  const ended = schedule?.end === null || schedule?.end === undefined ? today : schedule.end.slice(0, 10);
  const to = asked.to ?? earlier(ended, today);
  const from = asked.from ?? later(earlier(begun, to), addDays(to, 1 - daysMax));
  if (from > to) refuse('input.invalid', 'It ends before it begins.', { status: 400, field: 'to' });
  if (daysBetween(from, to) > daysMax)
    refuse('input.invalid', 'Ask for 400 days at most.', { status: 400, field: 'from' });
  const uses = await usesByDay(tx, promotionId, from, to);
  const baskets = await basketsByDay(tx, promotionId, from, to);
  const { channels, locations } = row.definition;
  const trade = await netByDay(tx, { channels, locations }, addDays(from, -7 * weeksBefore), to);
  const total = <T>(rows: readonly T[], figure: (row: T) => number) => rows.reduce((sum, one) => sum + figure(one), 0);
  const netAmount = total(baskets, (one) => one.netAmount);
  const costAmount = total(baskets, (one) => one.costAmount);
  return {
    promotionId,
    from,
    to,
    uses: total(uses, (one) => one.uses),
    orders: total(baskets, (one) => one.orders),
    pieces: total(uses, (one) => one.pieces),
    discountAmount: total(uses, (one) => one.amount),
    netAmount,
    costAmount,
    marginAmount: netAmount - costAmount,
    // A day that has not ended sold less than a whole one.
    ...uplift(trade, from, to < nowDate || from === to ? to : addDays(nowDate, -1)),
    days: datesOf(from, to).map((date) => {
      const used = uses.find((one) => one.date === date);
      const sold = baskets.find((one) => one.date === date);
      return {
        date,
        uses: used?.uses ?? 0,
        orders: sold?.orders ?? 0,
        discountAmount: used?.amount ?? 0,
        netAmount: sold?.netAmount ?? 0,
      };
    }),
  };
}

const earlier = (a: string, b: string): string => [a, b].sort()[0] as string;
const later = (a: string, b: string): string => [a, b].sort()[1] as string;
const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs + 1;
const datesOf = (from: string, to: string): string[] =>
  Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index));

/** The average day of the period, against the average of the same weekdays in the four weeks before it. */
function uplift(trade: ReadonlyMap<string, number>, from: string, to: string) {
  const dates = datesOf(from, to);
  const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const daily = average(dates.map((date) => trade.get(date) ?? 0));
  const before = datesOf(addDays(from, -7 * weeksBefore), addDays(from, -1));
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
  const byWeekday = Map.groupBy(before, weekday);
  const usual = average(
    dates.map((date) => average((byWeekday.get(weekday(date)) ?? []).map((one) => trade.get(one) ?? 0))),
  );
  return {
    dailyNetAmount: Math.round(daily),
    dailyNetBeforeAmount: usual === 0 ? null : Math.round(usual),
    upliftBasisPoints: usual === 0 ? null : Math.round((daily / usual - 1) * 10_000),
  };
}

interface Day {
  date: string;
  orders: number;
  netAmount: number;
  costAmount: number;
}

/** Orders that carry the promotion, cancelled ones left out, without tax. */
async function basketsByDay(tx: Tx, promotionId: string, from: string, to: string): Promise<Day[]> {
  return tx.rows<Day>(sql`
    with used as (
      select distinct order_id from orders.discount_allocation where merchant_id = ${tx.merchantId} and promotion_id = ${promotionId}
    )
    select o.business_date as date, count(*)::bigint as orders, sum(o.net_amount)::bigint as "netAmount", coalesce(sum(l.cost), 0)::bigint as "costAmount"
    from used u join orders."order" o on o.merchant_id = ${tx.merchantId} and o.id = u.order_id
    left join lateral (
      select sum(cost_amount) as cost from orders.order_line l where l.merchant_id = ${tx.merchantId} and l.order_id = o.id
    ) l on true
    where o.state <> 'cancelled' and o.business_date between ${from} and ${to} group by 1 order by 1`);
}

/** Sales without tax of the channels and places that the promotion counts in. */
async function netByDay(
  tx: Tx,
  where: { channels: readonly string[] | null; locations: readonly string[] | null },
  from: string,
  to: string,
): Promise<Map<string, number>> {
  const rows = await tx.rows<{ date: string; netAmount: number }>(sql`
    select business_date as date, sum(net_amount)::bigint as "netAmount" from orders."order"
    where merchant_id = ${tx.merchantId} and state <> 'cancelled' and business_date between ${from} and ${to}
      and (${where.channels === null} or channel_id = any (${[...(where.channels ?? [])]}::uuid[]))
      and (${where.locations === null} or location_id = any (${[...(where.locations ?? [])]}::uuid[])) group by 1`);
  return new Map(rows.map((row) => [row.date, row.netAmount]));
}
