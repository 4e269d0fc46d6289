/** The hash of every worked case, as this machine prices it. */

import { priceBasket } from '../price-basket.ts';
import { caseFiles } from './all-cases.ts';
import { completeCase } from './complete-case.ts';

/** By the name of the case. */
export function hashesOfCases(): Record<string, string> {
  const cases = Object.values(caseFiles).flat();
  return Object.fromEntries(
    cases.map((one) => {
      const { basket, ruleSet, context } = completeCase(one);
      return [one.name, priceBasket(basket, ruleSet, context).hash];
    }),
  );
}
