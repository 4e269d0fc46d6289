import { describe, expect, test } from 'vitest';
import { caseFiles } from './cases/all-cases.ts';
import { completeCase } from './cases/complete-case.ts';
import { priceBasket } from './price-basket.ts';

for (const [file, cases] of Object.entries(caseFiles)) {
  describe(file, () => {
    for (const one of cases) {
      test(one.name, () => {
        const { basket, ruleSet, context } = completeCase(one);
        const priced = priceBasket(basket, ruleSet, context);
        expect(priced).toMatchObject(one.expected);
        expect(priced.totals.taxAmount).toBe(priced.totals.totalAmount - priced.totals.netAmount);
        expect(one.why.length).toBeGreaterThan(5);
      });
    }
  });
}

test('there are at least 581 worked cases, and no two of one name', () => {
  const names = Object.values(caseFiles).flatMap((cases) => cases.map((one) => one.name));
  expect(names.length).toBeGreaterThanOrEqual(581);
  expect(new Set(names).size).toBe(names.length);
});
