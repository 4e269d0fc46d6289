/** How long the pricing engine takes, in this Node and in the browser that the tests use. */
import { join } from 'node:path';
import { type Figure, figure } from './figure.ts';
import { runInBrowser } from './in-browser.ts';
import { measurePricing, type PricingTimes } from './pricing-workload.ts';

const rounds = 4000;
/** Milliseconds: what shoppers and cashiers are promised. */
const limits = { p50: 0.3, p99: 2, list: 100 };

export async function benchPricing(): Promise<Figure[]> {
  const workload = join(import.meta.dirname, 'pricing-workload.ts');
  const here = figuresOf(measurePricing(rounds), '');
  const inBrowser = await runInBrowser<PricingTimes>(workload, `bundle.measurePricing(${rounds})`);
  return [...here, ...figuresOf(inBrowser, '.browser')];
}

function figuresOf(times: PricingTimes, where: string): Figure[] {
  return [
    figure(`pricing.basket20${where}.p50`, times.basketP50, 'ms', limits.p50),
    figure(`pricing.basket20${where}.p99`, times.basketP99, 'ms', limits.p99),
    figure(`pricing.list10k${where}`, times.list, 'ms', limits.list),
  ];
}
