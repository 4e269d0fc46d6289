/** Writes every variant as a CSV in the layout that product imports read. */
import { printedGtin } from '@tandem/domain/barcodes/gtin.ts';
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { formatDecimal } from '@tandem/domain/money/parse.ts';
import { readMerchant } from '../../modules/merchants/index.ts';
import { sql } from '../../platform/sql.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { chooseMerchant, merchantHelp, merchantOption } from '../choose-merchant.ts';
import { type CliCommand, UsageError } from '../command-line.ts';
import { type Cell, writeCsv } from '../csv.ts';

const header = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Option3 Name',
  'Option3 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Qty',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Barcode',
  'Status',
];
const pageMax = 1000;
type Text = Record<string, string>;
interface Row {
  id: string;
  productId: string;
  position: number;
  handle: string;
  name: Text;
  description: Text;
  brand: string;
  category: Text | null;
  tags: string[];
  isPublished: boolean;
  options: { name: Text; values: { code: string; name: Text }[] }[];
  optionValues: string[];
  sku: string;
  weightGrams: number | null;
  quantity: number;
  amount: number | null;
  compareAtAmount: number | null;
  barcode: string | null;
  status: string;
}

export const exportProductsCommand: CliCommand = {
  name: 'export products',
  usage: '--format csv [--merchant NAME|ID] > FILE',
  summary: 'Write all products and variants with price and stock as CSV',
  help: ['--format csv         the only format yet', merchantHelp],
  options: { ...merchantOption, format: { type: 'string' } },
  positionals: 0,
  run: async ({ open, values }) => {
    if ((values.format ?? 'csv') !== 'csv') throw new UsageError('export products writes --format csv.');
    const { platform } = await open();
    const { merchantId } = await chooseMerchant(platform, values.merchant);
    const { currency, locale } = await readAs(platform.pool, merchantId, readMerchant);
    await writeCsv(process.stdout, [header]);
    let after = {
      productId: '00000000-0000-0000-0000-000000000000',
      position: -1,
      id: '00000000-0000-0000-0000-000000000000',
    };
    for (;;) {
      const rows = await readAs(platform.pool, merchantId, (tx) => readPage(tx, after));
      await writeCsv(
        process.stdout,
        rows.map((row) => cellsOf(row, locale, currencyDigits(currency))),
      );
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageMax) return 0;
      after = last;
    }
  },
};

function cellsOf(row: Row, locale: string, digits: number): Cell[] {
  const say = (text: Text | null | undefined): string => text?.[locale] ?? Object.values(text ?? {})[0] ?? '';
  const money = (amount: number | null): Cell => (amount === null ? null : Number(formatDecimal(amount, digits)));
  const options = [0, 1, 2].flatMap((index): Cell[] => {
    const option = row.options[index];
    const code = row.optionValues[index];
    return option === undefined || code === undefined
      ? [null, null]
      : [say(option.name), say(option.values.find((value) => value.code === code)?.name) || code];
  });
  return [
    row.handle,
    say(row.name),
    say(row.description),
    row.brand,
    say(row.category),
    row.tags.join(', '),
    row.isPublished,
    ...options,
    row.sku,
    row.weightGrams,
    row.quantity / 1000,
    money(row.amount),
    money(row.compareAtAmount),
    row.barcode === null ? null : printedGtin(row.barcode),
    row.status,
  ];
}

function readPage(tx: Tx, after: { productId: string; position: number; id: string }): Promise<Row[]> {
  return tx.rows<Row>(sql`
    select v.id, v.product_id as "productId", v.position, p.handle, p.name, p.description, p.brand, c.name as category, p.tags, p.options, v.option_values as "optionValues", v.sku,
      v.weight_grams as "weightGrams", p.status, r.amount, r.compare_at_amount as "compareAtAmount",
      exists (select 1 from catalog.publication u where u.merchant_id = v.merchant_id and u.product_id = v.product_id) as "isPublished",
      (select min(b.code) from catalog.barcode b where b.merchant_id = v.merchant_id and b.variant_id = v.id) as barcode,
      (select coalesce(sum(s.sellable), 0)::bigint from inventory.stock_level s where s.merchant_id = v.merchant_id and s.variant_id = v.id) as quantity
    from catalog.variant v join catalog.product p on p.merchant_id = v.merchant_id and p.id = v.product_id
    left join catalog.category c on c.merchant_id = p.merchant_id and c.id = p.category_id
    left join pricing.variant_price r on r.merchant_id = v.merchant_id and r.variant_id = v.id
    where v.merchant_id = ${tx.merchantId} and (v.product_id, v.position, v.id) > (${after.productId}::uuid, ${after.position}::int, ${after.id}::uuid)
    order by v.product_id, v.position, v.id limit ${pageMax}`);
}
