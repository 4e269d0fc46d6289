/** Merchants, their places, channels, registers, staff and sessions: what the modules above may use. */

import type { Implementation } from '../../platform/http/implement.ts';
import type { Authenticate } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { newDoors } from './authenticate.ts';
import { merchantsRoutes } from './routes.ts';
import { forgetSellingFacts } from './selling-facts.ts';
import type { LastReceiptNumber } from './show-till.ts';
import { newTenants, type Tenants } from './tenants.ts';

export { addChannel } from './add-channel.ts';
export { addLocation } from './add-location.ts';
export { addRegister } from './add-register.ts';
export { addStaff } from './add-staff.ts';
export { approvalsByIds } from './approve-at-till.ts';
export { changeChannel } from './change-channel.ts';
export { changeLocation } from './change-location.ts';
export { requireName } from './check-settings.ts';
export type {
  Channel,
  ChannelSource,
  Location,
  Merchant,
  Register,
  Session,
  SetupBody,
  Staff,
} from './contract-types.ts';
export { putCookie, readToken, staffCookie, tokenOf } from './cookies.ts';
export { countTries, type Tries } from './count-tries.ts';
export { createMerchant } from './create-merchant.ts';
export { describeSession } from './describe-session.ts';
export { hashSecret, isSecret } from './hash-secret.ts';
export { makePairingCode } from './make-pairing-code.ts';
export { openSession } from './open-session.ts';
export { pairRegister } from './pair-register.ts';
export { newPairingCode, plainCode } from './pairing-code.ts';
export { listChannels, readChannel, requireChannels } from './read-channels.ts';
export { findLocation, listLocations, readLocation, requireLocations } from './read-locations.ts';
export { readMerchant } from './read-merchant.ts';
export { listRegisters, readRegister } from './read-registers.ts';
export { listStaff, readStaff, rolesOfStaff, staffNames } from './read-staff.ts';
export {
  type ChannelFacts,
  forgetSellingFacts,
  type PlaceFacts,
  type SellingFacts,
  type SourceFacts,
  sellingFacts,
} from './selling-facts.ts';
export type { LastReceiptNumber } from './show-till.ts';
export { withHashedSecrets } from './staff-secrets.ts';
export type { Shop, Tenants } from './tenants.ts';
export { writeAudit } from './write-audit.ts';

export interface Merchants {
  implementations: Implementation[];
  authenticate: Authenticate;
  tenants: Tenants;
  /** Drops what is remembered about tenants, sessions and registers. */
  forget(): void;
}

export interface MerchantsPorts {
  /** Receipts of a series handed out so far; the module that keeps them stands above this one. 0 when not given. */
  lastReceiptNumber?: LastReceiptNumber;
}

export function merchantsModule(
  platform: Platform,
  { lastReceiptNumber = async () => 0 }: MerchantsPorts = {},
): Merchants {
  const tenants = newTenants(platform);
  const doors = newDoors(platform, tenants);
  const forget = () => {
    tenants.forget();
    doors.forget();
    forgetSellingFacts();
  };
  // Another process changed a setting; this one's own changes are forgotten at once, by the route.
  platform.pokes.watch(({ stream }) => {
    if (stream === 'catalog') forgetSellingFacts();
  });
  return {
    implementations: merchantsRoutes(platform, forget, lastReceiptNumber),
    authenticate: doors.authenticate,
    tenants,
    forget,
  };
}
