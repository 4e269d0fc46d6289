/** What a promotion would give on a basket as it is now, before caps, floors and budgets. */

import type { Pricing } from '../pricing/pricing.ts';
import type { Candidate, Planned } from './candidate.ts';
import { planBuyGet, planNthItem } from './plan-buy-get.ts';
import {
  planAmountOff,
  planFixedPrice,
  planPercentOff,
  planQuantityBreaks,
  planSpendLadder,
} from './plan-line-action.ts';
import { planAddOn, planGift } from './plan-offer.ts';
import { planNForPrice, planSet } from './plan-set.ts';
import { planShipping } from './plan-shipping.ts';

export function planAction(pricing: Pricing, candidate: Candidate): Planned {
  const { action } = candidate.promotion.rule;
  switch (action.kind) {
    case 'percent_off':
      return planPercentOff(pricing, candidate, action);
    case 'amount_off':
      return planAmountOff(pricing, candidate, action);
    case 'fixed_price':
      return planFixedPrice(pricing, candidate, action);
    case 'quantity_breaks':
      return planQuantityBreaks(pricing, candidate, action);
    case 'n_for_price':
      return planNForPrice(pricing, candidate, action);
    case 'set':
      return planSet(pricing, candidate, action);
    case 'buy_get':
      return planBuyGet(pricing, candidate, action);
    case 'nth_item':
      return planNthItem(pricing, candidate, action);
    case 'spend_ladder':
      return planSpendLadder(pricing, candidate, action);
    case 'gift':
      return planGift(pricing, candidate, action);
    case 'add_on':
      return planAddOn(pricing, candidate, action);
    case 'shipping':
      return planShipping(pricing, candidate, action);
  }
}
