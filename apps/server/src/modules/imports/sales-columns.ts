/** Which column of a sales file holds what: told by the caller, or known by the usual names. */
import { refuse } from '../../platform/refusal.ts';

const usualNames = {
  invoice: ['invoiceno', 'invoice', 'invoicenumber', 'order', 'orderno', 'ordernumber', 'receipt', 'receiptno'],
  sku: ['stockcode', 'sku', 'itemcode', 'productcode', 'article'],
  name: ['description', 'name', 'productname', 'title'],
  quantity: ['quantity', 'qty'],
  at: ['invoicedate', 'date', 'datetime', 'soldat', 'orderdate'],
  price: ['unitprice', 'price', 'priceperunit'],
  customer: ['customerid', 'customer', 'customerno', 'customernumber', 'member'],
} as const;

export type SalesColumn = keyof typeof usualNames;
const optional: readonly SalesColumn[] = ['name', 'customer'];

export type SalesRow = Readonly<Record<SalesColumn, string>>;

/** Reads `invoice=InvoiceNo,sku=StockCode`; refuses what is not of that form. */
export function parseColumns(text: string): Map<SalesColumn, string> {
  const columns = new Map<SalesColumn, string>();
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [column = '', name = ''] = part.split('=').map((one) => one.trim());
    if (!Object.hasOwn(usualNames, column) || name === '') {
      refuse(
        'import.not_readable',
        `"${part.trim()}" names no column: write e.g. invoice=InvoiceNo. The columns are ${Object.keys(usualNames).join(', ')}.`,
        { field: 'columns' },
      );
    }
    columns.set(column as SalesColumn, name);
  }
  return columns;
}

/** Gives the reader of a row's cells; refuses `import.not_readable` when a column that is needed is not there. */
export function readSalesHeader(
  header: readonly string[],
  told: ReadonlyMap<SalesColumn, string>,
): (cells: readonly string[]) => SalesRow {
  const plain = header.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const place = (column: SalesColumn): number => {
    const name = told.get(column);
    const found =
      name === undefined
        ? plain.findIndex((one) => (usualNames[column] as readonly string[]).includes(one))
        : header.indexOf(name);
    if (found === -1 && (name !== undefined || !optional.includes(column))) {
      refuse(
        'import.not_readable',
        `Row 1: there is no column ${name ?? `for ${column}`}. Name it with ${column}=… among the columns.`,
        { field: 'columns', params: { row: 1, column } },
      );
    }
    return found;
  };
  const places = Object.fromEntries(
    (Object.keys(usualNames) as SalesColumn[]).map((column) => [column, place(column)]),
  ) as Record<SalesColumn, number>;
  const cell = (cells: readonly string[], column: SalesColumn): string => cells[places[column]]?.trim() ?? '';
  return (cells) => ({
    invoice: cell(cells, 'invoice'),
    sku: cell(cells, 'sku'),
    name: cell(cells, 'name'),
    quantity: cell(cells, 'quantity'),
    at: cell(cells, 'at'),
    price: cell(cells, 'price'),
    customer: cell(cells, 'customer'),
  });
}
