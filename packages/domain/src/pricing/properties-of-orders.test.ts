/** What holds for any order, with gifts, add-ons, shipping, codes, members, limits, lists and discounts by hand in it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../promotions/action.ts';
import { allItems } from '../promotions/item-filter.ts';
import type { Promotion } from '../promotions/promotion.ts';
import type { PricingLine } from './basket.ts';
import type { PricedBasketLine } from './priced-basket.ts';
import { nextUnits, refundOfUnits } from './refund-of-units.ts';
import { defaultPricingSettings } from './rule-set.ts';
import { isWhole, lineOf, plainPromotion, price, rulesOf, sum } from './testing/arbitrary-baskets.ts';
import { type Order, priceOrder, someOrder, withLines, withPromotions } from './testing/arbitrary-orders.ts';
import { primes, someExactPromotions } from './testing/exact-promotions.ts';

const numRuns = 10_000;
const promotionOf = ({ rules }: Order, id: string) => rules.promotions.find((one) => one.id === id) as Promotion;

test('every discount of an order is somebody’s share, and the shares sum to all totals', () => {
  fc.assert(
    fc.property(someOrder, (order) => {
      const { lines, shipping, totals, taxes, applied } = priceOrder(order);

      const given = new Map<string | null, number>();
      const note = (id: string | null, amount: number) => given.set(id, (given.get(id) ?? 0) + amount);
      for (const line of lines) {
        expect(sum(line.allocations.map((one) => one.amount))).toBe(line.discountAmount);
        expect(line.amount).toBe(line.listAmount - line.discountAmount);
        for (const { promotionId, amount, units } of line.allocations) {
          expect(sum(units.map((run) => run.count * run.perUnit))).toBe(amount);
          note(promotionId, amount);
        }
      }
      for (const { promotionId, amount } of shipping?.allocations ?? []) note(promotionId, amount);
      given.delete(null);
      expect(Object.fromEntries(given)).toEqual(
        Object.fromEntries(applied.map(({ promotionId, amount }) => [promotionId, amount])),
      );
      const parts = shipping ? [...lines, shipping] : lines;
      for (const part of parts) {
        expect(part.netAmount + part.taxAmount).toBe(part.grossAmount);
        expect(sum(part.taxes.map((tax) => tax.amount))).toBe(part.taxAmount);
      }
      expect(sum(lines.map((line) => line.discountAmount))).toBe(totals.discountAmount);
      expect(sum(parts.map((part) => part.grossAmount))).toBe(totals.totalAmount);
      expect(sum(taxes.map((tax) => tax.amount))).toBe(totals.taxAmount);
    }),
    { numRuns },
  );
}, 60_000);

test('nothing costs less than nothing or its floor, and no limit, cap or budget is passed', () => {
  fc.assert(
    fc.property(someOrder, (order) => {
      const { lines, shipping, applied, offers } = priceOrder(order);

      const isKept = order.rules.promotions.every((one) => !one.breaksFloor) && order.context.manualDiscount === null;
      lines.forEach((line, index) => {
        const own = order.basket.lines[index] as PricingLine;
        expect(line.amount).toBeGreaterThanOrEqual(0);
        expect(line.netAmount).toBeGreaterThanOrEqual(0);
        expect(line.taxAmount).toBeGreaterThanOrEqual(0);
        // A gift card may itself be the gift.
        if (own.isExcluded && own.offeredBy === null)
          expect(line.allocations.filter((one) => one.promotionId !== null)).toEqual([]);
        if (!isKept || !isWhole(own) || line.discountAmount === 0) return;
        if (own.manualDiscount !== null || own.offeredBy !== null) return;
        expect(line.amount).toBeGreaterThanOrEqual(((own.floorUnitAmount ?? 0) * own.quantity) / 1000);
      });
      expect(shipping?.amount ?? 0).toBeGreaterThanOrEqual(0);
      for (const { promotionId, amount, pieces, times } of applied) {
        const { limits } = promotionOf(order, promotionId);
        const used = order.context.usage[promotionId] ?? {
          uses: 0,
          usesByMember: 0,
          usesToday: 0,
          pieces: 0,
          amount: 0,
        };
        expect(amount).toBeLessThanOrEqual(limits.maxAmountPerOrder ?? amount);
        expect(amount + used.amount).toBeLessThanOrEqual(limits.budgetAmount ?? amount + used.amount);
        expect(pieces + used.pieces).toBeLessThanOrEqual(limits.pieces ?? pieces + used.pieces);
        expect(times).toBeLessThanOrEqual(limits.usesPerOrder ?? times);
        expect(times + used.uses).toBeLessThanOrEqual(limits.uses ?? times + used.uses);
        expect(times + used.usesToday).toBeLessThanOrEqual(limits.usesPerDay ?? times + used.usesToday);
        expect(times + used.usesByMember).toBeLessThanOrEqual(limits.usesPerMember ?? times + used.usesByMember);
        expect(limits.usesPerMember === null || order.context.member !== null).toBe(true);
      }
      for (const offer of offers) expect(offer.count).toBeGreaterThan(0);
    }),
    { numRuns },
  );
}, 60_000);

test('a gift card in the basket changes nothing for the goods', () => {
  fc.assert(
    fc.property(someOrder, fc.nat(50_000), fc.nat(5), (order, amount, at) => {
      const card = { ...lineOf('card', amount, 1000, 'c0', [], null), isExcluded: true };
      const { lines } = order.basket;
      const place = at % (lines.length + 1);
      const wider = [...lines.slice(0, place), card, ...lines.slice(place)];

      const without = priceOrder(order);
      const beside = priceOrder(withLines(order, wider));
      const rest = beside.lines.filter((line) => line.id !== 'card');
      expect(rest.map((line) => line.allocations)).toEqual(without.lines.map((line) => line.allocations));
      expect(beside.applied).toEqual(without.applied);
      expect(beside.offers).toEqual(without.offers);
      expect(beside.shipping?.amount).toBe(without.shipping?.amount);
    }),
    { numRuns },
  );
}, 60_000);

test('goods that no promotion means change nothing for the others', () => {
  fc.assert(
    fc.property(someOrder, fc.nat(50_000), fc.integer({ min: 1, max: 5 }), (order, amount, count) => {
      // What is about all goods means these, too, as a spend condition may; and all of a basket shares what is taken off it.
      const elsewhere = { ...allItems, categories: ['c0', 'c1', 'c2'] };
      const promotions = JSON.parse(JSON.stringify(order.rules.promotions), (key, value) =>
        key === 'items' && value.categories === null ? elsewhere : value,
      ) as Promotion[];
      const narrow = { ...withPromotions(order, promotions), context: { ...order.context, manualDiscount: null } };
      const other = lineOf('other', amount, count * 1000, 'elsewhere', [], null);

      const without = priceOrder(narrow);
      const beside = priceOrder(withLines(narrow, [...order.basket.lines, other]));
      expect(beside.lines.at(-1)?.discountAmount).toBe(0);
      expect(beside.lines.slice(0, -1).map((line) => line.allocations)).toEqual(
        without.lines.map((line) => line.allocations),
      );
      expect({ ...beside.applied }).toEqual({ ...without.applied });
      expect(beside.refused).toEqual(without.refused);
    }),
    { numRuns },
  );
}, 60_000);

test('what is taken off by hand changes no promotion, and what is paid falls by just that', () => {
  fc.assert(
    fc.property(someOrder, (order) => {
      const nothing = { reward: { kind: 'percent', basisPoints: 0 }, reason: '' } as const;
      const untouched = order.basket.lines.map((line) => ({
        ...line,
        manualDiscount: line.manualDiscount && nothing,
      }));
      const without = priceOrder({
        ...withLines(order, untouched),
        context: { ...order.context, manualDiscount: null },
      });
      const priced = priceOrder(order);

      const given = (line: PricedBasketLine) => line.allocations.filter((one) => one.promotionId !== null);
      expect(priced.lines.map(given)).toEqual(without.lines.map(given));
      const { applied, refused, offers } = without;
      expect(priced).toMatchObject({ applied, refused, offers });
      const taken = sum((priced.byHand ?? []).map((one) => one.amount));
      expect(sum(priced.lines.map((line) => line.amount))).toBe(sum(without.lines.map((line) => line.amount)) - taken);
      for (const { baseAmount, amount, isShort } of priced.byHand ?? []) {
        expect(amount).toBeLessThanOrEqual(baseAmount);
        expect(isShort || amount > 0).toBe(true);
      }
    }),
    { numRuns },
  );
}, 60_000);

test('splitting a line of an order changes nothing', () => {
  fc.assert(
    fc.property(someOrder, fc.nat(), (order, at) => {
      const { lines } = order.basket;
      const place = at % lines.length;
      const line = lines[place] as PricingLine;
      fc.pre(isWhole(line) && line.quantity > 1000 && line.manualDiscount === null);
      const first = 1000 * (1 + (at % (line.quantity / 1000 - 1)));
      const split = [...lines, { ...line, id: 'second', quantity: line.quantity - first }];
      split[place] = { ...line, quantity: first };

      const whole = priceOrder(order);
      const parts = priceOrder(withLines(order, split));
      expect(parts.totals).toEqual(whole.totals);
      expect(parts.applied).toEqual(whole.applied);
      expect(parts.refused).toEqual(whole.refused);
      expect(parts.offers).toEqual(whole.offers);
    }),
    { numRuns },
  );
}, 60_000);

test('one more promotion of any kind never makes the best choice worse', () => {
  fc.assert(
    fc.property(someOrder, (order) => {
      const rivals = order.rules.promotions.map((one) => ({ ...one, exclusive: 'all' as const }));
      const settings = { ...order.rules.settings, exclusiveChoice: 'best_for_shopper' as const };
      // Goods that wait for a promotion are not touched by another: whether it is there matters to them.
      const lines = order.basket.lines.map((line) => ({ ...line, offeredBy: null }));
      const left = (promotions: readonly Promotion[]) => {
        const priced = priceOrder({ ...withLines(order, lines), rules: { ...order.rules, settings, promotions } });
        expect(priced.applied.length).toBeLessThanOrEqual(1);
        // The choice is made before anything is taken off by hand.
        const byHand = sum((priced.byHand ?? []).map((one) => one.amount));
        return sum(priced.lines.map((line) => line.amount)) + (priced.shipping?.amount ?? 0) + byHand;
      };
      expect(left(rivals)).toBeLessThanOrEqual(left(rivals.slice(1)));
    }),
    { numRuns },
  );
}, 60_000);

test('all of an order returned in portions is a refund of everything', () => {
  fc.assert(
    fc.property(
      someOrder,
      fc.array(fc.integer({ min: 300, max: 2500 }), { minLength: 1, maxLength: 3 }),
      (order, some) => {
        priceOrder(order).lines.forEach((line, index) => {
          const frozen = { ...line, quantity: (order.basket.lines[index] as PricingLine).quantity };
          const returned: { from: number; quantity: number }[] = [];
          const shares = [];
          for (let left = frozen.quantity, at = 0; left > 0; at += 1) {
            const quantity = Math.min(left, some[at % some.length] ?? 1);
            const runs = nextUnits(frozen, returned, quantity);
            shares.push(refundOfUnits(frozen, runs));
            returned.push(...runs);
            left -= quantity;
          }
          expect(sum(shares.map((share) => share.grossAmount))).toBe(line.grossAmount);
          expect(sum(shares.map((share) => share.taxAmount))).toBe(line.taxAmount);
          expect(sum(shares.map((share) => share.netAmount))).toBe(line.netAmount);
        });
      },
    ),
    { numRuns },
  );
}, 60_000);

test('the order of the lines does not matter to what several promotions give together', () => {
  const someGoods = fc.uniqueArray(fc.constantFrom(...primes), { minLength: 1, maxLength: 6 });
  const someDetails = fc.infiniteStream(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(2), fc.nat()));
  fc.assert(
    fc.property(someGoods, someDetails, someExactPromotions, (goods, details, promotions) => {
      const all = goods.map((prime) => {
        const [count, category, key] = details.next().value as [number, number, number];
        return { key, line: lineOf(`v${prime}`, prime * 1_000_000, count * 1000, `c${category}`, [], null) };
      });
      const rules = rulesOf(promotions, defaultPricingSettings, true);
      const there = price(
        all.map(({ line }) => line),
        rules,
      );
      const shuffled = [...all].sort((a, b) => a.key - b.key);
      const back = price(
        shuffled.map(({ line }) => line),
        rules,
      );
      expect(back.totals).toEqual(there.totals);
      expect(back.applied).toEqual(there.applied);
      const byId = (lines: typeof there.lines) => [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId(back.lines)).toEqual(byId(there.lines));
    }),
    { numRuns },
  );
}, 60_000);

test('several percentages and amounts with tax on top cost the same as with tax inside', () => {
  const rates = [{ id: 'vat', name: 'VAT', ratePpm: 200_000 }];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 3 }),
      (goods, offs) => {
        // Six fifths of every amount, and enough zeros that three twentieths of each other leave nothing to round.
        const at = (factor: number, isGross: boolean) => {
          const lines = goods.map(([amount, count], index) =>
            lineOf(`v${index}`, amount * 1_000_000 * factor, count * 1000, 'c0', rates, null),
          );
          const promotions = offs.map(([isPercent, twentieths], index): Promotion => {
            const reach = { items: allItems, units: { which: 'all' as const } };
            const action: Action = isPercent
              ? { kind: 'percent_off', basisPoints: twentieths * 500, ...reach }
              : { kind: 'amount_off', amount: twentieths * 100_000_000 * factor, per: 'unit', ...reach };
            return { ...plainPromotion, id: `p${index}`, phase: 'order', action };
          });
          return price(lines, rulesOf(promotions, defaultPricingSettings, isGross)).totals;
        };
        const { netAmount, taxAmount, totalAmount } = at(5, false);
        expect(at(6, true)).toMatchObject({ netAmount, taxAmount, totalAmount });
      },
    ),
    { numRuns },
  );
}, 60_000);
