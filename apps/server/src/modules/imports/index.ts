/** Imports: files of other systems, brought in once, with a report of every row. */
import type { Platform } from '../../platform/platform.ts';
import { importsRoutes } from './routes.ts';

export { importProducts, type ProductImport } from './import-products.ts';
export type { ImportView } from './import-rows.ts';
export type { ImportMessage } from './report.ts';
export type { StartedImport } from './run-import.ts';

export function importsModule(platform: Platform) {
  return { implementations: importsRoutes(platform) };
}
