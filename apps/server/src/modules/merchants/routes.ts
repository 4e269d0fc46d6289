/** All routes of the module. */
import type { Implementation } from '../../platform/http/implement.ts';
import type { Platform } from '../../platform/platform.ts';
import { sessionRoutes } from './session-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import type { LastReceiptNumber } from './show-till.ts';
import { tillRoutes } from './till-routes.ts';

export function merchantsRoutes(
  platform: Platform,
  forget: () => void,
  lastReceiptNumber: LastReceiptNumber,
): Implementation[] {
  return [
    ...settingsRoutes(platform, forget),
    ...sessionRoutes(platform, forget),
    ...tillRoutes(platform, forget, lastReceiptNumber),
  ];
}
