/** Brings the sales of another system in through the same write path as the till's, and says what in its file is no sale. */
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { formatDecimal } from '@tandem/domain/money/parse.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { findVariantsBySku } from '../catalog/index.ts';
import { membersByReference } from '../members/index.ts';
import { findLocation, readMerchant, sellingFacts } from '../merchants/index.ts';
import { addArticles, addMembers } from './add-articles.ts';
import { adjustShelves, type ShelfChange } from './adjust-shelves.ts';
import { derivedId } from './derived-id.ts';
import { newFlight } from './flight.ts';
import { newDateReader } from './local-instant.ts';
import { openTable } from './read-table.ts';
import { type Recording, recordInvoice } from './record-invoice.ts';
import { type ImportAsked, type Running, type StartedImport, startImport } from './run-import.ts';
import { type FileLine, type LineRules, readLine } from './sale-line.ts';
import { parseColumns, readSalesHeader, type SalesRow } from './sales-columns.ts';
import { type Survey, surveySales } from './survey-sales.ts';

export interface SalesImport extends ImportAsked {
  /** Where the goods were sold. */
  locationCode: string;
  /** `invoice=InvoiceNo,sku=StockCode,…`; what is left out is known by its usual name. */
  columns?: string | undefined;
  /** What the numbers of returns begin with, C unless given. */
  returnPrefix?: string | undefined;
  /** What the numbers of mere account entries begin with, A unless given. */
  accountPrefix?: string | undefined;
}

const chunk = 500;
const inFlightMax = 192;
const progressRows = 2000;

/**
 * Refuses `location.unknown` and `import.not_readable` before it begins. Amounts are in the merchant's price mode; each
 * line is quantity × price, rounded half away from zero. Dates without an offset are the location's wall clock.
 */
export async function importSales(platform: Platform, asked: SalesImport): Promise<StartedImport> {
  const { locationCode, columns = '', returnPrefix = 'C', accountPrefix = 'A' } = asked;
  const place = await readAs(platform.pool, asked.merchantId, (tx) => placeOf(tx, locationCode));
  const table = await openTable(asked.path);
  table.close();
  const read = readSalesHeader(table.header, parseColumns(columns));
  const rules: LineRules = {
    digits: place.digits,
    returnPrefix,
    accountPrefix,
    readDate: newDateReader(place.timeZone),
  };
  return startImport(
    platform,
    'sales',
    asked,
    { location: locationCode, columns, returnPrefix, accountPrefix },
    async (running) => {
      const survey = await surveySales(asked.path, read, rules, running);
      await prepare(platform, asked, running, survey);
      await record(platform, asked, { running, survey, read, rules, place });
      return { months: survey.months };
    },
  );
}

type Place = Awaited<ReturnType<typeof placeOf>>;

async function placeOf(tx: Tx, code: string) {
  const location =
    (await findLocation(tx, code)) ??
    refuse('location.unknown', `There is no location ${code}.`, { field: 'locationCode' });
  const channels = [...(await sellingFacts(tx)).channels.values()];
  const channel =
    channels.find((one) => one.locationId === location.id) ?? channels.find((one) => one.kind === 'online');
  if (channel === undefined)
    return refuse('location.unknown', `Nothing can be sold at ${code}: it has no tills, and there is no online shop.`, {
      field: 'locationCode',
    });
  return {
    locationId: location.id,
    timeZone: location.timeZone,
    channelId: channel.id,
    digits: currencyDigits((await readMerchant(tx)).currency),
  };
}

/** Articles and customers are there before the first sale names them. */
async function prepare(
  { bus }: Platform,
  { merchantId }: SalesImport,
  { id, report }: Running,
  survey: Survey,
): Promise<void> {
  const articles = [...survey.articles.values()].map((article) => ({
    ...article,
    name: article.name === '' ? article.sku : article.name,
  }));
  for (let at = 0; at < articles.length; at += chunk) {
    const { added } = await bus.run(addArticles, {
      merchantId,
      id: derivedId(id, 'articles', String(at)),
      actor: { kind: 'system' },
      body: { articles: articles.slice(at, at + chunk) },
    });
    report.count('articlesAdded', added);
  }
  const references = [...survey.customers];
  for (let at = 0; at < references.length; at += chunk) {
    const { members } = await bus.run(addMembers, {
      merchantId,
      id: derivedId(id, 'members', String(at)),
      actor: { kind: 'system' },
      body: { references: references.slice(at, at + chunk) },
    });
    report.count('members', members);
  }
}

interface Work {
  running: Running;
  survey: Survey;
  read: (cells: readonly string[]) => SalesRow;
  rules: LineRules;
  place: Place;
}

async function record(platform: Platform, asked: SalesImport, work: Work): Promise<void> {
  const { running, survey, read, rules, place } = work;
  const { merchantId, staffId } = asked;
  const recording: Recording = {
    bus: platform.bus,
    merchantId,
    staffId,
    fileHash: running.fileHash,
    report: running.report,
    locationId: place.locationId,
    channelId: place.channelId,
    ...(await readAs(platform.pool, merchantId, (tx) => idsOf(tx, survey))),
  };
  const changes: ShelfChange[] = [];
  const flight = newFlight(inFlightMax);
  let done = 0;
  for await (const { row, cells } of (await openTable(asked.path)).rows) {
    done += 1;
    if (done % progressRows === 0) await running.progress(done, survey.total);
    const line = readLine(row, read(cells), rules);
    if ('column' in line) {
      running.report.tell('error', row, line, line.column);
      continue;
    }
    if (line.kind === 'not_a_sale') tellNotSold(running, line, rules);
    if (line.kind === 'found' || line.kind === 'lost')
      changes.push({ ...line, isFound: line.kind === 'found', variantId: recording.variants.get(line.sku) ?? '' });
    const invoice = survey.gathering.add(line.invoice, line);
    if (invoice !== undefined) await flight.add(recordInvoice(recording, invoice));
  }
  await flight.landed();
  await adjustShelves(recording, changes);
  await running.progress(done, survey.total);
}

/** Listed with its sum, so that nothing of the file is silently gone. */
function tellNotSold({ report }: Running, line: FileLine, { digits }: LineRules): void {
  const sum = formatDecimal(line.amount, digits);
  report.count('linesNotSales');
  report.count('amountNotSales', line.amount);
  report.tell('warning', line.row, {
    code: 'not_a_sale',
    params: { invoice: line.invoice, sku: line.sku, amount: sum },
  });
}

async function idsOf(tx: Tx, survey: Survey): Promise<Pick<Recording, 'variants' | 'members'>> {
  const variants = await findVariantsBySku(tx, [...survey.articles.keys()]);
  return {
    variants: new Map([...variants].map(([sku, one]) => [sku, one.id])),
    members: await membersByReference(tx, [...survey.customers]),
  };
}
