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

/** The figures of each row, and their sum below. */
export const SalesTable = memo(function SalesTable({ table, by }: SalesTableProps) {
  const t = useTexts(reportTexts);
  const { money, count, quantity, rate } = useFormat();
  const orDash = (amount: number) => (amount === 0 ? '–' : money(amount));
  const figures = (row: Omit<ReportRow, 'key' | 'name'>) => (
    <>
      <td className={classes.number}>{count(row.orders)}</td>
      <td className={classes.number}>{quantity(row.units)}</td>
      <td className={classes.number}>{money(row.grossAmount)}</td>
      <td className={`${classes.number} ${classes.quiet}`}>{orDash(row.discountAmount)}</td>
      <td className={`${classes.number} ${classes.quiet}`}>{orDash(row.returnedAmount)}</td>
      <td className={`${classes.number} ${classes.strong}`}>{money(row.netAmount)}</td>
      <td className={`${classes.number} ${classes.quiet}`}>{orDash(row.taxAmount)}</td>
      <td className={classes.number}>{money(row.profitAmount)}</td>
      <td className={`${classes.number} ${classes.quiet}`}>
        {row.netAmount > 0 ? rate(Math.round((row.profitAmount * 1000) / row.netAmount) * 1000) : '–'}
      </td>
    </>
  );
  return (
    <Panel isFlush>
      <Scroller label={t('title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t(by)}</th>
              {(['orders', 'units', 'gross', 'discounts', 'returned', 'net', 'tax', 'profit', 'margin'] as const).map(
                (key) => (
                  <th key={key} scope="col" className={classes.number}>
                    {t(key)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key}>
                <td className={classes.strong}>{row.name}</td>
                {figures(row)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('all')}</td>
              {figures(table.total)}
            </tr>
          </tfoot>
        </table>
      </Scroller>
    </Panel>
  );
});
