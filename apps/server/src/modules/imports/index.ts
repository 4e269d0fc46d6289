/** Imports: files of other systems, brought in once, with a report of every row. */
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { type ImportResult, readImportMonths } from './import-rows.ts';
import { importsRoutes } from './routes.ts';

export { importProducts, type ProductImport } from './import-products.ts';
export type { ImportView } from './import-rows.ts';
export { importSales, type SalesImport } from './import-sales.ts';
export type { ImportMessage } from './report.ts';
export type { StartedImport } from './run-import.ts';

export function importsModule(platform: Platform) {
  return { implementations: importsRoutes(platform) };
}

/** What the file of a sales import comes to by month, in minor units: all of it, sold, returned, and what is no sale. */
export function salesMonths({ pool }: Platform, merchantId: string, id: string): Promise<ImportResult['months']> {
  return readAs(pool, merchantId, (tx) => readImportMonths(tx, id));
}
