/** The money of a till's sale, line by line: the till's own figures, frozen, and what to tell where the rules say otherwise. */
import { type PricedLine, priceLines } from '@tandem/domain/orders/price-lines.ts';
import type { Repriced } from './check-sale-price.ts';
import type { NewException } from './exceptions.ts';
import { byHand, frozenLine, type LineMoney, withNets } from './frozen-discounts.ts';
import type { NewOrder } from './order-rows.ts';
import type { SaleBody } from './record-sales.ts';
import type { SoldCards } from './sold-cards.ts';
import type { TaxTable } from './tax-rates.ts';

/** Where the engine agrees its own result is kept, tax and all; else the till's amounts, taxed line by line. */
export function moneyOfSale(
  cards: Pick<SoldCards, 'prices'>,
  body: Pick<SaleBody, 'lines'>,
  taxes: TaxTable,
  pricesIncludeTax: boolean,
  repriced: Repriced | undefined,
): LineMoney[] {
  const rated = body.lines.map((line) => ({
    ...line,
    rates: taxes.rates(cards.prices.get(line.variantId)?.taxCategoryId),
  }));
  if (repriced?.agrees === true)
    return rated.map((line, index) =>
      frozenLine(
        repriced.basket.lines[index] as Repriced['basket']['lines'][number],
        { rates: line.rates, homeRates: undefined },
        pricesIncludeTax,
      ),
    );
  const priced = priceLines({ pricesIncludeTax, lines: rated });
  const undiscounted = body.lines.some((line) => line.discountAmount)
    ? priceLines({ pricesIncludeTax, lines: rated.map((line) => ({ ...line, discountAmount: 0 })) })
    : priced;
  return rated.map((line, index) => {
    const { discountAmount, netAmount, taxAmount, taxes: taxed, listAmount } = priced.lines[index] as PricedLine;
    const discountNetAmount = (undiscounted.lines[index]?.netAmount ?? 0) - netAmount;
    const told = line.allocations ?? [];
    const isWhole = told.reduce((sum, one) => sum + one.amount, 0) === discountAmount;
    const allocations = isWhole ? told : byHand(discountAmount, listAmount, line.quantity);
    return {
      unitAmount: line.unitAmount,
      discountAmount,
      discountNetAmount,
      netAmount,
      // Exempt, the shopper paid no tax, whatever else the till and the rules disagree about.
      ...(repriced?.isTaxExempt === true ? { taxAmount: 0, taxes: [] } : { taxAmount, taxes: taxed }),
      priceListId: line.priceListId ?? null,
      allocations: withNets(allocations, discountNetAmount),
    };
  });
}

export const isImported = ({ source = '' }: Pick<SaleBody, 'source'>): boolean => source !== '';

/** What the shopper paid, tax and all: nobody but this transaction knows the tax of a sale of another system. */
export function toldMoney(
  pricesIncludeTax: boolean,
  { taxAmount }: Pick<NewOrder, 'taxAmount'>,
  body: Pick<SaleBody, 'source' | 'tenders' | 'totalAmount'>,
): Pick<SaleBody, 'tenders' | 'totalAmount'> {
  if (!isImported(body) || pricesIncludeTax) return body;
  const tenders = body.tenders.map((one, at) => (at === 0 ? { ...one, amount: one.amount + taxAmount } : one));
  return { tenders, totalAmount: body.totalAmount + taxAmount };
}

/** The till's figures stand, since the shopper has paid; where the same rules say otherwise a person has to look. */
export function priceMismatch(
  order: Pick<NewOrder, 'id' | 'locationId'>,
  { pricing, lines }: Pick<SaleBody, 'pricing' | 'lines'>,
  repriced: Repriced | undefined,
): NewException[] {
  if (pricing === undefined || repriced?.agrees === true) return [];
  const exception: NewException = {
    kind: 'sale.price_mismatch',
    subjectId: order.id,
    locationId: order.locationId,
    detail: {
      ruleSetNumber: pricing.ruleSetNumber,
      toldHash: pricing.hash,
      hash: repriced?.basket.hash ?? null,
      lines: lines.flatMap((line, index) => {
        const found = repriced?.basket.lines[index];
        const told = { unitAmount: line.unitAmount, discountAmount: line.discountAmount ?? 0 };
        const isSame = found?.listUnitAmount === told.unitAmount && found.discountAmount === told.discountAmount;
        if (isSame) return [];
        const recorded = { unitAmount: found?.listUnitAmount ?? null, discountAmount: found?.discountAmount ?? null };
        return [{ lineNo: index + 1, told, recorded }];
      }),
    },
  };
  return [exception];
}

/** A member that is not the merchant's is not kept; somebody may know whose sale it was. */
export function unknownMember(
  { id, locationId, memberId }: Pick<NewOrder, 'id' | 'locationId' | 'memberId'>,
  told: Pick<SaleBody, 'memberId'>,
): NewException[] {
  if (told.memberId === undefined || memberId !== null) return [];
  return [{ kind: 'sale.unknown_member', subjectId: id, locationId, detail: { memberId: told.memberId } }];
}
