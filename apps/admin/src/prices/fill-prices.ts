// Prices by a rule: so much off the base price, or so much above the cost, at the ending that the merchant likes.
import { changePrice, type PriceEnding, priceMax, toEnding } from '@tandem/domain/money/change-price.ts';
import { parseDecimal } from '@tandem/domain/money/parse.ts';
import { multiplyRounded } from '@tandem/domain/money/round.ts';
import { parseAmount } from '../parts/amount-text.ts';
import type { SheetRow } from './sheet-rows.ts';

/** `percent` in parts per million of the base price, negative to lower; `markup` in parts per million of the cost. */
export type FillRule = { readonly ending: PriceEnding | null } & (
  | { readonly kind: 'percent'; readonly ppm: number }
  | { readonly kind: 'markup'; readonly ppm: number }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'set'; readonly amount: number }
);

/** The price of the row in minor units; null where there is none: no base price or cost to start from, or below zero. */
export function filledPrice(row: SheetRow, rule: FillRule): number | null {
  if (rule.kind === 'markup') {
    if (row.costAmount === null) return null;
    const raw = multiplyRounded(row.costAmount, 1_000_000 + rule.ppm, 1_000_000);
    if (raw < 0) return null;
    return rule.ending === null ? raw : toEnding(raw, rule.ending);
  }
  if (row.baseAmount === null) return null;
  const change = { kind: rule.kind, value: rule.kind === 'percent' ? rule.ppm : rule.amount };
  const price = changePrice(row.baseAmount, change, rule.ending);
  return typeof price === 'number' ? price : null;
}

/** Endings to choose from, in a currency with so many decimals: none, .90, .99, whole, and whole tens. */
export function endingsOf(digits: number): { readonly key: string; readonly ending: PriceEnding | null }[] {
  const unit = 10 ** digits;
  return [
    { key: 'none', ending: null },
    ...(digits >= 2
      ? [
          { key: '.90', ending: { step: unit, rest: (unit * 9) / 10 } },
          { key: '.99', ending: { step: unit, rest: (unit * 99) / 100 } },
          { key: '.00', ending: { step: unit, rest: 0 } },
        ]
      : []),
    { key: '0 / 5', ending: { step: 5 * unit, rest: 0 } },
    { key: '8', ending: { step: 10 * unit, rest: 8 * unit } },
    { key: '9', ending: { step: 10 * unit, rest: 9 * unit } },
    { key: '0', ending: { step: 10 * unit, rest: 0 } },
  ];
}

/** The rule in what was typed; undefined for what is no number or no amount. A minus may stand before it, of any kind. */
export function ruleOf(
  kind: FillRule['kind'],
  typed: string,
  ending: PriceEnding | null,
  currency: string,
): FillRule | undefined {
  const isLess = /^\s*[-−–]/.test(typed);
  const plain = typed.replace(/^\s*[-−–+]\s*/, '').replace(/%\s*$/, '');
  if (kind === 'percent' || kind === 'markup') {
    const ppm = parseDecimal(plain.trim().replace(',', '.'), 4);
    if (ppm === undefined || ppm < 0 || ppm > 100_000_000) return undefined;
    return { kind, ppm: isLess ? -ppm : ppm, ending };
  }
  const amount = parseAmount(plain, currency);
  if (amount === undefined || amount > priceMax) return undefined;
  return kind === 'set' && isLess ? undefined : { kind, amount: isLess ? -amount : amount, ending };
}
