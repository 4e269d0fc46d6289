/** The shape of the demo merchant's goods, and how a row of a category becomes a product. */
import type { IllustrationKind, PaletteName } from '../illustrations/index.ts';

/** A text in both languages of the demo merchant. */
export interface Words {
  readonly en: string;
  readonly 'zh-Hant': string;
}

export interface DemoOptionValue {
  readonly code: string;
  readonly name: Words;
  /** Colour of the swatch, #rrggbb. */
  readonly swatch?: string;
  /** How much more this choice costs than the product's price, in percent. */
  readonly dearerPercent?: number;
}

export interface DemoOption {
  readonly name: Words;
  readonly values: readonly DemoOptionValue[];
}

export interface DemoProduct {
  readonly handle: string;
  readonly category: DemoCategoryHandle;
  readonly name: Words;
  readonly description: Words;
  readonly brand: string;
  readonly tags: readonly string[];
  readonly options: readonly DemoOption[];
  /** Cents of Hong Kong. */
  readonly price: number;
  /** The price before, in cents. */
  readonly compareAt?: number;
  /** What a piece costs the merchant, in cents. */
  readonly cost: number;
  /** From 1 (sold now and then) to 100 (the best seller): the weight of the product in a basket. */
  readonly popularity: number;
  readonly picture: { readonly kind: IllustrationKind; readonly palette: PaletteName };
  /** Of a bundle: the products without options that it is made of. */
  readonly contents?: readonly { readonly handle: string; readonly pieces: number }[];
}

export type DemoCategoryHandle =
  | 'apparel'
  | 'shoes-bags'
  | 'home'
  | 'kitchen'
  | 'stationery'
  | 'beauty'
  | 'food'
  | 'kids-gifts';

interface Row {
  readonly en: string;
  readonly zh: string;
  readonly tags: readonly string[];
  readonly money: { readonly price: number; readonly cost: number; readonly compareAt?: number };
  readonly popularity: number;
  readonly options?: readonly DemoOption[];
  readonly picture: DemoProduct['picture'];
}

type Goods = Omit<DemoProduct, 'category' | 'brand'>;

/** One product as a short row: handle, both names, and the rest. */
export function goods(handle: string, english: string, chinese: string, row: Row): Goods {
  return {
    handle,
    name: { en: english, 'zh-Hant': chinese },
    description: { en: row.en, 'zh-Hant': row.zh },
    tags: row.tags,
    options: row.options ?? [],
    ...row.money,
    popularity: row.popularity,
    picture: row.picture,
  };
}

/** The rows of one category as products of one brand. */
export function inCategory(category: DemoCategoryHandle, brand: string, rows: readonly Goods[]): DemoProduct[] {
  return rows.map((row) => ({ ...row, category, brand }));
}
