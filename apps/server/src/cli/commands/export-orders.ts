/** Writes every line of every order as a CSV. */
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { formatDecimal } from '@tandem/domain/money/parse.ts';
import { sql } from '../../platform/sql.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { chooseMerchant, merchantHelp, merchantOption } from '../choose-merchant.ts';
import { type CliCommand, UsageError } from '../command-line.ts';
import { type Cell, writeCsv } from '../csv.ts';

const header = [
  'Order',
  'State',
  'Placed at',
  'Business date',
  'Channel',
  'Location',
  'Customer',
  'Source',
  'Line',
  'SKU',
  'Name',
  'Quantity',
  'Returned',
  'Unit price',
  'Discount',
  'Net',
  'Tax',
  'Currency',
];
const pageMax = 2000;
type Text = Record<string, string>;
interface Row {
  orderId: string;
  lineNo: number;
  number: string;
  state: string;
  placedAt: Date;
  businessDate: string;
  channel: string;
  location: string | null;
  customer: string | null;
  source: string;
  sku: string;
  name: Text;
  quantity: number;
  returned: number;
  unitAmount: number;
  discountAmount: number;
  netAmount: number;
  taxAmount: number;
  currency: string;
}

export const exportOrdersCommand: CliCommand = {
  name: 'export orders',
  usage: '--format csv [--merchant NAME|ID] > FILE',
  summary: 'Write all orders, one row a line, as CSV',
  help: ['--format csv         the only format yet', merchantHelp],
  options: { ...merchantOption, format: { type: 'string' } },
  positionals: 0,
  run: async ({ open, values }) => {
    if ((values.format ?? 'csv') !== 'csv') throw new UsageError('export orders writes --format csv.');
    const { platform } = await open();
    const { merchantId } = await chooseMerchant(platform, values.merchant);
    await writeCsv(process.stdout, [header]);
    let after = { orderId: '00000000-0000-0000-0000-000000000000', lineNo: 0 };
    for (;;) {
      const rows = await readAs(platform.pool, merchantId, (tx) => readPage(tx, after));
      await writeCsv(
        process.stdout,
        rows.map((row) => cellsOf(row)),
      );
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageMax) return 0;
      after = last;
    }
  },
};

function cellsOf(row: Row): Cell[] {
  const money = (amount: number): number => Number(formatDecimal(amount, currencyDigits(row.currency)));
  return [
    row.number,
    row.state,
    row.placedAt.toISOString(),
    row.businessDate,
    row.channel,
    row.location,
    row.customer,
    row.source,
    row.lineNo,
    row.sku,
    row.name.en ?? Object.values(row.name)[0] ?? '',
    row.quantity / 1000,
    row.returned / 1000,
    money(row.unitAmount),
    money(row.discountAmount),
    money(row.netAmount),
    money(row.taxAmount),
    row.currency,
  ];
}

function readPage(tx: Tx, after: { orderId: string; lineNo: number }): Promise<Row[]> {
  return tx.rows<Row>(sql`
    select l.order_id as "orderId", l.line_no as "lineNo", o.number, o.state, o.placed_at as "placedAt", o.business_date as "businessDate", c.code as channel, p.code as location,
      coalesce(o.contact ->> 'name', m.reference) as customer, o.source, l.sku, l.name, l.quantity, l.returned_quantity as returned, l.unit_amount as "unitAmount",
      l.discount_amount as "discountAmount", l.net_amount as "netAmount", l.tax_amount as "taxAmount", o.currency
    from orders.order_line l join orders."order" o on o.merchant_id = l.merchant_id and o.id = l.order_id
    left join merchants.channel c on c.merchant_id = o.merchant_id and c.id = o.channel_id
    left join merchants.location p on p.merchant_id = o.merchant_id and p.id = o.location_id
    left join members.member m on m.merchant_id = o.merchant_id and m.id = o.member_id
    where l.merchant_id = ${tx.merchantId} and (l.order_id, l.line_no) > (${after.orderId}::uuid, ${after.lineNo}::int)
    order by l.order_id, l.line_no limit ${pageMax}`);
}
