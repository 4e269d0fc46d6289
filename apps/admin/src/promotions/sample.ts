// The sample basket of the preview, kept in the browser from one promotion to the next.
import type { Body } from '@tandem/contract/index.ts';

export interface Sample {
  readonly channelId: string;
  /** '' where nothing is delivered. */
  readonly method: '' | 'ship' | 'pickup';
  /** A local date-time of this browser; '' is now. */
  readonly at: string;
  readonly codes: readonly string[];
  readonly lines: readonly { readonly variantId: string; readonly pieces: number }[];
}
type Place = { readonly id: string; readonly locationId: string | null };

const key = 'tandem.sampleBasket';

/** The basket of last time, as far as it still makes sense; else an empty one in the first shop. */
export function readSample(channels: readonly Place[]): Sample {
  const empty: Sample = { channelId: channels[0]?.id ?? '', method: '', at: '', codes: [], lines: [] };
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Sample>;
    const lines = Array.isArray(kept.lines) ? kept.lines.filter((line) => line.variantId && line.pieces >= 1) : [];
    const channelId = channels.find((one) => one.id === kept.channelId)?.id ?? empty.channelId;
    return { ...empty, channelId, lines };
  } catch {
    return empty;
  }
}

/** Keeps it; a browser that forbids storage goes without. */
export function writeSample(sample: Sample): void {
  try {
    localStorage.setItem(key, JSON.stringify(sample));
  } catch {
    // The basket then lasts as long as the page.
  }
}

/** The basket as the server takes it; null while it is empty. */
export function sampleBasket(
  { channelId, method, at, codes, lines }: Sample,
  channels: readonly Place[],
): Body<'POST /api/promotions/preview'>['basket'] | null {
  if (lines.length === 0 || !channelId) return null;
  return {
    channelId,
    locationId: channels.find((one) => one.id === channelId)?.locationId ?? null,
    memberId: null,
    ...(at && !Number.isNaN(Date.parse(at)) ? { at: new Date(at).toISOString() } : {}),
    codes: [...codes],
    shippingMethod: method || null,
    lines: lines.slice(0, 100).map((line) => ({ variantId: line.variantId, quantity: line.pieces * 1000 })),
  };
}
