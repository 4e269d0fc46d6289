/** The moment at which a priced basket and its tenders become a sale. */
import { cashStep } from '@tandem/domain/money/currency.ts';
import { type GivenTender, type Settlement, settleTenders } from '@tandem/domain/orders/change.ts';
import type { Usage } from '@tandem/domain/pricing/basket.ts';
import type { PricedBasket, PricedBasketLine } from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Basket, BasketLine } from './basket.ts';
import { discountsOfBasket, discountsOfLine } from './discounts.ts';
import type { NewSale, SaleBody, SoldLine } from './sale.ts';
import type { Person, TillFacts } from './till-facts.ts';

export interface Payment {
  readonly basket: Basket;
  readonly priced: PricedBasket;
  readonly rules: RuleSet;
  /** What limited promotions had given when it was priced. */
  readonly usage?: Readonly<Record<string, Usage>> | undefined;
  /** The instant that it was priced at, in milliseconds. */
  readonly pricedAtMs: number;
  readonly tenders: readonly GivenTender[];
  readonly till: Pick<TillFacts, 'merchant' | 'series'>;
  readonly person: Person;
  readonly ids: { readonly command: string; readonly order: string };
  readonly nowMs: number;
}

/** The sale that these tenders complete, or what is missing. */
export function completeSale(payment: Payment): { settled: Settlement; sale?: NewSale } {
  const { priced, till } = payment;
  const settled = settleTenders(priced.totals.totalAmount, payment.tenders, cashStep(till.merchant.currency));
  if (!settled.ok) return { settled };
  const totalAmount = priced.totals.totalAmount + settled.cashRounding;
  return {
    settled,
    sale: {
      ...headOf(payment, totalAmount),
      figures: figuresOf(payment, settled),
      lines: payment.basket.lines.map((line, index) => soldLine(payment, line, priced.lines[index])),
    },
  };
}

function headOf(payment: Payment, totalAmount: number) {
  const { basket, priced, tenders, till, person, ids, nowMs, pricedAtMs } = payment;
  const given = tenders.map(({ kind, amount }) => ({
    kind: kind === 'cash' ? ('cash' as const) : ('card' as const),
    amount,
  }));
  const body: NewSale['body'] = {
    orderId: ids.order,
    staffId: person.id,
    ...(basket.member === null ? {} : { memberId: basket.member.id }),
    soldAt: new Date(nowMs).toISOString(),
    lines: basket.lines.map((line, index) => bodyLine(line, priced.lines[index])),
    tenders: given,
    totalAmount,
    pricing: {
      ruleSetNumber: priced.ruleSetNumber,
      hash: priced.hash,
      pricedAt: new Date(pricedAtMs).toISOString(),
      codes: basket.codes.map(({ code }) => code),
      manualDiscount: basket.manual,
      ...usageTold(payment),
      approvals: basket.approvals.map(({ approvalId, staffId }) => ({ approvalId, staffId })),
      applied: priced.applied.map((applied) => ({ ...applied })),
    },
  };
  return {
    id: ids.command,
    body,
    series: till.series,
    currency: till.merchant.currency,
    staffName: person.name,
    ...(basket.member === null ? {} : { memberName: basket.member.name }),
  };
}

const usageMax = 100;

/** Of the promotions that the basket was about, so that the server prices it with what was known here. */
function usageTold({ priced, usage = {} }: Payment): Pick<NonNullable<SaleBody['pricing']>, 'usage'> {
  const ids = new Set([...priced.applied, ...priced.refused].map(({ promotionId }) => promotionId));
  const told = Object.entries(usage).flatMap(([promotionId, counts]) =>
    ids.has(promotionId) ? [{ promotionId, ...counts }] : [],
  );
  return told.length === 0 ? {} : { usage: told.slice(0, usageMax) };
}

function bodyLine(line: BasketLine, priced: PricedBasketLine | undefined): SaleBody['lines'][number] {
  const { override } = line;
  return {
    variantId: line.variant.id,
    quantity: line.quantity,
    ...(line.variant.components ? { components: line.variant.components.map((one) => ({ ...one })) } : {}),
    unitAmount: priced?.listUnitAmount ?? line.variant.amount,
    discountAmount: priced?.discountAmount ?? 0,
    priceListId: priced?.priceListId ?? null,
    ...(override
      ? { isOverridden: true, overrideKind: override.kind, overrideReason: override.reason.slice(0, 200) }
      : {}),
    manualDiscount: line.manual,
    offeredBy: line.offeredBy,
    ...(line.variant.floorAmount == null ? {} : { floorUnitAmount: line.variant.floorAmount }),
    allocations: (priced?.allocations ?? []).map((allocation) => ({
      ...allocation,
      units: allocation.units.map((unit) => ({ ...unit })),
    })),
  };
}

function figuresOf({ basket, priced, rules }: Payment, settled: Settlement & { ok: true }): NewSale['figures'] {
  return {
    netAmount: priced.totals.netAmount,
    taxAmount: priced.totals.taxAmount,
    roundingAmount: settled.cashRounding,
    totalAmount: priced.totals.totalAmount + settled.cashRounding,
    changeAmount: settled.change,
    taxes: priced.taxes.map((tax) => ({ ...tax })),
    discountAmount: priced.totals.discountAmount,
    discounts: discountsOfBasket(basket, priced, rules),
  };
}

function soldLine({ basket, rules }: Payment, line: BasketLine, priced: PricedBasketLine | undefined): SoldLine {
  const { variant, quantity } = line;
  return {
    variantId: variant.id,
    sku: variant.sku,
    name: variant.name,
    optionNames: variant.optionNames,
    quantity,
    unitAmount: priced?.listUnitAmount ?? variant.amount,
    lineAmount: priced?.listAmount ?? 0,
    discounts: priced ? discountsOfLine(line, priced, rules, basket) : [],
  };
}
