/** What became of the rows of an import. */

export interface ImportMessage {
  row: number;
  level: 'note' | 'warning' | 'error';
  column?: string;
  text: string;
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
  tell(level: ImportMessage['level'], row: number, text: string, column?: string): void {
    this.count(`${level}s`);
    if (this.messages.length < messagesMax)
      this.messages.push({ row, level, text, ...(column === undefined ? {} : { column }) });
  }
}
