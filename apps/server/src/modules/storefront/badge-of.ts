/** The few figures that tell a shopper what a promotion gives. */
import type { Action } from '@tandem/domain/promotions/action.ts';
import type { BadgeView } from '@tandem/storefront/views.ts';

const byName: BadgeView = { kind: 'name' };

/** Where no short form says it truly, the promotion's name does: also for a discount that the price does not have in it. */
export function badgeOf(
  action: Action,
  { isInPrice, unitAmount }: { isInPrice: boolean; unitAmount: number },
): BadgeView {
  switch (action.kind) {
    case 'percent_off':
      return isInPrice ? { kind: 'percent', basisPoints: action.basisPoints } : byName;
    case 'amount_off':
      return isInPrice && action.per === 'unit' ? { kind: 'amount', amount: action.amount } : byName;
    case 'quantity_breaks': {
      const first = action.breaks.toSorted((a, b) => a.min - b.min)[0];
      if (first === undefined) return byName;
      const { kind } = first.reward;
      const value = first.reward.kind === 'percent' ? first.reward.basisPoints : first.reward.amount;
      return { kind: 'breaks', count: Math.ceil(first.min / 1000), reward: { kind, value } };
    }
    case 'n_for_price':
      // Three of goods that cost less than that are no offer: only together with dearer ones, which the name says.
      return action.n * unitAmount > action.amount ? { kind: 'n_for', count: action.n, amount: action.amount } : byName;
    case 'buy_get': {
      const { buy, get, reward } = action;
      if (buy.count === null || reward.kind !== 'percent') return byName;
      return { kind: 'buy_get', buy: buy.count, get: get.count, basisPoints: reward.basisPoints };
    }
    case 'nth_item':
      return action.reward.kind === 'percent'
        ? { kind: 'nth', n: action.n, basisPoints: action.reward.basisPoints }
        : byName;
    case 'gift':
      return { kind: 'gift' };
    default:
      return byName;
  }
}
