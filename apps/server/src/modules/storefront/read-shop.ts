/** What every page says of the shop: its name, its categories, the stores where goods can be collected. */
import type { CategoryView, ShopView } from '@tandem/storefront/views.ts';
import type { Tx } from '../../platform/transaction.ts';
import { listPublishedCategories } from '../catalog/index.ts';
import { type Location, listLocations, readChannel, readMerchant } from '../merchants/index.ts';
import { pickupTime } from './pickup-time.ts';

export interface Shop extends ShopView {
  merchantId: string;
  channelId: string;
  timeZone: string;
  /** Where the shop's goods may come from. */
  sourceIds: string[];
  canShip: boolean;
  categoryIds: Record<string, { id: string; handle: string; name: CategoryView['name'] }>;
  /** When what is said of collecting may change, ms. */
  until: number;
}

const categoriesMax = 12;

export async function readShop(tx: Tx, channelId: string, now: number): Promise<Shop> {
  const merchant = await readMerchant(tx);
  const channel = await readChannel(tx, channelId);
  const places = new Map((await listLocations(tx)).map((place) => [place.id, place]));
  const sources = channel.sources
    .flatMap(({ locationId }) => places.get(locationId) ?? [])
    .filter((place) => place.isActive);
  const categories = await listPublishedCategories(tx, channelId);
  const collecting = sources
    .filter((place) => place.mayPickUp)
    .map((place) => ({ place, ...pickupTime(place.openingHours, place.timeZone, now) }));
  return {
    merchantId: tx.merchantId,
    channelId,
    timeZone: merchant.timeZone,
    sourceIds: sources.map((place) => place.id),
    canShip: sources.some((place) => place.mayShip),
    merchantName: merchant.name,
    currency: merchant.currency,
    pricesIncludeTax: merchant.pricesIncludeTax,
    shippingAmount: channel.shippingAmount,
    freeShippingFromAmount: channel.freeShippingFromAmount,
    country:
      sources.find((place) => place.address.country !== undefined)?.address.country ?? countryOfZone(merchant.timeZone),
    categories: categories
      .filter((category) => category.parentId === null)
      .slice(0, categoriesMax)
      .map(({ handle, name, imageUrl }) => ({ handle, name, imageUrl })),
    categoryIds: Object.fromEntries(categories.map(({ id, handle, name }) => [handle, { id, handle, name }])),
    stores: collecting.map(({ place, pickup }) => ({
      id: place.id,
      name: place.name,
      addressLines: linesOf(place.address),
      openingHours: place.openingHours,
      pickup,
    })),
    until: Math.min(...collecting.map((one) => one.until)),
  };
}

/** An address as lines, without its country: shoppers of a store know where they live. */
export function linesOf(address: Location['address']): string[] {
  const town = [address.district, address.city].filter((part) => part !== undefined && part !== '').join(', ');
  return [...(address.lines ?? []), town].filter((line) => line !== '');
}

/** The first choice in the form of a shop whose places name no country. */
function countryOfZone(timeZone: string): string {
  const zones: Record<string, string> = {
    'Asia/Hong_Kong': 'HK',
    'Asia/Taipei': 'TW',
    'Asia/Macau': 'MO',
    'Asia/Singapore': 'SG',
    'Europe/London': 'GB',
  };
  return zones[timeZone] ?? 'US';
}
