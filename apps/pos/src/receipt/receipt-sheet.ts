/** What a receipt says, whether the sale is on this device or with the server. */
import type { Answer } from '@tandem/contract/index.ts';
import type { ShownDiscount } from '../core/discounts.ts';
import { printedNumber } from '../core/receipt-number.ts';
import type { LocalisedText, StoredSale } from '../core/sale.ts';
import type { TillFacts, TillVariant } from '../core/till-facts.ts';

type Order = Answer<'GET /api/till/sales/:id'>;
type TenderKind = Order['tenders'][number]['kind'];

export interface ReceiptSheet {
  merchantName: string;
  placeName: LocalisedText;
  addressLines: string[];
  number: string;
  /** Of a return: the number of the sale that it belongs to. */
  returnOf?: string;
  at: string;
  timeZone: string;
  currency: string;
  pricesIncludeTax: boolean;
  staffName: string | undefined;
  memberName?: string | undefined;
  lines: {
    key: string;
    name: LocalisedText;
    optionNames: LocalisedText[];
    quantity: number;
    /** Undefined where the pieces of the line did not come to the same. */
    unitAmount: number | undefined;
    /** Before discounts; those of the line stand below it. */
    amount: number;
    discounts: readonly ShownDiscount[];
  }[];
  /** Of the basket as a whole. */
  discounts: readonly ShownDiscount[];
  /** Everything that was taken off, lines and basket. */
  savedAmount: number;
  /** Delivery is a line of its own on the paper. */
  shippingAmount: number;
  netAmount: number;
  taxes: { key: string; name: string; ratePpm: number; amount: number }[];
  /** Of a return, whose tax is not told by rate. */
  returnedTaxAmount?: number;
  roundingAmount: number;
  totalAmount: number;
  tenders: { key: string; kind: TenderKind; event: 'captured' | 'refunded'; amount: number }[];
  changeAmount: number;
  receiptUrl: string | undefined;
}

/** The receipt of a sale that this device made, ready without the network. */
export function sheetOfSale(sale: StoredSale, facts: TillFacts): ReceiptSheet {
  const { figures, body } = sale;
  return {
    ...headOf(facts),
    number: printedNumber(sale.series, sale.number),
    at: body.soldAt,
    currency: sale.currency,
    staffName: sale.staffName,
    memberName: sale.memberName,
    lines: sale.lines.map(({ lineAmount, discounts = [], ...line }, index) => ({
      ...line,
      key: String(index),
      amount: lineAmount,
      discounts,
    })),
    discounts: figures.discounts ?? [],
    savedAmount: figures.discountAmount ?? 0,
    shippingAmount: 0,
    netAmount: figures.netAmount,
    taxes: figures.taxes.map((tax) => ({ ...tax, key: `${tax.rateId} ${tax.ratePpm}` })),
    roundingAmount: figures.roundingAmount,
    totalAmount: figures.totalAmount,
    tenders: body.tenders.map((tender, index) => ({ ...tender, key: String(index), event: 'captured' })),
    changeAmount: figures.changeAmount,
    receiptUrl: sale.answer && `/receipts/${sale.answer.token}`,
  };
}

type VariantOf = (id: string) => TillVariant | undefined;

/** The receipt of an order as the server keeps it, refunds included. */
export function sheetOfOrder(order: Order, facts: TillFacts, variantOf: VariantOf): ReceiptSheet {
  const isGross = order.pricesIncludeTax;
  return {
    ...headOf(facts),
    pricesIncludeTax: isGross,
    number: order.number,
    at: order.placedAt,
    currency: order.currency,
    staffName: facts.staff.find(({ id }) => id === order.staffId)?.name,
    memberName: order.member?.name,
    lines: order.lines.map((line) => ({
      key: String(line.lineNo),
      name: line.name,
      optionNames: variantOf(line.variantId ?? '')?.optionNames ?? [],
      quantity: line.quantity,
      unitAmount: line.unitAmount,
      amount: (isGross ? line.netAmount + line.taxAmount : line.netAmount) + line.discountAmount,
      discounts: frozenDiscounts(order, line),
    })),
    // What no line carries was taken off the delivery.
    discounts: order.discounts.flatMap(({ promotionId, name, code, amount }) => {
      const onLines = sumOf(
        order.lines.flatMap((line) => line.allocations).filter((one) => isOf(one, promotionId, code)),
      );
      return amount === onLines ? [] : [{ promotionId, name, code, reason: '', amount: amount - onLines }];
    }),
    savedAmount: order.discountAmount + order.shippingDiscountAmount,
    shippingAmount: order.shippingNetAmount + (isGross ? order.shippingTaxAmount : 0) + order.shippingDiscountAmount,
    netAmount: order.netAmount + order.shippingNetAmount,
    taxes: sumTaxes(order),
    roundingAmount: order.roundingAmount,
    totalAmount: order.totalAmount + order.roundingAmount,
    tenders: order.tenders.map((tender) => ({
      key: String(tender.entryNo),
      kind: tender.kind,
      event: tender.event,
      amount: tender.event === 'captured' ? (tender.tenderedAmount ?? tender.amount) : Math.abs(tender.amount),
    })),
    changeAmount: order.tenders.reduce((sum, tender) => sum + (tender.changeAmount ?? 0), 0),
    receiptUrl: order.receiptUrl,
  };
}

/** The paper of a return: each line with what its pieces gave back, and to which tender it went. */
export function sheetOfReturn(
  order: Order,
  returned: Order['returns'][number],
  facts: TillFacts,
  variantOf: VariantOf,
): ReceiptSheet {
  const isGross = order.pricesIncludeTax;
  const amountOf = ({ netAmount, taxAmount }: { netAmount: number; taxAmount: number }) =>
    isGross ? netAmount + taxAmount : netAmount;
  const taxAmount = sumOf(
    [...returned.lines, { taxAmount: returned.shippingTaxAmount }].map((one) => ({ amount: one.taxAmount })),
  );
  return {
    ...headOf(facts),
    pricesIncludeTax: isGross,
    number: returned.number,
    returnOf: order.number,
    at: returned.at,
    currency: order.currency,
    staffName: facts.staff.find(({ id }) => id === returned.staffId)?.name,
    lines: returned.lines.map((row) => {
      const line = order.lines.find(({ lineNo }) => lineNo === row.lineNo);
      return {
        key: String(row.lineNo),
        name: line?.name ?? {},
        optionNames: variantOf(line?.variantId ?? '')?.optionNames ?? [],
        quantity: row.quantity,
        unitAmount: undefined,
        amount: amountOf(row),
        discounts: [],
      };
    }),
    discounts: [],
    savedAmount: 0,
    shippingAmount: amountOf({ netAmount: returned.shippingNetAmount, taxAmount: returned.shippingTaxAmount }),
    netAmount: returned.totalAmount - taxAmount,
    taxes: [],
    returnedTaxAmount: taxAmount,
    roundingAmount: returned.roundingAmount,
    totalAmount: returned.totalAmount + returned.roundingAmount,
    tenders: order.tenders
      .filter(({ returnId }) => returnId === returned.id)
      .map(({ entryNo, kind, event, amount }) => ({ key: String(entryNo), kind, event, amount: Math.abs(amount) })),
    changeAmount: 0,
    receiptUrl: order.receiptUrl,
  };
}

const sumOf = (amounts: readonly { amount: number }[]): number => amounts.reduce((sum, { amount }) => sum + amount, 0);
const isOf = (
  one: { promotionId: string | null; code: string | null },
  promotionId: string | null,
  code: string | null,
) => one.promotionId === promotionId && one.code === code;

/** What was taken off a line, each promotion once; what nobody wrote down was taken off by hand. */
function frozenDiscounts(order: Order, { allocations, discountAmount }: Order['lines'][number]): ShownDiscount[] {
  const shown: ShownDiscount[] = [];
  for (const { promotionId, code, amount } of allocations) {
    const at = shown.findIndex((one) => isOf(one, promotionId, code));
    const name = order.discounts.find((one) => isOf(one, promotionId, code))?.name ?? null;
    const before = shown[at]?.amount ?? 0;
    shown.splice(at < 0 ? shown.length : at, at < 0 ? 0 : 1, {
      promotionId,
      code,
      name,
      reason: '',
      amount: before + amount,
    });
  }
  const unsaid = discountAmount - sumOf(shown);
  return unsaid > 0 ? [...shown, { promotionId: null, code: null, name: null, reason: '', amount: unsaid }] : shown;
}

function headOf({ merchant, location }: TillFacts) {
  const { lines = [], district, city, postcode } = location.address;
  return {
    merchantName: merchant.name,
    placeName: location.name,
    addressLines: [...lines, [district, city, postcode].filter(Boolean).join(', ')].filter((line) => line !== ''),
    timeZone: location.timeZone,
    pricesIncludeTax: merchant.pricesIncludeTax,
  };
}

function sumTaxes(order: Order): ReceiptSheet['taxes'] {
  const totals = new Map<string, ReceiptSheet['taxes'][number]>();
  for (const { taxes } of order.lines) {
    for (const { rateId, name, ratePpm, amount } of taxes) {
      const key = `${rateId} ${ratePpm}`;
      const total = totals.get(key) ?? { key, name, ratePpm, amount: 0 };
      totals.set(key, { ...total, amount: total.amount + amount });
    }
  }
  return [...totals.values()];
}
