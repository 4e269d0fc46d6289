/**
 * What a return gives back: each unit its frozen share, each tender no more than it paid. Server, till and back office ask
 * the same function, so the amounts that a person sees before are the ones that are recorded.
 */

import { cashStep, roundCash } from '../money/currency.ts';
import { areFree, type FrozenLine, nextUnits, type QuantityRun, refundOfUnits } from '../pricing/refund-of-units.ts';
import { type PaidWith, splitRefund } from './refund.ts';

/** An order with everything that came back so far, as `GET /api/orders/:id` tells it. Quantities in thousandths. */
export type ReturnableOrder = {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly paidAmount: number;
  readonly refundedAmount: number;
  readonly shippingNetAmount: number;
  readonly shippingTaxAmount: number;
  readonly lines: readonly SoldLine[];
  readonly tenders: readonly BookedTender[];
  readonly returns: readonly {
    readonly shippingNetAmount: number;
    readonly shippingTaxAmount: number;
    readonly roundingAmount: number;
    readonly lines: readonly {
      readonly lineNo: number;
      readonly quantity: number;
      /** Null: written before units were; whatever of the line was left. */
      readonly units: readonly QuantityRun[] | null;
    }[];
  }[];
};

export type SoldLine = Pick<FrozenLine, 'quantity' | 'netAmount' | 'taxAmount' | 'allocations'> & {
  readonly lineNo: number;
  readonly discountAmount: number;
};

type BookedTender = {
  readonly entryNo: number;
  readonly kind: PaidWith;
  readonly event: 'captured' | 'refunded';
  readonly amount: number;
  /** The captured entry that the money goes back to; null where nobody wrote it down. */
  readonly refundsEntryNo: number | null;
};

export type ReturnWish = {
  /** `units` names which units; without it they are the next in the order of the line. */
  readonly lines: readonly { lineNo: number; quantity: number; units?: readonly QuantityRun[] | undefined }[];
  readonly withShipping: boolean;
  /** How much of it to which captured tender; without it the money goes back by the usual order. */
  readonly tenders?: readonly { entryNo: number; amount: number }[] | undefined;
};

export type SettledReturn = {
  readonly ok: true;
  readonly lines: readonly {
    lineNo: number;
    quantity: number;
    units: readonly QuantityRun[];
    netAmount: number;
    taxAmount: number;
  }[];
  readonly netAmount: number;
  readonly taxAmount: number;
  readonly shippingNetAmount: number;
  readonly shippingTaxAmount: number;
  /** Goods and shipping with tax: what came back is worth. */
  readonly totalAmount: number;
  /** What is paid out less that: rounding to coins. */
  readonly roundingAmount: number;
  readonly tenders: readonly RefundPart[];
  /** Nothing of the order is left to return. */
  readonly isEverything: boolean;
};

export type RefundPart = { readonly entryNo: number; readonly kind: PaidWith; readonly amount: number };

export type ReturnRefusal = { readonly ok: false } & (
  | { readonly code: 'return.unknown_line' | 'return.line_twice' | 'return.units_mismatch'; readonly lineNo: number }
  | { readonly code: 'return.too_many'; readonly lineNo: number; readonly left: number }
  | { readonly code: 'order.nothing_to_refund' }
  | { readonly code: 'refund.exceeds_tender'; readonly entryNo: number; readonly refundable: number }
  | { readonly code: 'refund.not_the_sum'; readonly due: number }
);

/** Settles a return in minor units, or says why not; nothing is priced again. */
export function settleReturn(order: ReturnableOrder, wish: ReturnWish): SettledReturn | ReturnRefusal {
  const lines: SettledReturn['lines'][number][] = [];
  for (const asked of wish.lines) {
    const share = shareOf(order, asked);
    if ('code' in share) return share;
    if (lines.some(({ lineNo }) => lineNo === asked.lineNo))
      return { ok: false, code: 'return.line_twice', lineNo: asked.lineNo };
    lines.push(share);
  }
  const unpaid = shippingLeft(order);
  const shipping = wish.withShipping ? unpaid : { netAmount: 0, taxAmount: 0 };
  if (lines.length === 0 && shipping.netAmount + shipping.taxAmount === 0)
    return { ok: false, code: 'order.nothing_to_refund' };
  const netAmount = sumOf(lines, (line) => line.netAmount);
  const taxAmount = sumOf(lines, (line) => line.taxAmount);
  const totalAmount = netAmount + taxAmount + shipping.netAmount + shipping.taxAmount;
  const keepsShipping = !wish.withShipping && unpaid.netAmount + unpaid.taxAmount !== 0;
  const isEverything = !keepsShipping && everythingLeft(order).every((left) => isWhole(left, lines));
  const parts = payBack(order, totalAmount, isEverything, wish.tenders);
  if ('code' in parts) return parts;
  return {
    ok: true,
    lines,
    netAmount,
    taxAmount,
    shippingNetAmount: shipping.netAmount,
    shippingTaxAmount: shipping.taxAmount,
    totalAmount,
    roundingAmount: order.paidAmount === 0 ? 0 : sumOf(parts, (part) => part.amount) - totalAmount,
    tenders: parts,
    isEverything,
  };
}

/** What of each line has not come back yet; lines that came back whole are left out. */
export function everythingLeft(order: ReturnableOrder): { lineNo: number; quantity: number }[] {
  return order.lines
    .map(({ lineNo, quantity }) => ({
      lineNo,
      quantity: quantity - sumOf(goneOf(order, lineNo), (run) => run.quantity),
    }))
    .filter(({ quantity }) => quantity > 0);
}

/** The units of a line that came back already. */
export function goneOf(order: Pick<ReturnableOrder, 'lines' | 'returns'>, lineNo: number): QuantityRun[] {
  const line = order.lines.find((one) => one.lineNo === lineNo);
  const rows = order.returns.flatMap((one) => one.lines.filter((row) => row.lineNo === lineNo));
  const gone = rows.flatMap(({ units }) => units ?? []);
  for (const { units, quantity } of rows)
    if (units === null && line !== undefined) gone.push(...nextUnits(line, gone, quantity));
  return gone;
}

/** A line as the refund of units asks for it. */
export function frozenLineOf(line: SoldLine, pricesIncludeTax: boolean): FrozenLine {
  const grossAmount = line.netAmount + line.taxAmount;
  return { ...line, grossAmount, listAmount: (pricesIncludeTax ? grossAmount : line.netAmount) + line.discountAmount };
}

/** What can still go back to each captured tender; those that have nothing left are left out. */
export function refundableTenders(tenders: readonly BookedTender[]): (RefundPart & { readonly amount: number })[] {
  const left = tenders.filter(({ event }) => event === 'captured').map((one) => ({ ...one }));
  const refunds = tenders.filter(({ event }) => event === 'refunded');
  for (const { refundsEntryNo, kind, amount } of refunds) {
    let back = Math.abs(amount);
    const targets = left.filter((one) =>
      refundsEntryNo === null ? one.kind === kind : one.entryNo === refundsEntryNo,
    );
    for (const target of targets.sort((a, b) => b.amount - a.amount)) {
      const part = Math.min(back, target.amount);
      target.amount -= part;
      back -= part;
    }
  }
  return left.filter(({ amount }) => amount > 0).map(({ entryNo, kind, amount }) => ({ entryNo, kind, amount }));
}

function shareOf(
  order: ReturnableOrder,
  { lineNo, quantity, units }: ReturnWish['lines'][number],
): SettledReturn['lines'][number] | ReturnRefusal {
  const line = order.lines.find((one) => one.lineNo === lineNo);
  if (line === undefined) return { ok: false, code: 'return.unknown_line', lineNo };
  const gone = goneOf(order, lineNo);
  const left = line.quantity - sumOf(gone, (run) => run.quantity);
  if (quantity > left) return { ok: false, code: 'return.too_many', lineNo, left };
  if (units !== undefined && sumOf(units, (run) => run.quantity) !== quantity)
    return { ok: false, code: 'return.units_mismatch', lineNo };
  if (units !== undefined && !areFree(line, gone, units)) return { ok: false, code: 'return.too_many', lineNo, left };
  const returned = units ?? nextUnits(line, gone, quantity);
  const { netAmount, taxAmount } = refundOfUnits(frozenLineOf(line, order.pricesIncludeTax), returned);
  return { lineNo, quantity, units: returned, netAmount, taxAmount };
}

function shippingLeft(order: ReturnableOrder): { netAmount: number; taxAmount: number } {
  return {
    netAmount: order.shippingNetAmount - sumOf(order.returns, (one) => one.shippingNetAmount),
    taxAmount: order.shippingTaxAmount - sumOf(order.returns, (one) => one.shippingTaxAmount),
  };
}

const isWhole = (left: { lineNo: number; quantity: number }, lines: SettledReturn['lines']): boolean =>
  lines.some((line) => line.lineNo === left.lineNo && line.quantity === left.quantity);

/**
 * What goes back to which tender. Rounding to coins is carried from return to return: all the cash that went back is the
 * rounding of all that came back, and the last return gives what is left, so that the sum is exactly what was paid.
 */
function payBack(
  order: ReturnableOrder,
  totalAmount: number,
  isEverything: boolean,
  chosen: ReturnWish['tenders'],
): RefundPart[] | ReturnRefusal {
  const tenders = refundableTenders(order.tenders);
  const left = order.paidAmount - order.refundedAmount;
  const carried = sumOf(order.returns, (one) => one.roundingAmount);
  const due = isEverything ? left : Math.max(0, Math.min(left, totalAmount - (order.paidAmount === 0 ? 0 : carried)));
  const step = isEverything ? 1 : cashStep(order.currency);
  if (chosen !== undefined) return chosenParts(tenders, chosen, due, step);
  const split = splitRefund(
    due,
    tenders.map(({ entryNo, kind, amount }) => ({ id: String(entryNo), kind, refundable: amount })),
  );
  const parts = split.ok ? split.parts.map(({ id, ...part }) => ({ ...part, entryNo: Number(id) })) : [];
  const other = parts.filter(({ kind }) => kind !== 'cash');
  const cash = sumOf(parts, (part) => part.amount) - sumOf(other, (part) => part.amount);
  return [...other, ...inCash(tenders, cash, step)];
}

function inCash(tenders: readonly RefundPart[], amount: number, step: number): RefundPart[] {
  let rest = roundCash(amount, step);
  return tenders
    .filter(({ kind }) => kind === 'cash')
    .map((tender) => {
      const part = Math.min(rest, tender.amount);
      rest -= part;
      return { ...tender, amount: part };
    })
    .filter((part) => part.amount > 0);
}

function chosenParts(
  tenders: readonly RefundPart[],
  chosen: NonNullable<ReturnWish['tenders']>,
  due: number,
  step: number,
): RefundPart[] | ReturnRefusal {
  const parts: RefundPart[] = [];
  for (const { entryNo, amount } of chosen) {
    const tender = tenders.find((one) => one.entryNo === entryNo);
    const before = sumOf(
      parts.filter((part) => part.entryNo === entryNo),
      (part) => part.amount,
    );
    const refundable = (tender?.amount ?? 0) - before;
    if (tender === undefined || amount > refundable)
      return { ok: false, code: 'refund.exceeds_tender', entryNo, refundable };
    parts.push({ ...tender, amount });
  }
  const cash = sumOf(
    parts.filter(({ kind }) => kind === 'cash'),
    (part) => part.amount,
  );
  const rest = due - sumOf(parts, (part) => part.amount) + cash;
  const wanted = sumOf(inCash(tenders, Math.max(0, rest), step), (part) => part.amount);
  const isSum = rest >= 0 && cash === wanted && Math.abs(rest - wanted) < step;
  if (!isSum) return { ok: false, code: 'refund.not_the_sum', due };
  return parts.filter(({ amount }) => amount > 0);
}

function sumOf<T>(list: readonly T[], figure: (one: T) => number): number {
  return list.reduce((sum, one) => sum + figure(one), 0);
}
