import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../promotions/action.ts';
import { allItems } from '../promotions/item-filter.ts';
import type { Promotion } from '../promotions/promotion.ts';
import type { PricingLine } from './basket.ts';
import { nextUnits, type QuantityRun, refundOfUnits } from './refund-of-units.ts';
import { defaultPricingSettings } from './rule-set.ts';
import {
  isWhole,
  lineOf,
  plainPromotion,
  price,
  rulesOf,
  someLines,
  somePieces,
  somePromotion,
  somePromotions,
  someSettings,
  sum,
} from './testing/arbitrary-baskets.ts';

const numRuns = 10_000;

test('allocations sum to the discounts, lines to the totals, and what was applied to what was taken off', () => {
  fc.assert(
    fc.property(someLines(), somePromotions(4), someSettings, fc.boolean(), (lines, promotions, settings, isGross) => {
      const priced = price(lines, rulesOf(promotions, settings, isGross));

      for (const line of priced.lines) {
        expect(sum(line.allocations.map((one) => one.amount))).toBe(line.discountAmount);
        expect(line.netAmount + line.taxAmount).toBe(line.grossAmount);
        expect(sum(line.taxes.map((tax) => tax.amount))).toBe(line.taxAmount);
        for (const { units, amount } of line.allocations) {
          expect(sum(units.map((run) => run.count * run.perUnit))).toBe(amount);
        }
      }
      expect(sum(priced.applied.map((one) => one.amount))).toBe(priced.totals.discountAmount);
      expect(sum(priced.lines.map((line) => line.grossAmount))).toBe(priced.totals.totalAmount);
      expect(sum(priced.taxes.map((tax) => tax.amount))).toBe(priced.totals.taxAmount);
    }),
    { numRuns },
  );
}, 60_000);

test('no line below zero or its floor, no cap passed, no budget spent twice', () => {
  fc.assert(
    fc.property(someLines(), somePromotions(4), someSettings, (lines, promotions, settings) => {
      const priced = price(lines, rulesOf(promotions, settings, true));

      const isKept = promotions.every((one) => !one.breaksFloor);
      priced.lines.forEach((line, index) => {
        const own = lines[index] as PricingLine;
        expect(line.amount).toBeGreaterThanOrEqual(0);
        expect(line.taxAmount).toBeGreaterThanOrEqual(0);
        if (!isKept || !isWhole(own) || line.discountAmount === 0) return;
        expect(line.amount).toBeGreaterThanOrEqual(((own.floorUnitAmount ?? 0) * own.quantity) / 1000);
      });
      for (const { promotionId, amount, pieces } of priced.applied) {
        const { limits } = promotions.find((one) => one.id === promotionId) as Promotion;
        expect(amount).toBeLessThanOrEqual(limits.maxAmountPerOrder ?? amount);
        expect(amount).toBeLessThanOrEqual(limits.budgetAmount ?? amount);
        expect(pieces).toBeLessThanOrEqual(limits.pieces ?? pieces);
      }
    }),
    { numRuns },
  );
}, 60_000);

test('the order of the lines does not matter to what one promotion gives', () => {
  // Between equal units the first line is taken, which only shows where lines differ in floor or round an odd cent; so
  // prices and amounts are such that no percentage has to be rounded.
  const tenThousands = fc.integer({ min: 0, max: 30 }).map((amount) => amount * 10_000);
  const lines = someLines(somePieces, tenThousands).map((all) =>
    all.map((line) => ({ ...line, floorUnitAmount: null })),
  );
  const ordered = somePromotion.filter(({ action, limits }) => {
    if (action.kind === 'n_for_price') return action.fill === 'dearest_first';
    const isByLine = 'per' in action ? action.per === 'line' : action.kind === 'quantity_breaks';
    return !isByLine || (limits.pieces === null && (!('units' in action) || action.units.which === 'all'));
  });
  fc.assert(
    fc.property(lines, ordered, fc.infiniteStream(fc.nat()), (all, promotion, keys) => {
      const shuffled = all.map((line) => ({ line, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
      const rules = rulesOf([promotion], defaultPricingSettings, true);

      const there = price(all, rules).totals.discountAmount;
      const back = price(
        shuffled.map(({ line }) => line),
        rules,
      ).totals.discountAmount;
      expect(back).toBe(there);
    }),
    { numRuns },
  );
}, 60_000);

test('splitting a line into two changes nothing', () => {
  fc.assert(
    fc.property(
      someLines(somePieces),
      somePromotions(3),
      someSettings,
      fc.boolean(),
      fc.nat(),
      (lines, promotions, settings, isGross, at) => {
        const place = at % lines.length;
        const line = lines[place] as PricingLine;
        fc.pre(line.quantity > 1000);
        const first = 1000 * (1 + (at % (line.quantity / 1000 - 1)));
        const split = [...lines, { ...line, id: 'second', quantity: line.quantity - first }];
        split[place] = { ...line, quantity: first };
        const rules = rulesOf(promotions, settings, isGross);

        const whole = price(lines, rules);
        const parts = price(split, rules);
        expect(parts.totals).toEqual(whole.totals);
        expect(parts.applied).toEqual(whole.applied);
        expect(parts.refused).toEqual(whole.refused);
      },
    ),
    { numRuns },
  );
}, 60_000);

test('one more promotion to choose from never makes the best choice worse', () => {
  fc.assert(
    fc.property(someLines(), somePromotions(5), (lines, promotions) => {
      const rivals = promotions.map((one) => ({ ...one, exclusive: 'all' as const }));

      const fewer = price(lines, rulesOf(rivals.slice(1), defaultPricingSettings, true));
      const more = price(lines, rulesOf(rivals, defaultPricingSettings, true));
      expect(more.totals.totalAmount).toBeLessThanOrEqual(fewer.totals.totalAmount);
      expect(more.applied.length).toBeLessThanOrEqual(1);
    }),
    { numRuns },
  );
}, 60_000);

test('a limit of pieces that nothing reaches changes nothing', () => {
  // Promotions without such a limit may go straight to the stacks; with it they are planned first.
  const limit = (promotions: readonly Promotion[]) =>
    promotions.map((one) => ({ ...one, limits: { ...one.limits, pieces: one.limits.pieces ?? 1_000_000 } }));
  fc.assert(
    fc.property(someLines(), somePromotions(4), someSettings, fc.boolean(), (lines, promotions, settings, isGross) => {
      const plain = price(lines, rulesOf(promotions, settings, isGross));
      const limited = price(lines, rulesOf(limit(promotions), settings, isGross));
      expect(limited.hash).toBe(plain.hash);
    }),
    { numRuns },
  );
}, 60_000);

test('all units returned in any order and portions are a refund of everything, and no share is negative', () => {
  fc.assert(
    fc.property(
      someLines(somePieces),
      somePromotions(3),
      someSettings,
      fc.array(fc.integer({ min: 1, max: 2500 }), { minLength: 1, maxLength: 4 }),
      (lines, promotions, settings, portions) => {
        const priced = price(lines, rulesOf(promotions, settings, true));
        priced.lines.forEach((line, index) => {
          const frozen = { ...line, quantity: (lines[index] as PricingLine).quantity };
          // Every other portion from the end, then what is left in the order of the line.
          const returns: QuantityRun[][] = [];
          let end = frozen.quantity;
          for (let at = 0; end > 0; at += 1) {
            const quantity = Math.min(end, portions[at % portions.length] ?? 1);
            end -= quantity;
            if (at % 2 === 0) returns.push([{ from: end, quantity }]);
          }
          const rest = frozen.quantity - sum(returns.flat().map((run) => run.quantity));
          returns.push(nextUnits(frozen, returns.flat(), rest));
          const shares = returns.map((runs) => refundOfUnits(frozen, runs));

          expect(sum(shares.map((share) => share.grossAmount))).toBe(line.grossAmount);
          expect(sum(shares.map((share) => share.taxAmount))).toBe(line.taxAmount);
          expect(sum(shares.map((share) => share.netAmount))).toBe(line.netAmount);
          for (const share of shares) expect(Math.min(...Object.values(share))).toBeGreaterThanOrEqual(0);
        });
      },
    ),
    { numRuns },
  );
}, 60_000);

test('no net is below zero, however small the amounts that several taxes are shared over', () => {
  const rates = [
    { id: 'gst', name: 'GST', ratePpm: 50_000 },
    { id: 'qst', name: 'QST', ratePpm: 99_750 },
    { id: 'eco', name: 'Eco', ratePpm: 200_000 },
  ];
  const someTiny = fc.record({ goods: fc.constantFrom('a', 'b', 'c'), amount: fc.nat(3), count: fc.nat(3) });
  fc.assert(
    fc.property(
      fc.array(someTiny, { minLength: 1, maxLength: 25 }),
      fc.nat(2),
      someSettings,
      (tiny, first, settings) => {
        const lines = tiny.map(({ goods, amount, count }, index) => ({
          ...lineOf(`${index}`, amount, 1000 * (count + 1), 'c0', rates.slice(first), null),
          ...{ variantId: goods, productId: goods },
        }));
        const priced = price(lines, rulesOf([], settings, true));
        for (const { netAmount, taxAmount, grossAmount, amount, taxes } of priced.lines) {
          expect(Math.min(netAmount, taxAmount, ...taxes.map((tax) => tax.amount))).toBeGreaterThanOrEqual(0);
          expect(netAmount + taxAmount).toBe(grossAmount);
          expect(grossAmount).toBe(amount);
        }
      },
    ),
    { numRuns },
  );
}, 60_000);

test('prices with tax on top, written as prices with tax inside, cost the same', () => {
  const rates = [{ id: 'vat', name: 'VAT', ratePpm: 200_000 }];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 20 }),
      (goods, twentieths) => {
        // Whole multiples, so that no rounding stands between the two ways to write a price.
        const at = (factor: number) =>
          goods.map(([amount, count], index) =>
            lineOf(`v${index}`, amount * 100 * factor, count * 1000, 'c0', rates, null),
          );
        const off: Action = {
          kind: 'percent_off',
          basisPoints: twentieths * 500,
          items: allItems,
          units: { which: 'all' },
        };
        const promotions: Promotion[] = [{ ...plainPromotion, phase: 'order', action: off }];
        const onTop = price(at(5), rulesOf(promotions, defaultPricingSettings, false));
        const inside = price(at(6), rulesOf(promotions, defaultPricingSettings, true));
        expect(inside.totals.totalAmount).toBe(onTop.totals.totalAmount);
        expect(inside.totals.taxAmount).toBe(onTop.totals.taxAmount);
        expect(inside.totals.netAmount).toBe(onTop.totals.netAmount);
      },
    ),
    { numRuns },
  );
}, 60_000);

test('the same basket gives the same hash, and another price another hash', () => {
  fc.assert(
    fc.property(someLines(), somePromotions(3), someSettings, (lines, promotions, settings) => {
      const rules = rulesOf(promotions, settings, true);
      const copy = structuredCloneOf(rules);
      const first = price(lines, rules);

      expect(price(structuredCloneOf(lines), copy).hash).toBe(first.hash);
      const dearer = lines.map((line) => ({
        ...line,
        prices: { ...line.prices, baseAmount: line.prices.baseAmount + 1000 },
      }));
      expect(price(dearer, rules).hash).not.toBe(first.hash);
    }),
    { numRuns },
  );
}, 60_000);

function structuredCloneOf<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
