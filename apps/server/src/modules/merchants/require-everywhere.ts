/** What touches the whole merchant is not for people who are limited to some of its places. */
import type { Principal } from '../../platform/http/principal.ts';
import { refuse } from '../../platform/refusal.ts';

/** Refuses `permission.missing` to staff who are limited to places. */
export function requireEverywhere(principal: Principal): void {
  if (principal.locationIds !== null)
    refuse('permission.missing', 'You are limited to some locations.', {
      status: 403,
      params: { limitedTo: 'locations' },
    });
}
