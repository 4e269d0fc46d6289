// What can be changed in the form of a product, and what of it was changed.
import type { Answer, Body } from '@tandem/contract/index.ts';
import { type Locale, locales } from '@tandem/ui/locale.ts';

export type Product = Answer<'GET /api/products/:id'>;
type Texts = Record<Locale, string>;

export interface ProductValues {
  name: Texts;
  description: Texts;
  brand: string;
  handle: string;
  tags: string[];
  categoryId: string | null;
  status: Product['status'];
}

/** The values of a product as its form shows them: an absent text is an empty one. */
export function valuesOf(product: Product): ProductValues {
  return {
    name: { en: product.name.en ?? '', 'zh-Hant': product.name['zh-Hant'] ?? '' },
    description: { en: product.description.en ?? '', 'zh-Hant': product.description['zh-Hant'] ?? '' },
    brand: product.brand,
    handle: product.handle,
    tags: product.tags,
    categoryId: product.categoryId,
    status: product.status,
  };
}

/** Texts without the languages that were left empty. */
export function givenTexts(texts: Texts): Partial<Texts> {
  return Object.fromEntries(locales.map((locale) => [locale, texts[locale].trim()]).filter(([, text]) => text !== ''));
}

/** Only what differs from the product, so that two people who change different things do not undo each other. */
export function changesOf(product: Product, values: ProductValues): Body<'PATCH /api/products/:id'> {
  const before = valuesOf(product);
  const differs = (key: keyof ProductValues) => JSON.stringify(before[key]) !== JSON.stringify(values[key]);
  return {
    ...(differs('name') ? { name: givenTexts(values.name) } : {}),
    ...(differs('description') ? { description: givenTexts(values.description) } : {}),
    ...(differs('brand') ? { brand: values.brand.trim() } : {}),
    ...(differs('handle') ? { handle: values.handle.trim() } : {}),
    ...(differs('tags') ? { tags: values.tags } : {}),
    ...(differs('categoryId') ? { categoryId: values.categoryId } : {}),
    ...(differs('status') ? { status: values.status } : {}),
  };
}
