/** Everything a new merchant starts with: a store with its till channel, one online shop that sells from it, its owner. */
import type { Actor } from '../../platform/commands/command.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { addChannel } from './add-channel.ts';
import { addLocation } from './add-location.ts';
import { addStaff } from './add-staff.ts';
import { requireCurrency, requireTimeZone } from './check-settings.ts';
import type { Channel, Location, SetupBody, Staff } from './contract-types.ts';
import type { withHashedSecrets } from './staff-secrets.ts';

export type MerchantAsked = Omit<SetupBody, 'taxRates' | 'owner'> & {
  owner: Awaited<ReturnType<typeof withHashedSecrets<SetupBody['owner']>>>;
  /** Under which the merchant is reached; none for the only one. */
  hostname?: string | undefined;
};

export interface CreatedMerchant {
  store: Location;
  shop: Channel;
  owner: Staff;
}

/** Writes the merchant whose id the transaction is already set to. Refuses `time_zone.unknown`, `currency.unknown`, `channel.hostname_taken`. */
export async function createMerchant(tx: Tx, asked: MerchantAsked): Promise<CreatedMerchant> {
  requireTimeZone(asked.timeZone);
  requireCurrency(asked.currency);
  const system: Actor = { kind: 'system' };
  await tx.run(sql`insert into platform.tenant (merchant_id) values (${tx.merchantId})`);
  await tx.run(sql`
    insert into merchants.merchant (merchant_id, name, currency, prices_include_tax, time_zone, locale, locales)
    values (${tx.merchantId}, ${asked.merchantName}, ${asked.currency}, ${asked.pricesIncludeTax}, ${asked.timeZone}, ${asked.locale}, ${['en', 'zh-Hant']})`);
  const store = await addLocation(
    tx,
    {
      code: asked.store.code,
      name: { [asked.locale]: asked.store.name },
      kind: 'store',
      address: asked.store.address,
      region: '*',
      timeZone: asked.timeZone,
      openingHours: [],
      maySell: true,
      mayPickUp: true,
      mayShip: true,
    },
    system,
  );
  const shop = await addChannel(
    tx,
    {
      code: 'online',
      name: { [asked.locale]: asked.shopName },
      hostname: asked.hostname ?? null,
      shippingAmount: 0,
      freeShippingFromAmount: null,
      sources: [{ locationId: store.id, safety: { kind: 'none', amount: 0 } }],
      isActive: true,
    },
    system,
  );
  const owner = await addStaff(tx, { ...asked.owner, role: 'owner', locationIds: [] }, system);
  return { store, shop, owner };
}
