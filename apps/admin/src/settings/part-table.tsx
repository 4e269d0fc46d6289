import type { ReactNode } from 'react';
import dense from '../parts/dense.module.css';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';

interface PartTableProps {
  readonly title: string;
  readonly hint: string;
  readonly action?: ReactNode;
  readonly heads: readonly string[];
  /** Of the heads, those that a phone has no room for; their cells are `dense.roomy`. */
  readonly roomyHeads?: readonly string[];
  /** What stands instead of rows. */
  readonly empty?: ReactNode;
  readonly children: ReactNode;
}

/** A list of the settings: title with its hint, the act of adding, rows. The last column carries acts. */
export function PartTable({ title, hint, action, heads, roomyHeads = [], empty, children }: PartTableProps) {
  return (
    <Panel title={title} hint={hint} actions={action} isFlush>
      {empty ?? (
        <Scroller label={title}>
          <table className={dense.table}>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col" className={roomyHeads.includes(head) ? dense.roomy : undefined}>
                    {head}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </Scroller>
      )}
    </Panel>
  );
}
