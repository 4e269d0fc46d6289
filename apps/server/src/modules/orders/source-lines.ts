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
  const whole = sources.find((source) => lines.every((line) => promised(source, line.variantId) >= line.quantity));
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
  for (const line of lines) {
    let open = line.quantity;
    for (const source of sources) {
      const quantity = Math.min(open, promised(source, line.variantId));
      if (quantity > 0)
        chosen.push({ lineNo: line.lineNo, variantId: line.variantId, locationId: source.locationId, quantity });
      open -= quantity;
      if (open === 0) break;
    }
    if (open > 0) return { short: { lineNo: line.lineNo, available: line.quantity - open } };
  }
  return { lines: chosen };
}
