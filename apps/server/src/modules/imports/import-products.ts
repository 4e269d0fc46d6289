/** Brings a Shopify product file in: create or update by SKU, opening stock, a report per row. */
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { findLocation, readMerchant } from '../merchants/index.ts';
import { applyProducts, type ChunkOutcome, tryProducts } from './apply-products.ts';
import { derivedId } from './derived-id.ts';
import { Gathering } from './group-rows.ts';
import { draftOf, type GroupedRow, type ProductDraft } from './product-draft.ts';
import { openTable } from './read-table.ts';
import type { Report } from './report.ts';
import { type ImportAsked, type Running, type StartedImport, startImport } from './run-import.ts';
import { readShopifyHeader, type ShopifyHeader } from './shopify-columns.ts';

export interface ProductImport extends ImportAsked {
  /** The code of the location that takes the opening stock; no stock is taken without one. */
  locationCode?: string | undefined;
  /** Only say what would be done. */
  dryRun?: boolean | undefined;
}

const chunkProducts = 100;

/** Refuses `location.unknown` and `import.not_readable` before it begins; what is wrong in single rows is reported. */
export async function importProducts(platform: Platform, asked: ProductImport): Promise<StartedImport> {
  const { locationCode = '', dryRun = false } = asked;
  const { pool } = platform;
  const { location, currency } = await readAs(pool, asked.merchantId, async (tx) => ({
    location: locationCode === '' ? undefined : await findLocation(tx, locationCode),
    currency: (await readMerchant(tx)).currency,
  }));
  if (locationCode !== '' && location === undefined)
    refuse('location.unknown', `There is no location ${locationCode}.`, { field: 'locationCode' });
  const table = await openTable(asked.path);
  table.close();
  const header = readShopifyHeader(table.header);
  const options = { format: 'shopify', location: locationCode, ...(dryRun ? { dryRun } : {}) };
  return startImport(platform, 'products', asked, options, async (running) => {
    const gathering = await countRows(asked.path, header, running);
    await apply(platform, asked, {
      running,
      header,
      ...gathering,
      digits: currencyDigits(currency),
      locationId: location?.id ?? null,
      dryRun,
    });
    return {};
  });
}

interface Applying {
  running: Running;
  header: ShopifyHeader;
  gathering: Gathering<GroupedRow>;
  total: number;
  digits: number;
  locationId: string | null;
  dryRun: boolean;
}

async function countRows(
  path: string,
  header: ShopifyHeader,
  { progress }: Running,
): Promise<{ gathering: Gathering<GroupedRow>; total: number }> {
  const gathering = new Gathering<GroupedRow>();
  let total = 0;
  for await (const { cells } of (await openTable(path)).rows) {
    total += 1;
    gathering.expect(header.read(cells)('handle'));
  }
  await progress(0, total);
  return { gathering, total };
}

async function apply(platform: Platform, asked: ProductImport, applying: Applying): Promise<void> {
  const { running, header, gathering, total, digits } = applying;
  const { report } = running;
  const reading = { header, report, digits, skus: new Map<string, number>() };
  let waiting: ProductDraft[] = [];
  let done = 0;
  let chunks = 0;
  const flush = async (): Promise<void> => {
    const drafts = waiting;
    waiting = [];
    chunks += 1;
    if (drafts.length > 0) add(report, await applyChunk(platform, asked, applying, drafts, chunks));
    await running.progress(done, total);
  };
  for await (const { row, cells } of (await openTable(asked.path)).rows) {
    const cell = header.read(cells);
    done += 1;
    const handle = cell('handle');
    const rows = gathering.add(handle, { row, cell });
    if (handle === '') report.tell('error', row, { code: 'handle_missing' }, header.nameOf('handle'));
    else if (rows !== undefined) {
      const draft = draftOf(reading, rows);
      if (draft !== undefined) waiting.push(draft);
    }
    if (waiting.length >= chunkProducts) await flush();
  }
  await flush();
}

function applyChunk(
  { pool, bus }: Platform,
  asked: ProductImport,
  { running, locationId, dryRun }: Applying,
  drafts: ProductDraft[],
  number: number,
): Promise<ChunkOutcome> {
  const { merchantId, staffId } = asked;
  const chunk = { drafts, locationId };
  if (dryRun) return readAs(pool, merchantId, (tx) => tryProducts(tx, chunk));
  const actor = staffId === null ? { kind: 'system' as const } : { kind: 'staff' as const, staffId };
  return bus.run(applyProducts, { merchantId, id: derivedId(running.id, 'chunk', String(number)), actor, body: chunk });
}

function add(report: Report, { messages, ...counts }: ChunkOutcome): void {
  for (const [name, by] of Object.entries(counts)) report.count(name, by);
  for (const { level, row, column, ...finding } of messages) report.tell(level, row, finding, column);
}
