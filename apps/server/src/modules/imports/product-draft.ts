/** The rows of one handle as a product with its variants; what cannot be taken is reported with row and column. */
import { parseDecimal } from '@tandem/domain/money/parse.ts';
import { handleOf } from '../catalog/index.ts';
import { plainText } from './plain-text.ts';
import type { Finding, Report } from './report.ts';
import type { ShopifyColumn, ShopifyHeader, ShopifyRow } from './shopify-columns.ts';

export interface VariantDraft {
  row: number;
  sku: string;
  optionValues: string[];
  /** Minor units; null: no price. */
  amount: number | null;
  compareAtAmount: number | null;
  unitCost: number;
  weightGrams: number | null;
  barcode: string | null;
  /** Thousandths of opening stock, 0 for none. */
  quantity: number;
}
export interface ProductDraft {
  row: number;
  handle: string;
  name: string;
  description: string;
  brand: string;
  tags: string[];
  category: string;
  status: 'draft' | 'active' | 'archived';
  isPublished: boolean;
  optionNames: string[];
  variants: VariantDraft[];
}
export interface GroupedRow {
  row: number;
  cell: ShopifyRow;
}
interface Reading {
  header: ShopifyHeader;
  report: Report;
  digits: number;
  /** SKUs of the file so far, with the row that brought them. */
  skus: Map<string, number>;
}

const lengths = {
  name: 200,
  description: 4000,
  brand: 120,
  tag: 80,
  tagsMax: 250,
  sku: 80,
  option: 120,
  variantsMax: 500,
  barcode: 80,
};

/** The product, or undefined when its rows hold none. */
export function draftOf(reading: Reading, rows: readonly GroupedRow[]): ProductDraft | undefined {
  const { report } = reading;
  const first = rows.find(({ cell }) => cell('title') !== '') ?? rows[0];
  if (first === undefined) return undefined;
  const { row, cell } = first;
  if (cell('title') === '') {
    report.tell('error', row, { code: 'title_missing' }, reading.header.nameOf('title'));
    return undefined;
  }
  const images = rows.filter((one) => one.cell('image') !== '').length;
  if (images > 0)
    report.tell('note', row, { code: 'pictures_noted', params: { count: images } }, reading.header.nameOf('image'));
  const optionNames = optionNamesOf(rows, cell);
  const product: ProductDraft = {
    row,
    handle: handleOf(cell('handle')),
    name: cut(reading, row, 'title', cell('title'), lengths.name),
    description: cut(reading, row, 'body', plainText(cell('body')), lengths.description),
    brand: cut(reading, row, 'vendor', cell('vendor'), lengths.brand),
    tags: tagsOf(reading, row, cell('tags')),
    category: cell('type').split('>').at(-1)?.trim() ?? '',
    ...statusOf(reading, row, cell),
    optionNames,
    variants: [],
  };
  for (const one of rows) {
    const variant = variantOf(reading, product, one);
    if (variant !== undefined) product.variants.push(variant);
  }
  if (product.variants.length > 0) return product;
  report.tell('error', row, { code: 'no_variant' });
  return undefined;
}

/** "Title: Default Title" is how Shopify writes a product without options. */
function optionNamesOf(rows: readonly GroupedRow[], cell: ShopifyRow): string[] {
  const values = new Set(rows.map((one) => one.cell('option1Value')).filter((value) => value !== ''));
  if (values.size <= 1 && (values.size === 0 || values.has('Default Title'))) return [];
  return (['option1Name', 'option2Name', 'option3Name'] as const)
    .map((column) => cell(column).slice(0, lengths.option))
    .filter((name) => name !== '');
}

const isVariantRow = (cell: ShopifyRow): boolean =>
  (['option1Value', 'sku', 'price', 'barcode'] as const).some((column) => cell(column) !== '');

function variantOf(reading: Reading, product: ProductDraft, { row, cell }: GroupedRow): VariantDraft | undefined {
  const { report, digits } = reading;
  if (!isVariantRow(cell)) return undefined;
  const refused = (column: ShopifyColumn, finding: Finding): undefined =>
    void report.tell('error', row, finding, reading.header.nameOf(column));
  if (product.variants.length >= lengths.variantsMax)
    return refused('sku', { code: 'variants_max', params: { max: lengths.variantsMax } });
  const optionValues = (['option1Value', 'option2Value', 'option3Value'] as const)
    .slice(0, product.optionNames.length)
    .map((column) => cell(column).slice(0, lengths.option));
  if (optionValues.some((value) => value === '')) return refused('option1Value', { code: 'option_value_missing' });
  const twin = product.variants.find((one) => one.optionValues.join('\u0000') === optionValues.join('\u0000'));
  if (twin !== undefined) return refused('option1Value', { code: 'options_doubled', params: { row: twin.row } });
  const sku = skuOf(reading, product, row, cell('sku'), optionValues);
  if (sku === undefined) return undefined;
  const amount = numberIn(reading, row, 'price', cell, digits);
  const compareAtAmount = numberIn(reading, row, 'compareAt', cell, digits);
  const cost = numberIn(reading, row, 'cost', cell, digits);
  const grams = numberIn(reading, row, 'grams', cell, 0);
  if (amount === 'wrong' || compareAtAmount === 'wrong' || cost === 'wrong' || grams === 'wrong') return undefined;
  if (amount === null) report.tell('warning', row, { code: 'price_missing' }, reading.header.nameOf('price'));
  const barcode = cell('barcode').replace(/^'/, '').trim().slice(0, lengths.barcode);
  reading.skus.set(sku, row);
  return {
    row,
    sku,
    optionValues,
    amount,
    compareAtAmount,
    unitCost: cost ?? 0,
    weightGrams: grams === null || grams === 0 ? null : grams,
    barcode: barcode === '' ? null : barcode,
    quantity: quantityOf(reading, row, cell),
  };
}

/** The file's SKU, or one made of the handle and the options, which is the same the next time. */
function skuOf(
  reading: Reading,
  product: ProductDraft,
  row: number,
  given: string,
  optionValues: readonly string[],
): string | undefined {
  const made = [product.handle, ...optionValues.map(handleOf)].join('-').slice(0, lengths.sku);
  const sku = given === '' ? made : given;
  const column = reading.header.nameOf('sku');
  const before = reading.skus.get(sku);
  if (before !== undefined)
    return void reading.report.tell('error', row, { code: 'sku_doubled', params: { sku, row: before } }, column);
  if (sku.length > lengths.sku)
    return void reading.report.tell('error', row, { code: 'sku_too_long', params: { max: lengths.sku } }, column);
  if (given === '') reading.report.tell('note', row, { code: 'sku_made', params: { sku } }, column);
  return sku;
}

function numberIn(
  reading: Reading,
  row: number,
  column: ShopifyColumn,
  cell: ShopifyRow,
  digits: number,
): number | null | 'wrong' {
  const text = cell(column);
  if (text === '') return null;
  const value = parseDecimal(text, digits);
  if (value !== undefined && value >= 0 && value <= 1_000_000_000_000) return value;
  reading.report.tell(
    'error',
    row,
    { code: 'number_wrong', params: { given: text.slice(0, 40) } },
    reading.header.nameOf(column),
  );
  return 'wrong';
}

function quantityOf(reading: Reading, row: number, cell: ShopifyRow): number {
  const text = cell('quantity');
  const quantity = text === '' ? 0 : parseDecimal(text, 3);
  if (quantity !== undefined && quantity >= 0 && quantity <= 1_000_000_000_000) return quantity;
  reading.report.tell(
    'warning',
    row,
    { code: 'quantity_left', params: { given: text.slice(0, 40) } },
    reading.header.nameOf('quantity'),
  );
  return 0;
}

function statusOf(
  { report, header }: Reading,
  row: number,
  cell: ShopifyRow,
): Pick<ProductDraft, 'status' | 'isPublished'> {
  const status = cell('status').toLowerCase();
  const published = cell('published').toLowerCase();
  const isPublished = published === '' || published === 'true' || published === 'yes' || published === '1';
  if (status === 'active' || status === 'draft' || status === 'archived')
    return { status, isPublished: isPublished && status === 'active' };
  if (status !== '')
    report.tell(
      'warning',
      row,
      { code: 'status_unknown', params: { given: status.slice(0, 40) } },
      header.nameOf('status'),
    );
  return { status: isPublished && status === '' ? 'active' : 'draft', isPublished: isPublished && status === '' };
}

function tagsOf(reading: Reading, row: number, text: string): string[] {
  const tags = [
    ...new Set(
      text
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    ),
  ];
  return tags.slice(0, lengths.tagsMax).map((tag) => cut(reading, row, 'tags', tag, lengths.tag));
}

function cut({ report, header }: Reading, row: number, column: ShopifyColumn, text: string, max: number): string {
  if (text.length <= max) return text;
  report.tell('warning', row, { code: 'text_cut', params: { max } }, header.nameOf(column));
  return text.slice(0, max);
}
