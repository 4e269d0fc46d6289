/** Routes of the merchant, its places, channels, staff and exceptions. */
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import { requireLocation } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { kinds } from './kinds.ts';
import { listExceptions } from './list-exceptions.ts';
import { listChannels } from './read-channels.ts';
import { listLocations } from './read-locations.ts';
import { readMerchant } from './read-merchant.ts';
import { listStaff } from './read-staff.ts';
import { requireEverywhere } from './require-everywhere.ts';
import { withHashedSecrets } from './staff-secrets.ts';

/** `forget` drops what is remembered about tenants and sessions, after a change of either. */
export function settingsRoutes({ pool, bus }: Pick<Platform, 'pool' | 'bus'>, forget: () => void): Implementation[] {
  const forgetting = async <T>(change: Promise<T>): Promise<T> => {
    const answer = await change;
    forget();
    return answer;
  };
  return [
    implement('GET /api/merchant', ({ principal }) => readAs(pool, principal.merchantId, readMerchant)),
    implement('PATCH /api/merchant', async (asked) => {
      requireEverywhere(asked.principal);
      return forgetting(bus.run(kinds.changeMerchant, given(asked, asked.body)));
    }),
    implement('GET /api/locations', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, listLocations),
    })),
    implement('POST /api/locations', async (asked) => {
      requireEverywhere(asked.principal);
      return forgetting(bus.run(kinds.addLocation, given(asked, asked.body)));
    }),
    implement('PATCH /api/locations/:id', async (asked) => {
      requireLocation(asked.principal, asked.params.id.toLowerCase());
      return forgetting(bus.run(kinds.changeLocation, given(asked, { ...asked.body, id: asked.params.id })));
    }),
    implement('GET /api/channels', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, listChannels),
    })),
    implement('POST /api/channels', async (asked) => {
      requireEverywhere(asked.principal);
      return forgetting(bus.run(kinds.addChannel, given(asked, asked.body)));
    }),
    implement('PATCH /api/channels/:id', async (asked) => {
      requireEverywhere(asked.principal);
      return forgetting(bus.run(kinds.changeChannel, given(asked, { ...asked.body, id: asked.params.id })));
    }),
    implement('GET /api/staff', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, listStaff),
    })),
    implement('POST /api/staff', async (asked) =>
      bus.run(kinds.addStaff, given(asked, await withHashedSecrets(asked.body))),
    ),
    implement('PATCH /api/staff/:id', async (asked) => {
      const change = await withHashedSecrets(asked.body);
      return forgetting(bus.run(kinds.changeStaff, given(asked, { ...change, id: asked.params.id })));
    }),
    implement('GET /api/exceptions', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, (tx) => listExceptions(tx, principal.locationIds)),
    })),
    implement('POST /api/exceptions/:id/resolution', async (asked) =>
      bus.run(kinds.resolveException, given(asked, { id: asked.params.id, locationIds: asked.principal.locationIds })),
    ),
  ];
}
