/** Who is asking: worked out once a request, by the module that owns sessions and registers. */

import type { Permission } from '@tandem/contract/permissions.ts';
import type { Access } from '@tandem/contract/route.ts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../commands/command.ts';
import { refuse } from '../refusal.ts';

export interface Principal {
  merchantId: string;
  actor: Actor;
  permissions: ReadonlySet<Permission>;
  /** The locations that staff are limited to; null for all. */
  locationIds: readonly string[] | null;
  /** Hash of the session's token, to end it. */
  sessionHash?: Buffer;
}

/** Gives the principal, or throws a refusal (401 not known, 403 not allowed). */
export type Authenticate = (request: FastifyRequest, access: Access) => Principal | Promise<Principal>;

/** Refuses staff who are limited to other locations; 404, so that nothing is told about the place. */
export function requireLocation(principal: Principal, locationId: string): void {
  if (principal.locationIds !== null && !principal.locationIds.includes(locationId)) {
    refuse('location.not_found', 'There is no such location.', { status: 404 });
  }
}
