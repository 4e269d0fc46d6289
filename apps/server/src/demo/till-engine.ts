/** Prices the demo's sales as the tills do: by the published rules, at the instant of the sale. */
import type { ManualDiscount } from '@tandem/domain/pricing/basket.ts';
import { priceBasket } from '@tandem/domain/pricing/price-basket.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import type { MemberPricingFacts } from '../modules/members/index.ts';
import { pricingLine, readCards } from '../modules/orders/index.ts';
import { readRules } from '../modules/pricing/index.ts';
import { readAs } from '../platform/transaction.ts';
import type { History } from './history.ts';

export interface SaleToPrice {
  /** Milliseconds since 1970. */
  instant: number;
  channelId: string;
  locationId: string;
  member: MemberPricingFacts | null;
  tender: 'cash' | 'card';
  lines: { variantId: string; quantity: number }[];
  manualDiscount: ManualDiscount | null;
}
export type TillEngine = (sale: SaleToPrice) => PricedBasket;

/** The demo's tax is none, as in Hong Kong. */
export async function newTillEngine({ platform, world }: History): Promise<TillEngine> {
  const { rules, cards } = await readAs(platform.pool, world.merchantId, async (tx) => ({
    rules: await readRules(tx),
    cards: await readCards(
      tx,
      world.variants.map((variant) => variant.id),
      [],
    ),
  }));
  return ({ instant, lines, manualDiscount, member, ...sale }) =>
    priceBasket(
      { lines: lines.map((line, index) => pricingLine(cards, { ...line, lineNo: index + 1 }, [])), shipping: null },
      rules,
      {
        at: new Date(instant).toISOString(),
        channelId: sale.channelId,
        locationId: sale.locationId,
        timeZone: rules.timeZone,
        // No promotion of the demo asks how many orders there were.
        member: member === null ? null : { ...member, orderCount: 0 },
        codes: [],
        knownCodes: [],
        tenders: [sale.tender],
        usage: {},
        manualDiscount,
      },
    );
}
