/** The discounts of a priced basket as people read them: those of a line beside it, those of the basket below. */
import type {
  LineAllocation,
  PricedBasket,
  PricedBasketLine,
  TakenByHand,
} from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Basket, BasketLine } from './basket.ts';
import type { LocalisedText } from './sale.ts';

/** `promotionId` null: by hand, for the reason given. Amounts are what was taken off, in minor units. */
export interface ShownDiscount {
  readonly promotionId: string | null;
  readonly name: LocalisedText | null;
  readonly code: string | null;
  readonly reason: string;
  readonly amount: number;
}

/** The name of a promotion of these rules. */
export function promotionName(rules: RuleSet, id: string): LocalisedText | null {
  return rules.promotions.find((promotion) => promotion.id === id)?.name ?? null;
}

/** Is the promotion about the whole basket, so that its shares on lines say little? */
export function isOfBasket(rules: RuleSet, promotionId: string): boolean {
  const phase = rules.promotions.find(({ id }) => id === promotionId)?.phase;
  return phase === 'order' || phase === 'coupon';
}

/** What was taken off this line for its own sake. */
export function discountsOfLine(
  line: Pick<BasketLine, 'manual'>,
  priced: Pick<PricedBasketLine, 'allocations'>,
  rules: RuleSet,
  basket: Pick<Basket, 'manual'>,
): ShownDiscount[] {
  return priced.allocations
    .filter((allocation, index) => !isBasketShare(allocation, index, line, priced.allocations, rules, basket))
    .map((allocation) => shown(allocation, rules, line.manual?.reason ?? ''));
}

/** A discount by hand on the line (by its place: 1, 2, 3; null: on the basket) of which less was left than asked for. */
export function shortByHand(priced: Pick<PricedBasket, 'byHand'>, lineId: string | null): TakenByHand | undefined {
  return priced.byHand?.find((one) => one.lineId === lineId && one.isShort);
}

/** What was taken off the basket as a whole: its promotions in the order they applied, then what was taken off by hand. */
export function discountsOfBasket(
  basket: Pick<Basket, 'lines' | 'manual'>,
  priced: Pick<PricedBasket, 'lines'>,
  rules: RuleSet,
): ShownDiscount[] {
  const sums = new Map<string | null, ShownDiscount>();
  priced.lines.forEach(({ allocations }, place) => {
    const line = basket.lines[place] ?? { manual: null };
    allocations.forEach((allocation, index) => {
      if (!isBasketShare(allocation, index, line, allocations, rules, basket)) return;
      const known = sums.get(allocation.promotionId) ?? {
        ...shown(allocation, rules, basket.manual?.reason ?? ''),
        amount: 0,
      };
      sums.set(allocation.promotionId, { ...known, amount: known.amount + allocation.amount });
    });
  });
  return [...sums.values()].sort((a, b) => Number(a.promotionId === null) - Number(b.promotionId === null));
}

/** Of two shares by hand the last is the basket's, and the one before it the line's own. */
function isBasketShare(
  allocation: LineAllocation,
  index: number,
  line: Pick<BasketLine, 'manual'>,
  all: readonly LineAllocation[],
  rules: RuleSet,
  basket: Pick<Basket, 'manual'>,
): boolean {
  if (allocation.promotionId !== null) return isOfBasket(rules, allocation.promotionId);
  if (basket.manual === null) return false;
  if (line.manual === null) return true;
  const byHand = all.filter(({ promotionId }) => promotionId === null).length;
  return byHand > 1 && index === all.length - 1;
}

function shown({ promotionId, code, amount }: LineAllocation, rules: RuleSet, reason: string): ShownDiscount {
  const name = promotionId === null ? null : promotionName(rules, promotionId);
  return { promotionId, name, code, reason: promotionId === null ? reason : '', amount };
}
