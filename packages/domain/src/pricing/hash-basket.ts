/** The fingerprint of a priced basket: two machines agree on everything that it says where these are equal. */

import type { AppliedTax } from '../tax/tax.ts';
import { addNumber, addNumberOrNull, addText, addTextOrNull, fingerprint, noFacts } from './hash.ts';
import type {
  AppliedPromotion,
  LineAllocation,
  Offer,
  PricedBasket,
  PricedBasketLine,
  PricedShipping,
  RefusedPromotion,
  TakenByHand,
} from './priced-basket.ts';

/** Grows with each change of what goes in or how: fingerprints of other versions cannot be compared. */
const version = 2;

/** Kept from basket to basket, as there are thousands of facts. */
const facts = noFacts();

/** The version and 32 hexadecimal digits: every fact but the hash itself and `validUntil`, in the order of the type. */
export function hashOfBasket(basket: Omit<PricedBasket, 'hash' | 'validUntil'>): string {
  facts.count = 0;
  addNumber(facts, basket.ruleSetNumber);
  addAll(basket.lines, addLine);
  addAll(basket.shipping ? [basket.shipping] : [], addShipping);
  const { listAmount, discountAmount, netAmount, taxAmount, totalAmount } = basket.totals;
  addNumber(facts, listAmount);
  addNumber(facts, discountAmount);
  addNumber(facts, netAmount);
  addNumber(facts, taxAmount);
  addNumber(facts, totalAmount);
  addAll(basket.taxes, addTaxTotal);
  addAll(basket.applied, addApplied);
  addAll(basket.refused, addRefused);
  addAll(basket.offers, addOffer);
  addAll(basket.byHand ?? [], addTakenByHand);
  return `${version}-${fingerprint(facts)}`;
}

function addAll<Item>(items: readonly Item[], add: (item: Item) => void): void {
  addNumber(facts, items.length);
  for (const item of items) add(item);
}

function addLine(line: PricedBasketLine): void {
  addText(facts, line.id);
  addNumber(facts, line.listUnitAmount);
  addTextOrNull(facts, line.priceListId);
  addNumberOrNull(facts, line.compareAtAmount);
  addMoney(line);
  addAll(line.allocations, addAllocation);
}

function addMoney(part: PricedBasketLine | PricedShipping): void {
  addNumber(facts, part.listAmount);
  addNumber(facts, part.discountAmount);
  addNumber(facts, part.amount);
  addNumber(facts, part.netAmount);
  addNumber(facts, part.taxAmount);
  addNumber(facts, part.grossAmount);
  addAll(part.taxes, addTax);
}

function addTax(tax: AppliedTax): void {
  addText(facts, tax.rateId);
  addText(facts, tax.name);
  addNumber(facts, tax.ratePpm);
  addNumber(facts, tax.amount);
}

function addTaxTotal(tax: PricedBasket['taxes'][number]): void {
  addTax(tax);
  addNumber(facts, tax.netAmount);
}

function addAllocation({ promotionId, code, amount, baseAmount, units }: LineAllocation): void {
  addTextOrNull(facts, promotionId);
  addTextOrNull(facts, code);
  addNumber(facts, amount);
  addNumber(facts, baseAmount);
  addAll(units, addUnits);
}

function addUnits({ from, count, perUnit }: LineAllocation['units'][number]): void {
  addNumber(facts, from);
  addNumber(facts, count);
  addNumber(facts, perUnit);
}

function addShipping(shipping: PricedShipping): void {
  addMoney(shipping);
  addAll(shipping.allocations, addShippingAllocation);
}

function addShippingAllocation({ promotionId, code, amount }: PricedShipping['allocations'][number]): void {
  addText(facts, promotionId);
  addTextOrNull(facts, code);
  addNumber(facts, amount);
}

function addApplied({ promotionId, code, couponId, times, pieces, amount }: AppliedPromotion): void {
  addText(facts, promotionId);
  addTextOrNull(facts, code);
  addTextOrNull(facts, couponId);
  addNumber(facts, times);
  addNumber(facts, pieces);
  addNumber(facts, amount);
}

function addRefused({ promotionId, code, reason, params }: RefusedPromotion): void {
  addTextOrNull(facts, promotionId);
  addTextOrNull(facts, code);
  addText(facts, reason);
  const names = Object.keys(params);
  addNumber(facts, names.length);
  for (const name of names) {
    const value = params[name] ?? '';
    addText(facts, name);
    if (typeof value === 'string') addText(facts, value);
    else addNumber(facts, value);
  }
}

function addOffer({ promotionId, kind, count, choices }: Offer): void {
  addText(facts, promotionId);
  addText(facts, kind);
  addNumber(facts, count);
  addAll(choices, addChoice);
}

function addChoice({ variantId, unitAmount }: Offer['choices'][number]): void {
  addText(facts, variantId);
  addNumber(facts, unitAmount);
}

function addTakenByHand({ lineId, baseAmount, amount, isShort }: TakenByHand): void {
  addTextOrNull(facts, lineId);
  addNumber(facts, baseAmount);
  addNumber(facts, amount);
  addNumber(facts, isShort ? 1 : 0);
}
