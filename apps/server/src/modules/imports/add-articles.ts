/** Articles that a sales file names and the catalogue does not know: each becomes a product with one variant. */
import { hash } from 'node:crypto';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import type { Tx } from '../../platform/transaction.ts';
import { findVariantsBySku, handleOf, insertProducts, type NewProduct, productsToUpdate } from '../catalog/index.ts';
import { membersByReference } from '../members/index.ts';
import { readMerchant } from '../merchants/index.ts';
import { defaultTaxCategory, setPrices } from '../pricing/index.ts';

export interface Article {
  sku: string;
  name: string;
  /** The last price, in minor units. */
  amount: number;
}

/** Adds what is not there yet, published nowhere; gives how many. SKUs that differ in case only are different articles. */
export const addArticles = singleKind(
  'imports.add_articles',
  async (tx: Tx, { body, at }: Command<{ articles: Article[] }>): Promise<{ added: number }> => {
    const known = await findVariantsBySku(
      tx,
      body.articles.map((article) => article.sku),
    );
    const fresh = body.articles.filter((article) => !known.has(article.sku));
    const { locale } = await readMerchant(tx);
    const taken = new Set(
      (await productsToUpdate(tx, { handles: fresh.map((article) => handleOf(article.sku)), ids: [] })).map(
        (product) => product.handle,
      ),
    );
    const products = fresh.map((article): NewProduct => {
      const plain = handleOf(article.sku);
      const handle = taken.has(plain) ? `${plain}-${hash('sha256', article.sku, 'hex').slice(0, 8)}` : plain;
      taken.add(handle);
      return {
        id: newId(),
        handle,
        name: { [locale]: article.name },
        description: {},
        brand: '',
        tags: [],
        categoryId: null,
        status: 'active',
        options: [],
        channelIds: [],
        variants: [{ id: newId(), sku: article.sku, optionValues: [], barcodes: [], weightGrams: null }],
      };
    });
    await insertProducts(tx, products);
    const taxCategoryId = await defaultTaxCategory(tx);
    await setPrices(
      tx,
      products.map((product, index) => ({
        variantId: product.variants[0]?.id ?? '',
        amount: fresh[index]?.amount ?? 0,
        compareAtAmount: null,
        taxCategoryId,
      })),
      at,
    );
    return { added: products.length };
  },
);

/** Makes the members that the file names by their number. */
export const addMembers = singleKind(
  'imports.add_members',
  async (tx: Tx, { body }: Command<{ references: string[] }>): Promise<{ members: number }> => ({
    members: (await membersByReference(tx, body.references)).size,
  }),
);
