import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import type { ReactNode } from 'react';
import { stockTexts } from '../messages/stock.ts';
import dense from '../parts/dense.module.css';
import { Scroller } from '../parts/scroller.tsx';
import type { PickedVariant } from './draft-lines.ts';

interface LinesTableProps<L> {
  readonly lines: readonly L[];
  readonly onChange: (lines: readonly L[]) => void;
  /** Titles of the cells between the product and the way to take the line out. */
  readonly heads: ReactNode;
  readonly cells: (line: L, change: (what: Partial<L>) => void) => ReactNode;
}

/** Picked variants as lines of a document: the product first, a way to take the line out last. */
export function LinesTable<L extends PickedVariant>({ lines, onChange, heads, cells }: LinesTableProps<L>) {
  const t = useTexts(stockTexts);
  const change = (line: L, what: Partial<L>) =>
    onChange(lines.map((one) => (one.variantId === line.variantId ? { ...one, ...what } : one)));
  return (
    <Scroller label={t('lines')}>
      <table className={dense.table}>
        <thead>
          <tr>
            <th scope="col">{t('product')}</th>
            {heads}
            <th scope="col">
              <span className="only-heard">{t('removeLine', '')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.variantId}>
              <td className={dense.wrap}>
                <div className={dense.strong}>{line.name}</div>
                <div className={dense.small}>{line.sku}</div>
              </td>
              {cells(line, (what) => change(line, what))}
              <td className={dense.number}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('removeLine', line.sku)}
                  onClick={() => onChange(lines.filter((one) => one.variantId !== line.variantId))}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
