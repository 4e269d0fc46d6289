/** Tills: their catalogue, and their sales as facts. */
import type { Platform } from '../../platform/platform.ts';
import { tillMemberRoutes } from './member-routes.ts';
import { tillsRoutes } from './routes.ts';

export { readTillVariants } from './catalogue.ts';
export { tillStreams } from './routes.ts';

export function tillsModule(platform: Platform) {
  return { implementations: [...tillsRoutes(platform), ...tillMemberRoutes(platform)] };
}
