// The sample baskets of the preview, kept in the browser from one promotion to the next.
import type { Body } from '@tandem/contract/index.ts';
import { instantOfWall, wallAt } from '@tandem/domain/pricing/zone-time.ts';

export interface Sample {
  readonly channelId: string;
  /** '' where nothing is delivered. */
  readonly method: '' | 'ship' | 'pickup';
  /** How it is paid; '' before anybody knows. */
  readonly tender: '' | (typeof sampleTenders)[number];
  /** What the clock on the store's wall shows, wherever this browser is; '' is now. */
  readonly at: string;
  readonly codes: readonly string[];
  /** Who buys; null: a shopper whom nobody knows. */
  readonly member: { readonly id: string; readonly name: string } | null;
  readonly lines: readonly { readonly variantId: string; readonly pieces: number }[];
}
export const sampleTenders = ['cash', 'card', 'in_store', 'test'] as const;
type Place = { readonly id: string; readonly locationId: string | null };

const key = 'tandem.sampleBaskets';
export const samplesMax = 5;

/** An empty basket in the first shop. */
export function emptySample(channels: readonly Place[]): Sample {
  return { channelId: channels[0]?.id ?? '', method: '', tender: '', at: '', codes: [], member: null, lines: [] };
}

/** The goods of the baskets of last time, as far as they still make sense, and the shop of each; else one empty basket. */
export function readSamples(channels: readonly Place[]): Sample[] {
  const empty = emptySample(channels);
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    const samples = (Array.isArray(kept) ? kept : [])
      .slice(0, samplesMax)
      .map((one: Partial<Sample> | null): Sample => {
        const lines = Array.isArray(one?.lines) ? one.lines.filter((line) => line.variantId && line.pieces >= 1) : [];
        const channelId = channels.find(({ id }) => id === one?.channelId)?.id ?? empty.channelId;
        return { ...empty, channelId, lines };
      });
    return samples.length > 0 ? samples : [empty];
  } catch {
    return [empty];
  }
}

/** Keeps them; a browser that forbids storage goes without. */
export function writeSamples(samples: readonly Sample[]): void {
  try {
    // Who buys is nobody's to read from this browser later.
    localStorage.setItem(key, JSON.stringify(samples.map((one) => ({ ...one, member: null }))));
  } catch {
    // The baskets then last as long as the page.
  }
}

/** The instant (ISO) at which the store's clock shows that date and time; undefined for what is none. */
export function instantIn(local: string, timeZone: string): string | undefined {
  const wall = Date.parse(`${local}Z`);
  return local === '' || Number.isNaN(wall) ? undefined : new Date(instantOfWall(wall, timeZone)).toISOString();
}

/** What the store's clock shows at an instant (milliseconds), to the minute, as a date-time field takes it. */
export const localIn = (instant: number, timeZone: string): string =>
  new Date(wallAt(instant, timeZone)).toISOString().slice(0, 16);

/** The zone of the store that the channel sells in, else the merchant's. */
export function zoneOf(
  channelId: string,
  channels: readonly Place[],
  locations: readonly { readonly id: string; readonly timeZone: string }[],
  merchantZone: string,
): string {
  const place = channels.find((one) => one.id === channelId)?.locationId;
  return locations.find((one) => one.id === place)?.timeZone ?? merchantZone;
}

/** The basket as the server takes it; null while it is empty. */
export function sampleBasket(
  { channelId, method, tender, at, codes, member, lines }: Sample,
  channels: readonly Place[],
  timeZone: string,
): Body<'POST /api/promotions/preview'>['basket'] | null {
  if (lines.length === 0 || !channelId) return null;
  const instant = instantIn(at, timeZone);
  return {
    channelId,
    locationId: channels.find((one) => one.id === channelId)?.locationId ?? null,
    memberId: member?.id ?? null,
    ...(instant ? { at: instant } : {}),
    codes: [...codes],
    shippingMethod: method || null,
    ...(tender ? { tender } : {}),
    lines: lines.slice(0, 100).map((line) => ({ variantId: line.variantId, quantity: line.pieces * 1000 })),
  };
}
