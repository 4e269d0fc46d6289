/** Sets the demo merchant up: places, shop, registers, people, products with prices and pictures. */
import { insertMember, type MemberPricingFacts, memberFacts } from '../modules/members/index.ts';
import {
  addLocation,
  addRegister,
  addStaff,
  changeChannel,
  changeLocation,
  forgetSellingFacts,
  type Register,
  withHashedSecrets,
} from '../modules/merchants/index.ts';
import { type Actor, singleKind } from '../platform/commands/command.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import type { Tx } from '../platform/transaction.ts';
import { type SetUpMerchant, setUpMerchant } from '../setup.ts';
import { demoLocations, demoMerchant, demoPassword, demoShop, demoStaff } from './catalogue/index.ts';
import { demoMembers } from './members.data.ts';
import { stockCatalogue, type VariantOnSale } from './stock-catalogue.ts';

const system: Actor = { kind: 'system' };
/** Members joined before the first day of trade. */
const joinedMs = 120 * 86_400_000;

export interface DemoStore {
  locationId: string;
  code: string;
  /** Its part of all sales in stores. */
  share: number;
  registers: Register[];
  cashierId: string;
}
/** What the tills know of a member; the e-mail is that of somebody who shops online. */
export type DemoMember = MemberPricingFacts & { email: string | null };
export interface DemoWorld {
  merchantId: string;
  shopId: string;
  ownerId: string;
  stores: DemoStore[];
  warehouseId: string;
  variants: VariantOnSale[];
  members: DemoMember[];
}

/** Refuses `setup.done` when Tandem is not empty. */
export async function furnishMerchant(platform: Platform, tell: (percent: number) => void): Promise<DemoWorld> {
  const [first] = demoLocations;
  const owner = demoStaff.find((person) => person.role === 'owner') ?? demoStaff[0];
  const made = await setUpMerchant(
    platform,
    {
      merchantName: demoMerchant.name,
      currency: demoMerchant.currency,
      pricesIncludeTax: demoMerchant.pricesIncludeTax,
      timeZone: demoMerchant.timeZone,
      locale: demoMerchant.locale,
      taxRates: [],
      store: { code: first.code, name: first.name.en, address: addressOf(first) },
      shopName: demoShop.name.en,
      owner: { name: owner.name, email: owner.email, password: demoPassword, pin: owner.pin },
    },
    { isFirst: true },
  );
  tell(20);
  const run = <A>(kind: string, work: (tx: Tx, at: string) => Promise<A>): Promise<A> =>
    platform.bus.run(
      singleKind(kind, (tx: Tx, { at }) => work(tx, at)),
      { merchantId: made.merchantId, id: newId(), body: {}, actor: system },
    );
  const others = demoStaff.filter((person) => person !== owner);
  const people = await Promise.all(
    others.map((person) =>
      withHashedSecrets({
        name: person.name,
        email: person.email,
        role: person.role,
        password: demoPassword,
        pin: person.pin,
      }),
    ),
  );
  const places = await run('demo.places', async (tx) => {
    const placeIds = await addPlaces(tx, made);
    const staff = new Map<string, string>();
    for (const [index, person] of people.entries()) {
      const { locations = [], email = '' } = others[index] ?? {};
      staff.set(
        email,
        (await addStaff(tx, { ...person, locationIds: locations.map((code) => idOf(placeIds, code)) }, system)).id,
      );
    }
    return {
      stores: await openStores(tx, placeIds, staff),
      warehouseId: idOf(placeIds, demoLocations.find((place) => place.kind === 'warehouse')?.code ?? ''),
    };
  });
  forgetSellingFacts();
  tell(50);
  const variants = await run('demo.goods', (tx, at) => stockCatalogue(tx, [made.shop.id], at));
  const members = await run('demo.members', (tx) => addMembers(tx, platform.clock.now() - joinedMs));
  tell(100);
  return { merchantId: made.merchantId, shopId: made.shop.id, ownerId: made.owner.id, ...places, variants, members };
}

/** One of three was brought by the one before. */
async function addMembers(tx: Tx, joinedAt: number): Promise<DemoMember[]> {
  const emails = new Map<string, string | null>();
  const at = new Date(joinedAt).toISOString();
  let before: string | null = null;
  for (const [index, body] of demoMembers.entries()) {
    const id = newId();
    const referredBy = index % 3 === 2 ? before : null;
    await insertMember(tx, { id, body: { ...body, referredBy }, actor: system, at });
    emails.set(id, body.email ?? null);
    before = id;
  }
  const facts = await memberFacts(tx, [...emails.keys()]);
  return [...facts.values()].map((member) => ({ ...member, email: emails.get(member.id) ?? null }));
}

const addressOf = ({ address }: (typeof demoLocations)[number]) => ({ ...address, lines: [...address.lines] });

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`The demo names no place ${code}`);
  return id;
}

async function addPlaces(tx: Tx, { store, shop }: SetUpMerchant): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const place of demoLocations) {
    const isStore = place.kind === 'store';
    const facts = {
      code: place.code,
      kind: place.kind,
      name: { ...place.name },
      address: addressOf(place),
      region: '*',
      timeZone: place.timeZone,
      openingHours: place.openingHours.map((hours) => ({ ...hours })),
      maySell: isStore,
      mayPickUp: isStore,
      mayShip: !isStore,
    };
    const location =
      place.code === store.code
        ? await changeLocation(tx, { id: store.id, ...facts }, system)
        : await addLocation(tx, facts, system);
    ids.set(place.code, location.id);
  }
  await changeChannel(
    tx,
    {
      id: shop.id,
      code: demoShop.code,
      name: { ...demoShop.name },
      shippingAmount: demoShop.shippingAmount,
      freeShippingFromAmount: demoShop.freeShippingFromAmount,
      // The last piece on a shop's shelf may be in somebody's hands already.
      sources: demoShop.sources.map((code, index) => ({
        locationId: idOf(ids, code),
        safety: index === 0 ? { kind: 'none', amount: 0 } : { kind: 'fixed', amount: 1000 },
      })),
    },
    system,
  );
  return ids;
}

async function openStores(
  tx: Tx,
  placeIds: ReadonlyMap<string, string>,
  staff: ReadonlyMap<string, string>,
): Promise<DemoStore[]> {
  const stores: DemoStore[] = [];
  for (const [index, place] of demoLocations.filter((one) => one.kind === 'store').entries()) {
    const locationId = idOf(placeIds, place.code);
    const registers: Register[] = [];
    for (const number of [1, 2])
      registers.push(
        await addRegister(
          tx,
          { code: `${place.code.slice(0, 2)}${index + 1}${number}`, name: `${place.name.en} ${number}`, locationId },
          system,
        ),
      );
    const cashier = demoStaff.find(
      (person) => person.role === 'cashier' && person.locations.some((code) => code === place.code),
    );
    stores.push({
      locationId,
      code: place.code,
      share: place.share / 100,
      registers,
      cashierId: staff.get(cashier?.email ?? '') ?? '',
    });
  }
  return stores;
}
