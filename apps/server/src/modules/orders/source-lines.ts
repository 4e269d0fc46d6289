/**
 * Which place serves which line: one place that has everything, in the order of the channel's sourcing list; otherwise as
 * much as each has, place by place. Pickup is served by its store alone. A bundle is served by its components: whole
 * bundles, each of them from one place.
 */
import { bundlesFrom, type Component, goodsOf } from '@tandem/domain/stock/bundle.ts';
import { availableToPromise, type Level } from '@tandem/domain/stock/level.ts';
import type { ChannelFacts, SellingFacts, SourceFacts } from '../merchants/index.ts';
import type { BasketContent, BasketLine } from './basket.ts';

export interface SourcedLine {
  lineNo: number;
  /** The variant that is picked: a component, where the line is of a bundle. */
  variantId: string;
  locationId: string;
  quantity: number;
}
export type Sourcing = { lines: SourcedLine[] } | { short: { lineNo: number; available: number } };
/** What a variant is made of; nothing where it is no bundle. */
export type ContentsOf = (variantId: string) => readonly Component[];

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
  contentsOf: ContentsOf,
): Sourcing {
  // A variant may stand on two lines: bought, as a gift, and inside a bundle. What one line takes the others have not.
  const taken = new Map<string, number>();
  const left = (source: SourceFacts, variantId: string) =>
    availableToPromise(levelAt(source.locationId, variantId), source.safety) -
    (taken.get(`${source.locationId} ${variantId}`) ?? 0);
  const goods = lines.map((line) => goodsOf(line.variantId, contentsOf(line.variantId), line.quantity));
  const wanted = new Map<string, number>();
  for (const { variantId, quantity } of goods.flat()) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
  const whole = sources.find((source) => [...wanted].every(([id, quantity]) => left(source, id) >= quantity));
  if (whole !== undefined)
    return {
      lines: lines.flatMap(({ lineNo }, index) =>
        (goods[index] ?? []).map((one) => ({ lineNo, locationId: whole.locationId, ...one })),
      ),
    };
  const chosen: SourcedLine[] = [];
  for (const line of lines) {
    let open = line.quantity;
    for (const source of sources) {
      const contents = contentsOf(line.variantId);
      const there =
        contents.length === 0 ? left(source, line.variantId) : bundlesFrom(contents, (id) => left(source, id));
      const quantity = Math.min(open, there);
      if (quantity <= 0) continue;
      for (const one of goodsOf(line.variantId, contents, quantity)) {
        const key = `${source.locationId} ${one.variantId}`;
        taken.set(key, (taken.get(key) ?? 0) + one.quantity);
        chosen.push({ lineNo: line.lineNo, locationId: source.locationId, ...one });
      }
      open -= quantity;
      if (open === 0) break;
    }
    if (open > 0) return { short: { lineNo: line.lineNo, available: line.quantity - open } };
  }
  return { lines: chosen };
}

/**
 * Which lines held goods belong to: holds know the variant, and a variant may stand on two lines or inside a bundle.
 * Undefined where what is held is not what the lines take: the contents of a bundle changed meanwhile.
 */
export function linesOfHolds(
  holds: readonly { variantId: string; locationId: string; quantity: number }[],
  lines: readonly BasketLine[],
  contentsOf: ContentsOf,
): SourcedLine[] | undefined {
  const open = lines.flatMap(({ lineNo, variantId, quantity }) =>
    goodsOf(variantId, contentsOf(variantId), quantity).map((one) => ({ lineNo, ...one })),
  );
  const sourced = holds.flatMap(({ variantId, locationId, quantity }) => {
    let left = quantity;
    const parts = open.flatMap((line) => {
      const part = line.variantId === variantId ? Math.min(left, line.quantity) : 0;
      if (part === 0) return [];
      left -= part;
      line.quantity -= part;
      return [{ lineNo: line.lineNo, variantId, locationId, quantity: part }];
    });
    return left === 0 ? parts : [undefined];
  });
  if (open.some((line) => line.quantity > 0)) return undefined;
  return sourced.every((one) => one !== undefined) ? merged(sourced) : undefined;
}

/** One row for each line, place and variant: two holds of the same goods at one place are picked together. */
function merged(lines: readonly SourcedLine[]): SourcedLine[] {
  const rows = new Map<string, SourcedLine>();
  for (const line of lines) {
    const key = `${line.lineNo} ${line.locationId} ${line.variantId}`;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { ...line });
    else known.quantity += line.quantity;
  }
  return [...rows.values()];
}
