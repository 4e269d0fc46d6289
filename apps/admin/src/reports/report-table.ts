// A report as the page shows it and as the file carries it.
import type { Answer } from '@tandem/contract/index.ts';
import type { Translate } from '@tandem/ui/messages.ts';
import type { reportTexts } from '../messages/reports.ts';
import { amountText, quantityText } from '../parts/amount-text.ts';
import { shortDay } from '../shop/short-day.ts';
import type { Format } from '../shop/use-format.ts';

type Report = Answer<'GET /api/reports/sales'>;
type Figures = Report['total'];
export type ReportKind = 'day' | 'month' | 'location' | 'channel' | 'product';
export interface ReportRow extends Figures {
  readonly key: string;
  readonly name: string;
}
export interface ReportTable {
  /** Time newest first; places and products by net sales. */
  readonly rows: readonly ReportRow[];
  readonly total: Figures;
  /** For the chart: time from left to right, else the largest first, at most 12. */
  readonly points: readonly { readonly name: string; readonly net: number }[];
  readonly csv: readonly (readonly string[])[];
}
interface Names {
  location(id: string): string;
  channel(id: string): string;
}

/** Rows with their names, points for the chart, and cells for the file in plain decimals. */
export function reportTable(
  report: Report,
  by: ReportKind,
  t: Translate<(typeof reportTexts)['en']>,
  format: Format,
  names: Names,
): ReportTable {
  const nameOf = (row: Report['rows'][number]): string => {
    if (by === 'day') return format.date(row.key);
    if (by === 'month') return row.key.slice(0, 7);
    if (by === 'location') return names.location(row.key) || format.text(row.label) || row.key;
    if (by === 'channel') return names.channel(row.key) || format.text(row.label) || row.key;
    return format.text(row.label) || row.key;
  };
  const isTime = by === 'day' || by === 'month';
  const rows = report.rows
    .map((row) => ({ ...row, name: nameOf(row) }))
    .sort((a, b) => (isTime ? b.key.localeCompare(a.key) : b.netAmount - a.netAmount));
  const charted = isTime ? [...rows].reverse() : rows.slice(0, 12);
  return {
    rows,
    total: report.total,
    points: charted.map((row) => ({
      name: by === 'day' ? shortDay(row.key, format.locale) : clipped(row.name),
      net: row.netAmount,
    })),
    csv: cellsOf(rows, by, t, report.currency),
  };
}

function cellsOf(
  rows: readonly ReportRow[],
  by: ReportKind,
  t: Translate<(typeof reportTexts)['en']>,
  currency: string,
): string[][] {
  const head = [
    t(by),
    t('orders'),
    t('units'),
    t('gross'),
    t('discounts'),
    t('returned'),
    t('net'),
    t('tax'),
    t('shipping'),
    t('total'),
    t('cost'),
    t('profit'),
  ];
  const money = (amount: number) => amountText(amount, currency);
  const cells = rows.map((row) => [
    by === 'day' || by === 'month' ? row.key : row.name,
    String(row.orders),
    quantityText(row.units),
    money(row.grossAmount),
    money(row.discountAmount),
    money(row.returnedAmount),
    money(row.netAmount),
    money(row.taxAmount),
    money(row.shippingAmount),
    money(row.totalAmount),
    money(row.costAmount),
    money(row.profitAmount),
  ]);
  return [head, ...cells];
}

/** A name that fits on one line beside its bar. */
function clipped(name: string): string {
  const signs = [...name];
  return signs.length > 20 ? `${signs.slice(0, 19).join('').trimEnd()}…` : name;
}
