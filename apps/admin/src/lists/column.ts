// What a list shows of each row.
import type { ReactNode } from 'react';

export interface Column<R, S extends string = string> {
  readonly key: string;
  readonly title: string;
  /** The order that a press on the title asks for. */
  readonly sort?: S;
  readonly isNumber?: boolean;
  /** CSS width; without it the column takes what is left. */
  readonly width?: string;
  /** Left out where the screen is narrower than 75em, so that the others can be read. */
  readonly isWide?: boolean;
  readonly cell: (row: R) => ReactNode;
}

export interface Sorting<S extends string = string> {
  readonly by: S;
  readonly isDescending: boolean;
}
