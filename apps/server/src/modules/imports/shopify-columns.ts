/** The columns of a Shopify product file, in all the spellings that its exports and templates had over the years. */
import { refuse } from '../../platform/refusal.ts';

const spellings = {
  handle: ['handle', 'urlhandle'],
  title: ['title'],
  body: ['bodyhtml', 'body', 'description'],
  vendor: ['vendor'],
  type: ['type', 'customproducttype', 'standardizedproducttype', 'standardproducttype', 'productcategory'],
  tags: ['tags'],
  published: ['published', 'publishedononlinestore'],
  status: ['status'],
  option1Name: ['option1name'],
  option1Value: ['option1value'],
  option2Name: ['option2name'],
  option2Value: ['option2value'],
  option3Name: ['option3name'],
  option3Value: ['option3value'],
  sku: ['variantsku', 'sku'],
  grams: ['variantgrams', 'weightvaluegrams'],
  quantity: ['variantinventoryqty', 'variantinventoryquantity', 'inventoryquantity'],
  price: ['variantprice', 'price'],
  compareAt: ['variantcompareatprice', 'compareatprice'],
  barcode: ['variantbarcode', 'barcode'],
  cost: ['costperitem', 'variantcost'],
  image: ['imagesrc', 'productimageurl'],
} as const;

export type ShopifyColumn = keyof typeof spellings;

/** A row's cell by column; '' where the file has no such column. The first filled cell of several columns counts. */
export type ShopifyRow = (column: ShopifyColumn) => string;

export interface ShopifyHeader {
  read(cells: readonly string[]): ShopifyRow;
  /** The name of the column as the file spells it. */
  nameOf(column: ShopifyColumn): string;
}

/** Refuses `import.not_readable` for a file without handles or titles. */
export function readShopifyHeader(header: readonly string[]): ShopifyHeader {
  const plain = header.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const places = new Map<ShopifyColumn, number[]>();
  for (const [column, names] of Object.entries(spellings) as [ShopifyColumn, readonly string[]][]) {
    places.set(
      column,
      names.flatMap((name) => plain.flatMap((one, index) => (one === name ? [index] : []))),
    );
  }
  for (const column of ['handle', 'title'] as const) {
    if (places.get(column)?.length === 0)
      refuse('import.not_readable', `Row 1: there is no column "${column}". Is this a Shopify product file?`, {
        field: 'file',
        params: { row: 1, reason: 'column_missing', column },
      });
  }
  return {
    read: (cells) => (column) => {
      for (const place of places.get(column) ?? []) {
        const cell = cells[place]?.trim() ?? '';
        if (cell !== '') return cell;
      }
      return '';
    },
    nameOf: (column) => header[places.get(column)?.[0] ?? -1] ?? column,
  };
}
