/** Prices an order again from what the books say of its moment: its rules, the prices of then, its codes and its uses. */
import type { KnownCode, PriceEntry, Usage } from '../packages/domain/src/pricing/basket.ts';
import { priceBasket } from '../packages/domain/src/pricing/price-basket.ts';
import type { RuleSet } from '../packages/domain/src/pricing/rule-set.ts';
import { rowsOf } from './rows-of.ts';
import type { World } from './world.ts';

export interface PricedOrder {
  id: string;
  isOnline: boolean;
  isTold: boolean;
  ruleSetNumber: number;
  /** Milliseconds since 1970. */
  pricedAt: number;
  placedAt: number;
  channelId: string;
  locationId: string | null;
  memberId: string | null;
  codes: string[];
  /** In minor units, the tax included. */
  lines: { variantId: string; quantity: number; unitAmount: number; discountAmount: number; amount: number }[];
  used: { promotionId: string; couponId: string | null; code: string | null }[];
}
type EntryThen = PriceEntry & { variantId: string; ruleSetNumber: number; isThere: boolean };
export interface Past {
  orders: PricedOrder[];
  rules: Map<number, RuleSet>;
  entries: EntryThen[];
}

/** A till's sale that comes in later than this is looked at with the prices of its own time. */
const lateMs = 61_000;

/** Orders that were priced by rules; sales without any are left out. */
export async function readPast(world: World): Promise<Past> {
  const orders = await rowsOf<PricedOrder>(
    world,
    `select o.id, c.kind = 'online' as "isOnline", o.rule_set_number::int as "ruleSetNumber", o.channel_id as "channelId", o.location_id as "locationId",
       o.member_id as "memberId", o.codes, (extract(epoch from coalesce(o.priced_at, o.placed_at)) * 1000)::float8 as "pricedAt",
       (extract(epoch from o.placed_at) * 1000)::float8 as "placedAt",
       exists (select 1 from platform.exception e where e.merchant_id = o.merchant_id and e.subject_id = o.id and e.kind = 'sale.price_mismatch') as "isTold",
       (select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity, 'unitAmount', l.unit_amount,
          'discountAmount', l.discount_amount, 'amount', l.net_amount + l.tax_amount) order by l.line_no)
        from orders.order_line l where l.merchant_id = o.merchant_id and l.order_id = o.id) as lines,
       coalesce((select jsonb_agg(jsonb_build_object('promotionId', u.promotion_id, 'couponId', u.coupon_id, 'code', u.code))
        from promotions.usage_entry u where u.merchant_id = o.merchant_id and u.order_id = o.id and u.event = 'used'), '[]') as used
     from orders."order" o join merchants.channel c on c.merchant_id = o.merchant_id and c.id = o.channel_id
     where o.merchant_id = $1 and o.pricing_hash is not null`,
  );
  const sets = await rowsOf<{ number: string; content: Omit<RuleSet, 'number'> }>(
    world,
    'select number, content from pricing.rule_set where merchant_id = $1',
  );
  const entries = await rowsOf<EntryThen>(
    world,
    `select variant_id as "variantId", price_list_id as "priceListId", min_quantity::float8 as "minQuantity", coalesce(amount, 0)::float8 as amount,
       compare_at_amount::float8 as "compareAtAmount", rule_set_number::int as "ruleSetNumber", amount is not null as "isThere"
     from pricing.entry_change where merchant_id = $1 order by rule_set_number`,
  );
  const rules = new Map(sets.map(({ number, content }) => [Number(number), { ...content, number: Number(number) }]));
  const [first] = rules.values();
  // Before the first publication base prices counted alone.
  if (first !== undefined) rules.set(0, { ...first, number: 0, priceLists: [], promotions: [] });
  return { orders, rules, entries };
}

/** What each line comes to; `told` are the order's lines as the world outside knows them. */
export function pricedAgain(
  world: World,
  past: Past,
  order: PricedOrder,
  told: readonly { offeredBy?: string | null | undefined }[],
): PricedOrder['lines'] {
  const rules = past.rules.get(order.ruleSetNumber);
  if (rules === undefined) return [];
  const lines = order.lines.map(({ variantId, quantity, unitAmount }, index) => ({
    ...{ id: String(index + 1), variantId, productId: variantId, quantity },
    ...{ categories: [], collections: [], brand: null, tags: [], rates: [] },
    prices: {
      baseAmount: basePrice(world, order, variantId, unitAmount),
      compareAtAmount: null,
      entries: entriesThen(past, order.ruleSetNumber, variantId),
    },
    ...{ floorUnitAmount: null, isExcluded: false, overrideUnitAmount: null, manualDiscount: null },
    offeredBy: told[index]?.offeredBy ?? null,
  }));
  const priced = priceBasket({ lines, shipping: null }, rules, {
    at: new Date(order.pricedAt).toISOString(),
    ...{ channelId: order.channelId, locationId: order.locationId, timeZone: rules.timeZone },
    member: memberOf(order.memberId),
    codes: order.codes,
    knownCodes: order.used.flatMap(({ couponId, code, promotionId }): KnownCode[] =>
      couponId === null || code === null ? [] : [{ couponId, code, promotionId, refusal: null }],
    ),
    tenders: [],
    usage: usageThen(world, order),
    manualDiscount: null,
  });
  return priced.lines.map(({ listUnitAmount, discountAmount, amount }, index) => ({
    ...(order.lines[index] as PricedOrder['lines'][number]),
    ...{ unitAmount: listUnitAmount, discountAmount, amount },
  }));
}

/** The base price that the order froze, if the office had asked for it by then; else the one that it asked for last. */
function basePrice({ known }: World, order: PricedOrder, variantId: string, frozen: number): number {
  const until = order.isOnline ? order.pricedAt : order.pricedAt + lateMs;
  const asked = known.asked.filter((price) => price.variantId === variantId && price.at <= until);
  return asked.find(({ amount }) => amount === frozen)?.amount ?? asked.at(-1)?.amount ?? 0;
}

function entriesThen({ entries }: Past, ruleSetNumber: number, variantId: string): PriceEntry[] {
  const own = entries.filter((entry) => entry.variantId === variantId && entry.ruleSetNumber <= ruleSetNumber);
  const last = new Map(own.map((entry) => [`${entry.priceListId} ${entry.minQuantity}`, entry]));
  return [...last.values()].filter((entry) => entry.isThere);
}

/** A limited promotion that the order did not use is taken to have been used up: limits have checks of their own. */
function usageThen({ promotions }: World, { used, isOnline }: PricedOrder): Record<string, Usage> {
  const gone = 1_000_000;
  return Object.fromEntries(
    promotions.limited
      .filter(({ id }) => !used.some((use) => use.promotionId === id))
      .map(({ id }) => {
        // A till knows what its member used, and no other limit.
        const all = isOnline ? gone : 0;
        return [id, { uses: all, usesToday: all, usesByMember: gone, pieces: all, amount: all }];
      }),
  );
}

function memberOf(id: string | null) {
  if (id === null) return null;
  const nothing = { tier: null, tags: [], birthday: null, orderCount: 0, isReferred: false, isTaxExempt: false };
  return { id, ...nothing };
}
