import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refundOfUnits } from '../pricing/refund-of-units.ts';
import { type RefundableTender, splitRefund } from './refund.ts';
import type { TenderKind } from './tender-kind.ts';

function amounts(refund: number, tenders: RefundableTender[]) {
  const split = splitRefund(refund, tenders);
  return split.ok ? Object.fromEntries(split.parts.map((part) => [part.id, part.amount])) : split;
}

const byWorth = { A: 9000, B: 5400, C: 3600 };

test('B comes back first: 4.50 as points, 49.50 to the card; then A, then C', () => {
  const paid = { points: 1500, card: 16500 };
  const given = (['B', 'A', 'C'] as const).map((name) => {
    const worth = byWorth[name];
    const line = { quantity: 1000, listAmount: worth, netAmount: worth, taxAmount: 0, grossAmount: worth };
    const { grossAmount } = refundOfUnits({ ...line, allocations: [] }, [{ from: 0, quantity: 1000 }]);
    const parts = amounts(grossAmount, [
      { id: 'points', kind: 'points', refundable: paid.points },
      { id: 'card', kind: 'card', refundable: paid.card },
    ]) as typeof paid;
    paid.points -= parts.points;
    paid.card -= parts.card;
    return parts;
  });

  expect(given).toEqual([
    { points: 450, card: 4950 },
    { points: 750, card: 8250 },
    { points: 300, card: 3300 },
  ]);
  expect(paid).toEqual({ points: 0, card: 0 });
});

test('after the points, gift cards and store credit go back first, then the card with most left, cash last', () => {
  const tenders: RefundableTender[] = [
    { id: 'cash', kind: 'cash', refundable: 1000 },
    { id: 'small card', kind: 'card', refundable: 2000 },
    { id: 'large card', kind: 'card', refundable: 3000 },
    { id: 'credit', kind: 'store_credit', refundable: 400 },
    { id: 'gift card', kind: 'gift_card', refundable: 600 },
  ];

  expect(amounts(900, tenders)).toEqual({ credit: 400, 'gift card': 500 });
  expect(amounts(3500, tenders)).toEqual({ credit: 400, 'gift card': 600, 'large card': 2500 });
  expect(amounts(6500, tenders)).toEqual({
    credit: 400,
    'gift card': 600,
    'large card': 3000,
    'small card': 2000,
    cash: 500,
  });
});

test('no more cash goes back than was paid in cash', () => {
  const tenders: RefundableTender[] = [
    { id: 'cash', kind: 'cash', refundable: 1000 },
    { id: 'test', kind: 'test', refundable: 500 },
  ];

  expect(amounts(1500, tenders)).toEqual({ test: 500, cash: 1000 });
  expect(amounts(1501, tenders)).toEqual({ ok: false, code: 'refund.exceeds_paid', refundable: 1500 });
});

test('nothing goes back to nobody', () => {
  expect(splitRefund(0, [])).toEqual({ ok: true, parts: [] });
  expect(splitRefund(0, [{ id: 'cash', kind: 'cash', refundable: 100 }])).toEqual({ ok: true, parts: [] });
  expect(splitRefund(1, [])).toEqual({ ok: false, code: 'refund.exceeds_paid', refundable: 0 });
  expect(() => splitRefund(-1, [])).toThrow('a refund is never negative');
});

const kinds: TenderKind[] = ['cash', 'card', 'test', 'points', 'gift_card', 'store_credit'];
const someTenders = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), refundable: fc.nat(1_000_000) }), { minLength: 1, maxLength: 6 })
  .map((tenders) => tenders.map((tender, index) => ({ id: `tender ${index}`, ...tender })));

test('the parts make the refund exactly, and no tender gets more than it can take', () => {
  fc.assert(
    fc.property(someTenders, fc.nat(100), (tenders, percent) => {
      const refundable = tenders.reduce((sum, tender) => sum + tender.refundable, 0);
      const refund = Math.floor((refundable * percent) / 100);
      const split = splitRefund(refund, tenders);

      expect(split.ok && split.parts.reduce((sum, part) => sum + part.amount, 0)).toBe(refund);
      for (const part of split.ok ? split.parts : []) {
        const tender = tenders.find((one) => one.id === part.id);
        expect(part.amount).toBeLessThanOrEqual(tender?.refundable ?? -1);
      }
    }),
  );
});

test('refunds in any order give every tender back what it paid', () => {
  fc.assert(
    fc.property(someTenders, fc.array(fc.integer({ min: 1, max: 500_000 }), { maxLength: 6 }), (tenders, wishes) => {
      const left = new Map(tenders.map((tender) => [tender.id, tender.refundable]));
      const total = () => [...left.values()].reduce((sum, amount) => sum + amount, 0);
      for (const wish of [...wishes, Number.MAX_SAFE_INTEGER]) {
        const now = tenders.map((tender) => ({ ...tender, refundable: left.get(tender.id) ?? 0 }));
        const split = splitRefund(Math.min(wish, total()), now);
        for (const part of split.ok ? split.parts : []) left.set(part.id, (left.get(part.id) ?? 0) - part.amount);
      }

      expect([...left.values()]).toEqual(tenders.map(() => 0));
    }),
  );
});
