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
  at: string;
  timeZone: string;
  currency: string;
  pricesIncludeTax: boolean;
  staffName: string | undefined;
  lines: {
    key: string;
    name: LocalisedText;
    optionNames: LocalisedText[];
    quantity: number;
    unitAmount: number;
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
    lines: order.lines.map((line) => ({
      key: String(line.lineNo),
      name: line.name,
      optionNames: variantOf(line.variantId ?? '')?.optionNames ?? [],
      quantity: line.quantity,
      unitAmount: line.unitAmount,
      amount: (isGross ? line.netAmount + line.taxAmount : line.netAmount) + line.discountAmount,
      discounts: [],
    })),
    // The server says each promotion once, with its name, however many lines it touched.
    discounts: order.discounts.map(({ promotionId, name, code, amount }) => ({
      promotionId,
      name,
      code,
      reason: '',
      amount,
    })),
    savedAmount: order.discounts.reduce((sum, { amount }) => sum + amount, 0),
    shippingAmount: order.shippingNetAmount + (isGross ? order.shippingTaxAmount : 0),
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
