/** The first reading of a sales file: articles, customers, sums by month, and how many rows each invoice has. */

import type { Article } from './add-articles.ts';
import { Gathering } from './group-rows.ts';
import { openTable } from './read-table.ts';
import type { Running } from './run-import.ts';
import { type FileLine, type LineRules, readLine } from './sale-line.ts';
import type { SalesRow } from './sales-columns.ts';

export interface Survey {
  total: number;
  gathering: Gathering<FileLine>;
  articles: Map<string, Article>;
  customers: Set<string>;
  /** By month of the file's own dates: what its lines come to, by what they are. */
  months: Record<string, Record<string, number>>;
}

const progressRows = 20_000;
const nameMax = 200;

/** Reads the whole file once; nothing is written. */
export async function surveySales(
  path: string,
  read: (cells: readonly string[]) => SalesRow,
  rules: LineRules,
  running: Running,
): Promise<Survey> {
  const survey: Survey = {
    total: 0,
    gathering: new Gathering(),
    articles: new Map(),
    customers: new Set(),
    months: {},
  };
  for await (const { row, cells } of (await openTable(path)).rows) {
    survey.total += 1;
    if (survey.total % progressRows === 0) await running.progress(0, null);
    const named = read(cells);
    const line = readLine(row, named, rules);
    if ('column' in line) continue;
    survey.gathering.expect(line.invoice);
    if (line.customer !== '') survey.customers.add(line.customer);
    noteArticle(survey.articles, line, named.name);
    noteMonth(survey, line);
  }
  return survey;
}

function noteMonth({ months }: Survey, line: FileLine): void {
  const month = months[line.month] ?? { file: 0, sold: 0, returned: 0, not_a_sale: 0 };
  months[line.month] = month;
  month.file = (month.file ?? 0) + line.amount;
  if (line.kind in month) month[line.kind] = (month[line.kind] ?? 0) + line.amount;
}

/** The name is the first that stands with a price, since notes on lost goods stand in the same column. */
function noteArticle(articles: Map<string, Article>, line: FileLine, name: string): void {
  const isPriced = line.unitAmount > 0;
  const known = articles.get(line.sku);
  if (known === undefined)
    articles.set(line.sku, {
      sku: line.sku,
      name: isPriced && name !== '' ? name.slice(0, nameMax) : '',
      amount: line.unitAmount,
    });
  else {
    if (known.name === '' && isPriced) known.name = name.slice(0, nameMax);
    if (isPriced && line.kind !== 'not_a_sale') known.amount = line.unitAmount;
  }
}
