import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settleTenders } from './change.ts';

test('128.00 paid with a hundred and a fifty gives 22.00 back', () => {
  expect(
    settleTenders(
      12800,
      [
        { kind: 'cash', amount: 10000 },
        { kind: 'cash', amount: 5000 },
      ],
      10,
    ),
  ).toEqual({
    ok: true,
    change: 2200,
    cashRounding: 0,
  });
});

test('cash is rounded to the coin, and what that costs is its own figure', () => {
  expect(settleTenders(12996, [{ kind: 'cash', amount: 13000 }], 10)).toEqual({ ok: true, change: 0, cashRounding: 4 });
  expect(settleTenders(12994, [{ kind: 'cash', amount: 13000 }], 10)).toEqual({
    ok: true,
    change: 10,
    cashRounding: -4,
  });
  expect(settleTenders(12995, [{ kind: 'cash', amount: 13000 }], 10)).toEqual({ ok: true, change: 0, cashRounding: 5 });
});

test('a card pays to the cent', () => {
  expect(settleTenders(12996, [{ kind: 'card', amount: 12996 }], 10)).toEqual({ ok: true, change: 0, cashRounding: 0 });
});

test('with a card and cash only the cash share is rounded', () => {
  const tenders = [{ kind: 'card', amount: 5003 } as const, { kind: 'cash', amount: 8000 } as const];

  expect(settleTenders(12996, tenders, 10)).toEqual({ ok: true, change: 10, cashRounding: -3 });
});

test('when too little is given, what is missing is said', () => {
  expect(settleTenders(12996, [{ kind: 'cash', amount: 12000 }], 10)).toEqual({
    ok: false,
    code: 'tender.short',
    missing: 1000,
  });
  expect(settleTenders(12996, [{ kind: 'card', amount: 12990 }], 10)).toEqual({
    ok: false,
    code: 'tender.short',
    missing: 6,
  });
  expect(settleTenders(100, [], 10)).toEqual({ ok: false, code: 'tender.short', missing: 100 });
});

test('change comes out of the drawer for cash only, never for a card', () => {
  expect(settleTenders(5000, [{ kind: 'card', amount: 6000 }], 10)).toEqual({
    ok: false,
    code: 'tender.card_over',
    over: 1000,
  });
  expect(
    settleTenders(
      5000,
      [
        { kind: 'gift_card', amount: 5001 },
        { kind: 'cash', amount: 100 },
      ],
      10,
    ),
  ).toEqual({
    ok: false,
    code: 'tender.card_over',
    over: 1,
  });
});

test('a basket that costs nothing needs no tender', () => {
  expect(settleTenders(0, [], 10)).toEqual({ ok: true, change: 0, cashRounding: 0 });
});

test('money paid out is the mirror of money taken in', () => {
  expect(settleTenders(-12996, [{ kind: 'cash', amount: -13000 }], 10)).toEqual({
    ok: true,
    change: 0,
    cashRounding: -4,
  });
  expect(settleTenders(-5000, [{ kind: 'card', amount: -6000 }], 10)).toEqual({
    ok: false,
    code: 'tender.card_over',
    over: -1000,
  });
  expect(settleTenders(-5000, [], 10)).toEqual({ ok: false, code: 'tender.short', missing: -5000 });
  expect(() => settleTenders(5000, [{ kind: 'cash', amount: -1 }], 10)).toThrow('a tender has the sign of the total');
});

test('tenders less change are always the total and its rounding, which is at most half a coin', () => {
  const tender = fc.record({ kind: fc.constantFrom('cash' as const, 'card' as const), amount: fc.nat(1_000_000) });
  const step = fc.constantFrom(1, 5, 10, 50, 100);

  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(tender, { maxLength: 4 }), step, (total, tenders, cashStep) => {
      const settled = settleTenders(total, tenders, cashStep);
      fc.pre(settled.ok);
      const given = tenders.reduce((sum, one) => sum + one.amount, 0);

      expect(given - settled.change).toBe(total + settled.cashRounding);
      expect(Math.abs(settled.cashRounding) * 2).toBeLessThanOrEqual(cashStep);
      expect(settled.change).toBeGreaterThanOrEqual(0);
    }),
  );
});
