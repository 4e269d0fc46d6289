import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundCash } from '../money/currency.ts';
import {
  lineOf,
  plainPromotion,
  price,
  rulesOf,
  someLines,
  somePromotions,
  someSettings,
  sum,
} from '../pricing/testing/arbitrary-baskets.ts';
import type { Action } from '../promotions/action.ts';
import { allItems } from '../promotions/item-filter.ts';
import {
  everythingLeft,
  type ReturnableOrder,
  type ReturnWish,
  type SettledReturn,
  settleReturn,
} from './settle-return.ts';

type Tender = ReturnableOrder['tenders'][number];
const captured = (entryNo: number, kind: Tender['kind'], amount: number): Tender => ({
  entryNo,
  kind,
  event: 'captured',
  amount,
  refundsEntryNo: null,
});

/** Three for 99.99 in cash, rounded up by a cent to 100.00. */
const inCash: ReturnableOrder = {
  currency: 'HKD',
  pricesIncludeTax: true,
  paidAmount: 10_000,
  refundedAmount: 0,
  shippingNetAmount: 0,
  shippingTaxAmount: 0,
  lines: [{ lineNo: 1, quantity: 3000, netAmount: 9999, taxAmount: 0, discountAmount: 0, allocations: [] }],
  tenders: [captured(1, 'cash', 10_000)],
  returns: [],
};
const lineOne = (quantity: number): ReturnWish => ({ lines: [{ lineNo: 1, quantity }], withShipping: false });

/** The order after the return, as the books would tell it. */
function after(order: ReturnableOrder, settled: SettledReturn): ReturnableOrder {
  const last = order.tenders.length;
  return {
    ...order,
    refundedAmount: order.refundedAmount + sum(settled.tenders.map((part) => part.amount)),
    returns: [...order.returns, { ...settled }],
    tenders: [
      ...order.tenders,
      ...settled.tenders.map(
        ({ entryNo, kind, amount }, index): Tender => ({
          entryNo: last + index + 1,
          kind,
          event: 'refunded',
          amount: 0 - amount,
          refundsEntryNo: entryNo,
        }),
      ),
    ],
  };
}
function settled(order: ReturnableOrder, wish: ReturnWish): SettledReturn {
  const one = settleReturn(order, wish);
  if (!one.ok) throw new Error(one.code);
  return one;
}

test('cash is rounded to coins at each return, and all returns give back exactly what was paid', () => {
  let order = inCash;
  const given = [1000, 1000, 1000].map((quantity) => {
    const one = settled(order, lineOne(quantity));
    order = after(order, one);
    return [one.totalAmount, one.roundingAmount, sum(one.tenders.map((part) => part.amount)), one.isEverything];
  });

  expect(given).toEqual([
    [3333, -3, 3330, false],
    [3333, 7, 3340, false],
    [3333, -3, 3330, true],
  ]);
  expect(order.refundedAmount).toBe(10_000);
});

test('more than is left is refused and says how many are left; so are a strange line and nothing at all', () => {
  const order = after(inCash, settled(inCash, lineOne(2000)));

  expect(settleReturn(order, lineOne(2000))).toEqual({ ok: false, code: 'return.too_many', lineNo: 1, left: 1000 });
  const named = { lines: [{ lineNo: 1, quantity: 1000, units: [{ from: 0, quantity: 1000 }] }], withShipping: false };
  expect(settleReturn(order, named)).toEqual({ ok: false, code: 'return.too_many', lineNo: 1, left: 1000 });
  expect(settleReturn(order, { lines: [{ lineNo: 9, quantity: 1 }], withShipping: false })).toEqual({
    ok: false,
    code: 'return.unknown_line',
    lineNo: 9,
  });
  const twice = { lines: [...lineOne(500).lines, ...lineOne(500).lines], withShipping: false };
  expect(settleReturn(order, twice)).toEqual({ ok: false, code: 'return.line_twice', lineNo: 1 });
  expect(settleReturn(order, { lines: [], withShipping: true })).toEqual({
    ok: false,
    code: 'order.nothing_to_refund',
  });
});

test('shipping goes back only where it is said, and once', () => {
  const sent: ReturnableOrder = {
    ...inCash,
    paidAmount: 14_000,
    shippingNetAmount: 3801,
    shippingTaxAmount: 200,
    tenders: [captured(1, 'card', 14_000)],
  };
  const goods = settled(sent, lineOne(3000));
  expect([goods.totalAmount, goods.isEverything, goods.tenders]).toEqual([
    9999,
    false,
    [{ entryNo: 1, kind: 'card', amount: 9999 }],
  ]);
  const shipping = settled(after(sent, goods), { lines: [], withShipping: true });
  expect([shipping.shippingNetAmount, shipping.shippingTaxAmount, shipping.isEverything]).toEqual([3801, 200, true]);
  const order = after(after(sent, goods), shipping);
  expect(order.refundedAmount).toBe(14_000);
  expect(settleReturn(order, { lines: [], withShipping: true })).toMatchObject({ code: 'order.nothing_to_refund' });
});

test('a split that a person chose stays within each tender and makes the sum, the cash of it in coins', () => {
  const mixed: ReturnableOrder = {
    ...inCash,
    paidAmount: 10_000,
    tenders: [captured(1, 'card', 4000), captured(2, 'card', 2000), captured(3, 'cash', 4000)],
  };
  const usual = settled(mixed, lineOne(2000));
  expect(usual.tenders).toEqual([
    { entryNo: 1, kind: 'card', amount: 4000 },
    { entryNo: 2, kind: 'card', amount: 2000 },
    { entryNo: 3, kind: 'cash', amount: 670 },
  ]);
  const wish = (...amounts: [number, number][]): ReturnWish => ({
    ...lineOne(1000),
    tenders: amounts.map(([entryNo, amount]) => ({ entryNo, amount })),
  });
  expect(settled(mixed, wish([3, 3330])).roundingAmount).toBe(-3);
  expect(settled(mixed, wish([2, 2000], [1, 1333])).roundingAmount).toBe(0);
  expect(settleReturn(mixed, wish([2, 3333]))).toEqual({
    ok: false,
    code: 'refund.exceeds_tender',
    entryNo: 2,
    refundable: 2000,
  });
  expect(settleReturn(mixed, wish([3, 3000]))).toEqual({ ok: false, code: 'refund.not_the_sum', due: 3333 });
  expect(settleReturn(mixed, wish([1, 3400]))).toEqual({ ok: false, code: 'refund.not_the_sum', due: 3333 });
});

const gift: Action = {
  kind: 'gift',
  items: allItems,
  steps: [{ minAmount: 0, minCount: null, choices: ['gift'], count: 2 }],
};

test('returns in any portions and order give back everything that was paid, and never a negative share', () => {
  fc.assert(
    fc.property(
      someLines(),
      somePromotions(3),
      someSettings,
      fc.boolean(),
      fc.nat(3000),
      fc.nat(100),
      fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 3000 }), fc.boolean()), { maxLength: 8 }),
      (bought, promotions, settings, isGross, shipping, inCards, wishes) => {
        const free = { ...lineOf('gift', 5000, 2000, 'c0', bought[0]?.rates ?? [], null), offeredBy: 'gift' };
        const lines = [...bought, free];
        const rules = [...promotions, { ...plainPromotion, id: 'gift', phase: 'gift' as const, action: gift }];
        const priced = price(lines, rulesOf(rules, settings, isGross));
        const total = priced.totals.totalAmount + shipping;
        const card = Math.floor((total * inCards) / 100);
        const cash = roundCash(total - card, 10);
        let order: ReturnableOrder = {
          currency: 'HKD',
          pricesIncludeTax: isGross,
          paidAmount: card + cash,
          refundedAmount: 0,
          shippingNetAmount: shipping,
          shippingTaxAmount: 0,
          lines: priced.lines.map((line, index) => ({
            ...line,
            lineNo: index + 1,
            quantity: lines[index]?.quantity ?? 0,
          })),
          tenders: [captured(1, 'card', card), captured(2, 'cash', cash)],
          returns: [],
        };
        const take = (wish: ReturnWish) => {
          const one = settled(order, wish);
          const amounts = [...one.lines.flatMap((line) => [line.netAmount, line.taxAmount]), one.totalAmount];
          expect(Math.min(...amounts, ...one.tenders.map((part) => part.amount))).toBeGreaterThanOrEqual(0);
          order = after(order, one);
        };
        for (const [at, quantity, withShipping] of wishes) {
          const left = everythingLeft(order)[at];
          const isShipped = order.returns.some((one) => one.shippingNetAmount > 0);
          if (left !== undefined)
            take({
              lines: [{ ...left, quantity: Math.min(quantity, left.quantity) }],
              withShipping: withShipping && !isShipped,
            });
        }
        const rest = settleReturn(order, { lines: everythingLeft(order), withShipping: true });
        if (rest.ok) order = after(order, rest);

        expect(order.refundedAmount).toBe(order.paidAmount);
        expect(sum(order.returns.flatMap((one) => (one as SettledReturn).totalAmount))).toBe(total);
        order.lines.forEach((line) => {
          const rows = order.returns.flatMap((one) =>
            (one as SettledReturn).lines.filter((row) => row.lineNo === line.lineNo),
          );
          expect(sum(rows.map((row) => row.netAmount))).toBe(line.netAmount);
          expect(sum(rows.map((row) => row.taxAmount))).toBe(line.taxAmount);
        });
      },
    ),
    { numRuns: 10_000 },
  );
}, 120_000);
