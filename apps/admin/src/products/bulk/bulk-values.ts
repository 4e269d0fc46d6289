// What a bulk edit is asked for, and the commands that it becomes.
import type { Body } from '@tandem/contract/index.ts';
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { parseAmount } from '../../parts/amount-text.ts';

export type ProductEdit = Omit<Body<'POST /api/product-edits'>, 'productIds'>;
export type PriceRule = Omit<Body<'POST /api/price-changes'>, 'variantIds'>;
export type PriceKind = 'set' | 'raiseShare' | 'lowerShare' | 'raise' | 'lower';

export interface BulkValues {
  readonly status: 'active' | 'draft' | 'archived' | null;
  /** '' takes products out of their category. */
  readonly categoryId: string | null;
  readonly brand: string;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  /** Shown or hidden, by channel; what is not named stays. */
  readonly channels: Readonly<Record<string, 'show' | 'hide'>>;
  readonly priceKind: PriceKind | null;
  readonly priceValue: string;
  readonly ending: string;
}

export const noChange: BulkValues = {
  status: null,
  categoryId: null,
  brand: '',
  addTags: [],
  removeTags: [],
  channels: {},
  priceKind: null,
  priceValue: '',
  ending: '',
};

/** What of the products is to be changed; undefined for nothing. */
export function productEdit(values: BulkValues): ProductEdit | undefined {
  const { status, categoryId, brand, addTags, removeTags } = values;
  const channelsThat = (act: 'show' | 'hide') =>
    Object.entries(values.channels).flatMap(([id, chosen]) => (chosen === act ? [id] : []));
  const publishIn = channelsThat('show');
  const unpublishFrom = channelsThat('hide');
  const edit: ProductEdit = {
    ...(status ? { status } : {}),
    ...(categoryId === null ? {} : { categoryId: categoryId === '' ? null : categoryId }),
    ...(brand.trim() ? { brand: brand.trim() } : {}),
    ...(addTags.length > 0 ? { addTags: [...addTags] } : {}),
    ...(removeTags.length > 0 ? { removeTags: [...removeTags] } : {}),
    ...(publishIn.length > 0 ? { publishIn } : {}),
    ...(unpublishFrom.length > 0 ? { unpublishFrom } : {}),
  };
  return Object.keys(edit).length > 0 ? edit : undefined;
}

/** The rule for prices: undefined for none, or the field that cannot be read. */
export function priceRule(values: BulkValues, currency: string): PriceRule | 'priceValue' | 'ending' | undefined {
  const { priceKind } = values;
  if (priceKind === null) return undefined;
  const isShare = priceKind === 'raiseShare' || priceKind === 'lowerShare';
  const value = isShare ? parseShare(values.priceValue) : parseAmount(values.priceValue, currency);
  if (value === undefined) return 'priceValue';
  const ending = values.ending.trim() === '' ? null : parseEnding(values.ending, currency);
  if (ending === undefined) return 'ending';
  const isLower = priceKind === 'lower' || priceKind === 'lowerShare';
  return {
    change: { kind: priceKind === 'set' ? 'set' : isShare ? 'percent' : 'amount', value: isLower ? 0 - value : value },
    ...(ending === null ? {} : { ending }),
  };
}

/** Parts per million of what was typed: "12.5" or "12,5 %" is 125000. */
export function parseShare(typed: string): number | undefined {
  const plain = typed.replace('%', '').replace(',', '.').trim();
  return /^\d{1,4}(\.\d{1,4})?$/.test(plain) ? Math.round(Number(plain) * 10_000) : undefined;
}

/**
 * The ending as it is typed: ".90" is any price that ends so, "8" any whole price with an 8 last, "9.90" both. Undefined
 * for what no price of the currency ends in.
 */
export function parseEnding(typed: string, currency: string): PriceRule['ending'] | undefined {
  const digits = currencyDigits(currency);
  const found = /^(\d{0,5})(?:[.,](\d{1,4}))?$/.exec(typed.trim());
  const [, whole = '', part = ''] = found ?? [];
  if (!found || whole + part === '' || part.length > digits) return undefined;
  const unit = 10 ** digits;
  return { step: unit * 10 ** whole.length, rest: Number(whole || 0) * unit + Number(part.padEnd(digits, '0') || 0) };
}
