// The discounts of an order's line, from its frozen shares.
import type { Localised } from '@tandem/ui/locale.ts';

interface Share {
  readonly promotionId: string | null;
  readonly code: string | null;
  readonly amount: number;
}
interface Discounted {
  readonly discounts: readonly { readonly promotionId: string | null; readonly name: Localised | null }[];
}
export interface LineDiscount extends Share {
  readonly key: string;
  /** `other` is what no share accounts for, as on orders of before promotions. */
  readonly kind: 'promotion' | 'by_hand' | 'other';
  /** Of promotions only; null where it is not known any more. */
  readonly name: Localised | null;
}

/** One entry for each promotion and code, minor units; they come to the line's discount. */
export function discountsOfLine(
  { discounts }: Discounted,
  line: { readonly discountAmount: number; readonly allocations: readonly Share[] },
): LineDiscount[] {
  const names = new Map(discounts.map((one) => [one.promotionId, one.name]));
  const found = new Map<string, LineDiscount>();
  const add = ({ promotionId, code, amount }: Share): void => {
    const key = `${promotionId} ${code}`;
    const sum = (found.get(key)?.amount ?? 0) + amount;
    const kind = promotionId === null ? 'by_hand' : 'promotion';
    found.set(key, { key, kind, promotionId, code, amount: sum, name: names.get(promotionId) ?? null });
  };
  for (const one of line.allocations) add(one);
  const told = line.allocations.reduce((sum, one) => sum + one.amount, 0);
  const rest = line.discountAmount - told;
  const other: LineDiscount = { key: 'other', kind: 'other', promotionId: null, code: null, amount: rest, name: null };
  return rest > 0 ? [...found.values(), other] : [...found.values()];
}
