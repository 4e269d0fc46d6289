/** What the basket costs: the same rules as the server's, so that both give the same cent. */
import { cashStep } from '@tandem/domain/money/currency.ts';
import { type GivenTender, type Settlement, settleTenders } from '@tandem/domain/orders/change.ts';
import { type PricedOrder, priceLines } from '@tandem/domain/orders/price-lines.ts';
import type { TaxRate } from '@tandem/domain/tax/tax.ts';
import type { Basket } from './basket.ts';
import type { NewSale } from './sale.ts';
import type { Manifest, Person, TillFacts } from './till-facts.ts';

type TaxCategories = Manifest['taxCategories'];

/** The rates in force at the instant (milliseconds) for a category; of the default one for none. */
export function ratesAt(categories: TaxCategories, categoryId: string | null, nowMs: number): TaxRate[] {
  const category =
    categories.find(({ id }) => id === categoryId) ??
    categories.find(({ isDefault }) => isDefault && categoryId === null);
  return (category?.rates ?? []).filter(
    ({ validFrom, validUntil }) =>
      (validFrom === null || Date.parse(validFrom) <= nowMs) && (validUntil === null || nowMs < Date.parse(validUntil)),
  );
}

/** Every line with its tax, and the totals. */
export function priceBasket(
  basket: Basket,
  pricesIncludeTax: boolean,
  taxCategories: TaxCategories,
  nowMs: number,
): PricedOrder {
  return priceLines({
    pricesIncludeTax,
    lines: basket.lines.map(({ variant, quantity }) => ({
      unitAmount: variant.amount,
      quantity,
      rates: ratesAt(taxCategories, variant.taxCategoryId, nowMs),
    })),
  });
}

export interface Payment {
  readonly basket: Basket;
  readonly priced: PricedOrder;
  readonly tenders: readonly GivenTender[];
  readonly till: Pick<TillFacts, 'merchant' | 'series'>;
  readonly person: Person;
  readonly ids: { readonly command: string; readonly order: string };
  readonly nowMs: number;
}

/** The sale that these tenders complete, or what is missing. */
export function completeSale(payment: Payment): { settled: Settlement; sale?: NewSale } {
  const { priced, till } = payment;
  const settled = settleTenders(priced.totalAmount, payment.tenders, cashStep(till.merchant.currency));
  if (!settled.ok) return { settled };
  const totalAmount = priced.totalAmount + settled.cashRounding;
  return {
    settled,
    sale: { ...headOf(payment, totalAmount), figures: figuresOf(priced, settled), ...linesOf(payment) },
  };
}

function headOf({ basket, tenders, till, person, ids, nowMs }: Payment, totalAmount: number) {
  const lines = basket.lines.map(({ variant, quantity }) => ({
    variantId: variant.id,
    quantity,
    unitAmount: variant.amount,
  }));
  const given = tenders.map(({ kind, amount }) => ({
    kind: kind === 'cash' ? ('cash' as const) : ('card' as const),
    amount,
  }));
  const soldAt = new Date(nowMs).toISOString();
  return {
    id: ids.command,
    body: { orderId: ids.order, staffId: person.id, soldAt, lines, tenders: given, totalAmount },
    series: till.series,
    currency: till.merchant.currency,
    staffName: person.name,
  };
}

function figuresOf(priced: PricedOrder, settled: Settlement & { ok: true }) {
  return {
    netAmount: priced.netAmount,
    taxAmount: priced.taxAmount,
    roundingAmount: settled.cashRounding,
    totalAmount: priced.totalAmount + settled.cashRounding,
    changeAmount: settled.change,
    taxes: priced.taxes,
  };
}

function linesOf({ basket, priced }: Payment) {
  const lines = basket.lines.map(({ variant, quantity }, index) => ({
    variantId: variant.id,
    sku: variant.sku,
    name: variant.name,
    optionNames: variant.optionNames,
    quantity,
    unitAmount: variant.amount,
    lineAmount: priced.lines[index]?.listAmount ?? 0,
  }));
  return { lines };
}
