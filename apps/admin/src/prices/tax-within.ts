// The tax that is usually within a price, to say what is left of it.
import type { Answer } from '@tandem/contract/index.ts';

type TaxCategory = Answer<'GET /api/tax-categories'>['items'][number];

/** Parts per million of the default tax category in a region at an instant (ms), the rates added up; 0 where none counts. */
export function taxWithin(categories: readonly TaxCategory[], region: string, now: number): number {
  const rates = categories.find((one) => one.isDefault)?.rates ?? [];
  return rates
    .filter(
      (rate) =>
        rate.region === region &&
        (rate.validFrom === null || Date.parse(rate.validFrom) <= now) &&
        (rate.validUntil === null || Date.parse(rate.validUntil) > now),
    )
    .reduce((sum, rate) => sum + rate.ratePpm, 0);
}
