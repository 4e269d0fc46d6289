import { useTexts } from '@tandem/ui/react/index.ts';
import { memo } from 'react';
import { reportTexts } from '../messages/reports.ts';
import classes from '../parts/dense.module.css';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useFormat } from '../shop/use-format.ts';
import type { ReportKind, ReportRow, ReportTable } from './report-table.ts';

interface SalesTableProps {
  readonly table: ReportTable;
  readonly by: ReportKind;
}
type Figures = Omit<ReportRow, 'key' | 'name'>;
interface FigureColumn {
  readonly key: 'orders' | 'units' | 'gross' | 'discounts' | 'returned' | 'net' | 'tax' | 'profit' | 'margin';
  /** Left out where it is nothing in every row. */
  readonly optional?: (row: Figures) => number;
  readonly cell: (row: Figures) => string;
  readonly look?: 'quiet' | 'strong';
}

/** The figures of each row, and their sum below. */
export const SalesTable = memo(function SalesTable({ table, by }: SalesTableProps) {
  const t = useTexts(reportTexts);
  const columns = useFigureColumns().filter(
    ({ optional }) => !optional || table.rows.some((row) => optional(row) !== 0),
  );
  const shown = by === 'product' ? columns.filter((one) => one.key !== 'orders') : columns;
  const cells = (row: Figures) =>
    shown.map(({ key, cell, look }) => (
      <td key={key} className={`${classes.number} ${look ? classes[look] : ''}`}>
        {cell(row)}
      </td>
    ));
  return (
    <Panel isFlush>
      <Scroller label={t('title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t(by)}</th>
              {shown.map(({ key }) => (
                <th key={key} scope="col" className={classes.number}>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key}>
                <td className={classes.strong}>{row.name}</td>
                {cells(row)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('all')}</td>
              {cells(table.total)}
            </tr>
          </tfoot>
        </table>
      </Scroller>
    </Panel>
  );
});

function useFigureColumns(): FigureColumn[] {
  const { money, count, quantity, rate } = useFormat();
  const orDash = (amount: number) => (amount === 0 ? '–' : money(amount));
  return [
    { key: 'orders', cell: (row) => count(row.orders) },
    { key: 'units', cell: (row) => quantity(row.units) },
    { key: 'gross', cell: (row) => money(row.grossAmount) },
    {
      key: 'discounts',
      optional: (row) => row.discountAmount,
      cell: (row) => orDash(row.discountAmount),
      look: 'quiet',
    },
    {
      key: 'returned',
      optional: (row) => row.returnedAmount,
      cell: (row) => orDash(row.returnedAmount),
      look: 'quiet',
    },
    { key: 'net', cell: (row) => money(row.netAmount), look: 'strong' },
    { key: 'tax', optional: (row) => row.taxAmount, cell: (row) => orDash(row.taxAmount), look: 'quiet' },
    { key: 'profit', cell: (row) => money(row.profitAmount) },
    {
      key: 'margin',
      cell: (row) => (row.netAmount > 0 ? rate(Math.round((row.profitAmount * 1000) / row.netAmount) * 1000) : '–'),
      look: 'quiet',
    },
  ];
}
