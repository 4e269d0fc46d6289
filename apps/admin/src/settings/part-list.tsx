import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { type ReactNode, useState } from 'react';
import { settingsTexts } from '../messages/settings.ts';
import dense from '../parts/dense.module.css';
import { PartTable } from './part-table.tsx';

interface PartListProps<T> {
  readonly title: string;
  readonly hint: string;
  /** Titles of the cells; the state stands behind them. */
  readonly heads: readonly string[];
  readonly roomyHeads?: readonly string[];
  readonly items: readonly T[];
  readonly cells: (one: T) => ReactNode;
  /** What it is called when it is out of use. */
  readonly offWord: string;
  readonly addWord: string;
  readonly mayChange: boolean;
  /** The form that changes one, or adds one for null. */
  readonly form: (one: T | null, close: () => void) => ReactNode;
}

/** A list of the settings whose things are added and changed in a form at the side, and never deleted, only put out of use. */
export function PartList<T extends { readonly id: string; readonly isActive: boolean }>(props: PartListProps<T>) {
  const { title, hint, heads, roomyHeads = [], items, cells, offWord, addWord, mayChange, form } = props;
  const t = useTexts(settingsTexts);
  const [open, setOpen] = useState<T | 'new'>();
  const add = mayChange ? (
    <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpen('new')}>
      {addWord}
    </Button>
  ) : null;
  return (
    <>
      <PartTable
        title={title}
        hint={hint}
        heads={[...heads, t('state')]}
        roomyHeads={[...roomyHeads, t('state')]}
        action={add}
      >
        {items.map((one) => (
          <tr key={one.id}>
            {cells(one)}
            <td className={dense.roomy}>
              <StatusBadge tone={one.isActive ? 'done' : 'neutral'}>{one.isActive ? t('active') : offWord}</StatusBadge>
            </td>
            <td className={dense.number}>
              {one.isActive ? null : <div className={`${dense.small} ${dense.onPhone}`}>{offWord}</div>}
              {mayChange ? (
                <Button variant="default" size="compact-sm" onClick={() => setOpen(one)}>
                  {t('edit')}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </PartTable>
      {open ? form(open === 'new' ? null : open, () => setOpen(undefined)) : null}
    </>
  );
}
