// Levels of a product as a grid: variants down, places across.

interface Level {
  readonly variantId: string;
  readonly locationId: string;
  readonly available: number;
}
export interface VariantStock {
  readonly available: number;
  /** Available thousandths by location id. */
  readonly byLocation: ReadonlyMap<string, number>;
}

/** What is available of each variant, at each place and in all. */
export function levelsByVariant(levels: readonly Level[]): Map<string, VariantStock> {
  const grid = new Map<string, { available: number; byLocation: Map<string, number> }>();
  for (const level of levels) {
    const row = grid.get(level.variantId) ?? { available: 0, byLocation: new Map<string, number>() };
    row.available += level.available;
    row.byLocation.set(level.locationId, level.available);
    grid.set(level.variantId, row);
  }
  return grid;
}
