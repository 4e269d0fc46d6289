// What a bundle costs alone and together, from what is chosen in its form.
import { goodsIn } from '@tandem/domain/stock/bundle.ts';
import { parseQuantity } from '../parts/amount-text.ts';

export interface BundlePartDraft {
  readonly variantId: string;
  readonly sku: string;
  readonly name: string;
  /** As it is typed: pieces in one bundle. */
  readonly quantity: string;
}
/** Of one piece; null where it is not known. */
export interface PartFacts {
  readonly amount: number | null;
  readonly costAmount: number | null;
}

/** Thousandths; undefined for what is no quantity between a thousandth and a hundred pieces. */
export function quantityOf({ quantity }: BundlePartDraft): number | undefined {
  const parsed = parseQuantity(quantity);
  return parsed !== undefined && parsed > 0 && parsed <= 100_000 ? parsed : undefined;
}

/** What the parts cost when they are bought separately, and what they cost the shop; null while any of it is unknown. */
export function sumsOfBundle(
  parts: readonly BundlePartDraft[],
  factsOf: (variantId: string) => PartFacts | undefined,
): { aloneAmount: number | null; costAmount: number | null } {
  const sum = (of: (facts: PartFacts) => number | null): number | null =>
    parts.reduce<number | null>((total, part) => {
      const facts = factsOf(part.variantId);
      const each = facts === undefined ? null : of(facts);
      const quantity = quantityOf(part);
      return total === null || each === null || quantity === undefined ? null : total + goodsIn(each, quantity);
    }, 0);
  return { aloneAmount: sum((facts) => facts.amount), costAmount: sum((facts) => facts.costAmount) };
}
