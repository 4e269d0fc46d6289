/**
 * Replays the baskets of the last days under a draft: each order as it was sold, at its own instant and prices, once by the
 * rules of now and once with the draft among them. The draft's period counts as open and its code as entered; limits count
 * as unused. What it would have given is so the most that the same shoppers could have got.
 */
import type { SimulationResult } from '@tandem/contract/promotions.ts';
import type { PricingBasket, PricingContext } from '@tandem/domain/pricing/basket.ts';
import { priceBasket } from '@tandem/domain/pricing/price-basket.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import type { AppliedTax } from '@tandem/domain/tax/tax.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type SellingFacts, sellingFacts } from '../merchants/index.ts';
import { withDraft } from './preview-promotion.ts';
import { pricingLine } from './pricing-lines.ts';
import { keptCards, type SoldCards } from './sold-cards.ts';

interface SoldLine {
  lineNo: number;
  variantId: string | null;
  quantity: number;
  unitAmount: number;
  netAmount: number;
  costAmount: number;
  taxes: AppliedTax[];
  byHandAmount: number;
}
interface SoldBasket {
  id: string;
  number: string;
  placedAt: Date;
  channelId: string;
  locationId: string | null;
  memberId: string | null;
  method: string | null;
  shippingAmount: number;
  codes: string[];
  lines: SoldLine[];
}

/** The last order of a page. */
export interface PageEnd {
  at: string;
  id: string;
}

const pageMax = 250;
const examplesMax = 10;

export const emptyResult = (): SimulationResult => ({
  baskets: 0,
  touched: 0,
  uses: 0,
  discountAmount: 0,
  netSoldAmount: 0,
  netNowAmount: 0,
  netDraftAmount: 0,
  costAmount: 0,
  marginNowAmount: 0,
  marginDraftAmount: 0,
  linesUnderCost: 0,
  disturbed: [],
  examples: [],
});

/** How many orders were placed since the instant (ISO) and not cancelled. */
export async function countBaskets(tx: Tx, since: string, until: string): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`
    select count(*)::bigint as count from orders."order" where merchant_id = ${tx.merchantId} and placed_at >= ${since} and placed_at < ${until} and state <> 'cancelled'`);
  return row?.count ?? 0;
}

/** Adds the next orders to the result; gives the last one's id, or undefined at the end. */
export async function replayPage(
  tx: Tx,
  span: { since: string; until: string; after: PageEnd | null },
  rules: RuleSet,
  definition: Promotion,
  result: SimulationResult,
): Promise<PageEnd | undefined> {
  const baskets = await readPage(tx, span);
  const facts = await sellingFacts(tx);
  const cards = await keptCards(
    tx,
    [...new Set(baskets.flatMap((basket) => basket.lines.flatMap((line) => line.variantId ?? [])))],
    [],
    true,
  );
  const draft = opened(definition);
  const drafted = withDraft(rules, draft);
  for (const sold of baskets) replay(sold, { facts, cards, rules, drafted, draft, result });
  const last = baskets.at(-1);
  return last === undefined ? undefined : { at: last.placedAt.toISOString(), id: last.id };
}

function opened(draft: Promotion): Promotion {
  const schedule = draft.schedule === null ? null : { ...draft.schedule, start: null, end: null };
  return { ...draft, schedule, trigger: { kind: 'automatic' } };
}

interface Replaying {
  facts: SellingFacts;
  cards: SoldCards;
  rules: RuleSet;
  drafted: RuleSet;
  draft: Promotion;
  result: SimulationResult;
}

function replay(sold: SoldBasket, { facts, cards, rules, drafted, draft, result }: Replaying): void {
  const basket = basketOf(sold, cards);
  if (basket.lines.length === 0) return;
  const context = contextOf(sold, facts);
  const now = priceBasket(basket, rules, context);
  const then = priceBasket(basket, drafted, context);
  result.baskets += 1;
  const own = then.applied.filter((one) => one.promotionId === draft.id);
  if (own.length === 0 && now.totals.totalAmount === then.totals.totalAmount) return;
  const costs = new Map(sold.lines.map((line) => [String(line.lineNo), line.costAmount]));
  const cost = sum(sold.lines.map((line) => line.costAmount));
  const [netNow, netThen] = [goodsNet(now), goodsNet(then)];
  const given = sum(own.map((one) => one.amount));
  result.touched += 1;
  result.uses += sum(own.map((one) => one.times));
  result.discountAmount += given;
  result.netSoldAmount += sum(sold.lines.map((line) => line.netAmount));
  result.netNowAmount += netNow;
  result.netDraftAmount += netThen;
  result.costAmount += cost;
  result.marginNowAmount += netNow - cost;
  result.marginDraftAmount += netThen - cost;
  result.linesUnderCost += then.lines.filter((line) => line.netAmount < (costs.get(line.id) ?? 0)).length;
  disturb(result, draft.id, now, then);
  const [amountNow, amountDraft] = [now.totals.totalAmount, then.totals.totalAmount];
  const example = { orderId: sold.id, number: sold.number, amountNow, amountDraft, discountAmount: given };
  result.examples = [...result.examples, example]
    .sort((a, b) => b.discountAmount - a.discountAmount)
    .slice(0, examplesMax);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const goodsNet = (priced: PricedBasket): number => sum(priced.lines.map((line) => line.netAmount));

function disturb(result: SimulationResult, draftId: string, now: PricedBasket, then: PricedBasket): void {
  const ids = new Set([...now.applied, ...then.applied].map((one) => one.promotionId));
  for (const promotionId of ids) {
    if (promotionId === draftId) continue;
    const of = (priced: PricedBasket) => priced.applied.filter((one) => one.promotionId === promotionId);
    const [amount, amountWithDraft] = [sum(of(now).map((one) => one.amount)), sum(of(then).map((one) => one.amount))];
    if (amount === amountWithDraft) continue;
    let row = result.disturbed.find((one) => one.promotionId === promotionId);
    if (row === undefined) {
      row = { promotionId, uses: 0, usesWithDraft: 0, amount: 0, amountWithDraft: 0 };
      result.disturbed.push(row);
    }
    row.uses += sum(of(now).map((one) => one.times));
    row.usesWithDraft += sum(of(then).map((one) => one.times));
    row.amount += amount;
    row.amountWithDraft += amountWithDraft;
  }
}

function basketOf(sold: SoldBasket, cards: SoldCards): PricingBasket {
  return {
    lines: sold.lines.flatMap((line) => {
      if (line.variantId === null) return [];
      const rates = line.taxes.map(({ rateId, name, ratePpm }) => ({ id: rateId, name, ratePpm }));
      const goods = pricingLine(cards, { ...line, variantId: line.variantId }, rates);
      const { byHandAmount } = line;
      return [
        {
          ...goods,
          // The price it was sold for, not the one of today.
          prices: { baseAmount: line.unitAmount, compareAtAmount: goods.prices.compareAtAmount, entries: [] },
          manualDiscount:
            byHandAmount === 0 ? null : { reward: { kind: 'amount' as const, amount: byHandAmount }, reason: '' },
        },
      ];
    }),
    shipping: sold.method === null ? null : { method: sold.method, amount: sold.shippingAmount, rates: [] },
  };
}

function contextOf(sold: SoldBasket, facts: SellingFacts): PricingContext {
  const { memberId } = sold;
  return {
    at: sold.placedAt.toISOString(),
    channelId: sold.channelId,
    locationId: sold.locationId,
    timeZone: facts.locations.get(sold.locationId ?? '')?.timeZone ?? facts.timeZone,
    member:
      memberId === null
        ? null
        : { id: memberId, tier: null, tags: [], birthday: null, orderCount: 0, isReferred: false, isTaxExempt: false },
    codes: sold.codes,
    knownCodes: [],
    tenders: [],
    usage: {},
    manualDiscount: null,
  };
}

async function readPage(
  tx: Tx,
  { since, until, after }: { since: string; until: string; after: PageEnd | null },
): Promise<SoldBasket[]> {
  return tx.rows<SoldBasket>(sql`
    with page as (
      select id, number, placed_at, channel_id, location_id, member_id, delivery, codes, shipping_net_amount + shipping_tax_amount + shipping_discount_amount as shipping
      from orders."order" where merchant_id = ${tx.merchantId} and placed_at >= ${since} and placed_at < ${until} and state <> 'cancelled'
        and (${after === null} or (placed_at, id) > (${after?.at ?? since}::timestamptz, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid))
      order by placed_at, id limit ${pageMax}
    )
    select p.id, p.number, p.placed_at as "placedAt", p.channel_id as "channelId", p.location_id as "locationId", p.member_id as "memberId",
      p.delivery ->> 'method' as method, p.shipping::bigint as "shippingAmount", p.codes, l.lines
    from page p cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'variantId', l.variant_id, 'quantity', l.quantity, 'unitAmount', l.unit_amount,
        'netAmount', l.net_amount, 'costAmount', l.cost_amount, 'taxes', l.taxes, 'byHandAmount', coalesce((
          select sum(a.amount) from orders.discount_allocation a
          where a.merchant_id = l.merchant_id and a.order_id = l.order_id and a.line_no = l.line_no and a.promotion_id is null), 0)) order by l.line_no), '[]') as lines
      from orders.order_line l where l.merchant_id = ${tx.merchantId} and l.order_id = p.id
    ) l order by p.placed_at, p.id`);
}
