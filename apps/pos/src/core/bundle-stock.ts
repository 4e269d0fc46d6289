/** What there is of bundles, as the till works it out from the rows that it has: their stock is their components'. */
import { bundlesFrom } from '@tandem/domain/stock/bundle.ts';
import type { TillVariant } from './till-facts.ts';

/** How many there are, thousandths; what the server said while the row of a component is not here yet. */
export function availableOf(row: TillVariant, variant: (id: string) => TillVariant | undefined): number {
  const { components = [], available } = row;
  if (components.length === 0 || components.some((one) => variant(one.variantId) === undefined)) return available;
  return bundlesFrom(components, (id) => variant(id)?.available ?? 0);
}

/** Which bundles are made of which variant. */
export class BundlesByComponent {
  readonly #bundles = new Map<string, Set<string>>();

  /** Takes a row in the place of the one before. */
  put(row: TillVariant, before: TillVariant | undefined): void {
    for (const { variantId } of before?.components ?? []) this.#bundles.get(variantId)?.delete(row.id);
    for (const { variantId } of row.components ?? []) {
      const known = this.#bundles.get(variantId) ?? new Set();
      this.#bundles.set(variantId, known.add(row.id));
    }
  }

  /** The bundles that hold any of these. */
  of(ids: Iterable<string>): Set<string> {
    const found = new Set<string>();
    for (const id of ids) for (const bundle of this.#bundles.get(id) ?? []) found.add(bundle);
    return found;
  }

  clear(): void {
    this.#bundles.clear();
  }
}
