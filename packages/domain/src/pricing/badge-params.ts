/** The figures that a badge's text needs: amounts in minor units, rates in basis points, counts in pieces. */

import type { Action, Reward } from '../promotions/action.ts';
import type { Badge } from './listed-price.ts';

export function badgeParams(action: Action): Badge['params'] {
  switch (action.kind) {
    case 'percent_off':
      return { basisPoints: action.basisPoints };
    case 'amount_off':
    case 'fixed_price':
      return { amount: action.amount };
    case 'quantity_breaks': {
      const [first] = [...action.breaks].sort((a, b) => a.min - b.min);
      return first ? { count: Math.ceil(first.min / 1000), ...rewardParams(first.reward) } : {};
    }
    case 'n_for_price':
      return { n: action.n, amount: action.amount };
    case 'set':
      return { count: action.parts.reduce((sum, part) => sum + part.count, 0), ...rewardParams(action.reward) };
    case 'buy_get': {
      const { count, minAmount } = action.buy;
      const bought = count !== null ? { buyCount: count } : { minAmount: minAmount ?? 0 };
      return { ...bought, getCount: action.get.count, ...rewardParams(action.reward) };
    }
    case 'nth_item':
      return { n: action.n, ...rewardParams(action.reward) };
    case 'spend_ladder': {
      const [first] = [...action.steps].sort((a, b) => a.minAmount - b.minAmount);
      return first ? { minAmount: first.minAmount, ...rewardParams(first.reward) } : {};
    }
    case 'gift': {
      const [first] = action.steps;
      const amount = first && first.minAmount !== null ? { minAmount: first.minAmount } : {};
      const count = first && first.minCount !== null ? { minCount: first.minCount } : {};
      return { ...amount, ...count, count: first?.count ?? 0 };
    }
    case 'add_on': {
      const lowest = Math.min(...action.choices.map((choice) => choice.amount));
      return { count: action.count, per: action.per.value, amount: Number.isFinite(lowest) ? lowest : 0 };
    }
    case 'shipping':
      return rewardParams(action.reward);
  }
}

function rewardParams(reward: Reward): Record<string, number> {
  if (reward.kind === 'percent') return { basisPoints: reward.basisPoints };
  return reward.kind === 'amount' ? { amountOff: reward.amount } : { amount: reward.amount };
}
