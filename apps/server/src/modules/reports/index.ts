/** Reports: figures by one dictionary, kept from the feeds. Nobody calls them. */
import type { Platform } from '../../platform/platform.ts';
import { reportsRoutes } from './routes.ts';

export { keepReports } from './keep-reports.ts';
export { projectSales } from './project-sales.ts';

export function reportsModule(platform: Platform) {
  return { implementations: reportsRoutes(platform) };
}
