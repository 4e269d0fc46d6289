/** What became of the rows of an import. */
import type { ImportCode } from '@tandem/ui/import-texts.ts';

export type MessageParams = Record<string, string | number>;
/** What is wrong, for a person: its text stands in the catalogue of every language. */
export interface Finding {
  code: ImportCode;
  params?: MessageParams;
}

export interface ImportMessage {
  row: number;
  level: 'note' | 'warning' | 'error';
  column?: string;
  code: ImportCode;
  params?: MessageParams;
}

const messagesMax = 1000;

export class Report {
  readonly counts: Record<string, number> = {};
  readonly messages: ImportMessage[] = [];

  /** Adds to a count, e.g. `productsAdded`. */
  count(name: string, by = 1): void {
    this.counts[name] = (this.counts[name] ?? 0) + by;
  }

  /** Tells of a row; the first 1,000 are kept, all are counted. */
  tell(level: ImportMessage['level'], row: number, { code, params }: Finding, column?: string): void {
    this.count(`${level}s`);
    if (this.messages.length < messagesMax)
      this.messages.push({
        row,
        level,
        code,
        ...(params === undefined ? {} : { params }),
        ...(column === undefined ? {} : { column }),
      });
  }
}
