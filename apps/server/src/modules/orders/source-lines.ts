/**
 * Which place serves which line: one place that has everything, in the order of the channel's sourcing list; otherwise as
 * much as each has, place by place. Pickup is served by its store alone.
 */
import { availableToPromise, type Level } from '@tandem/domain/stock/level.ts';
import type { ChannelFacts, SellingFacts, SourceFacts } from '../merchants/index.ts';
import type { BasketContent, BasketLine } from './basket.ts';

export interface SourcedLine {
  lineNo: number;
  variantId: string;
  locationId: string;
  quantity: number;
}
export type Sourcing = { lines: SourcedLine[] } | { short: { lineNo: number; available: number } };

/** The places that may serve this delivery, best first. */
export function candidates(
  facts: SellingFacts,
  channel: ChannelFacts | undefined,
  delivery: BasketContent['delivery'],
): SourceFacts[] {
  return (channel?.sources ?? []).filter((source) => {
    const place = facts.locations.get(source.locationId);
    if (place === undefined || !place.isActive) return false;
    return delivery?.method === 'pickup' ? place.mayPickUp && place.id === delivery.locationId : place.mayShip;
  });
}

/** Chooses places so that every line is served whole, or names the first line that cannot be. */
export function sourceLines(
  sources: readonly SourceFacts[],
  lines: readonly BasketLine[],
  levelAt: (locationId: string, variantId: string) => Level,
): Sourcing {
  const promised = (source: SourceFacts, variantId: string) =>
    availableToPromise(levelAt(source.locationId, variantId), source.safety);
  // A variant may stand on two lines: bought, and as a gift. What one line takes the other has not.
  const wanted = new Map<string, number>();
  for (const line of lines) wanted.set(line.variantId, (wanted.get(line.variantId) ?? 0) + line.quantity);
  const whole = sources.find((source) =>
    [...wanted].every(([variantId, quantity]) => promised(source, variantId) >= quantity),
  );
  if (whole !== undefined)
    return {
      lines: lines.map((line) => ({
        lineNo: line.lineNo,
        variantId: line.variantId,
        locationId: whole.locationId,
        quantity: line.quantity,
      })),
    };
  const chosen: SourcedLine[] = [];
  const taken = new Map<string, number>();
  for (const line of lines) {
    let open = line.quantity;
    for (const source of sources) {
      const key = `${source.locationId} ${line.variantId}`;
      const quantity = Math.min(open, promised(source, line.variantId) - (taken.get(key) ?? 0));
      if (quantity <= 0) continue;
      taken.set(key, (taken.get(key) ?? 0) + quantity);
      chosen.push({ lineNo: line.lineNo, variantId: line.variantId, locationId: source.locationId, quantity });
      open -= quantity;
      if (open === 0) break;
    }
    if (open > 0) return { short: { lineNo: line.lineNo, available: line.quantity - open } };
  }
  return { lines: chosen };
}

/** Which lines held goods belong to: holds know the variant, and a variant may stand on two lines. */
export function linesOfHolds(
  holds: readonly { variantId: string; locationId: string; quantity: number }[],
  lines: readonly BasketLine[],
): SourcedLine[] {
  const open = lines.map((line) => ({ ...line }));
  return holds.flatMap(({ variantId, locationId, quantity }) => {
    let left = quantity;
    return open.flatMap((line) => {
      const part = line.variantId === variantId ? Math.min(left, line.quantity) : 0;
      if (part === 0) return [];
      left -= part;
      line.quantity -= part;
      return [{ lineNo: line.lineNo, variantId, locationId, quantity: part }];
    });
  });
}
