// Lines of a receipt or an adjustment while they are typed.
import { multiplyRounded } from '@tandem/domain/money/round.ts';
import { parseAmount, parseQuantity, quantityText } from '../parts/amount-text.ts';

export interface PickedVariant {
  readonly variantId: string;
  readonly sku: string;
  readonly name: string;
  /** Thousandths on hand where the goods come in. */
  readonly onHand: number;
}
export interface DraftLine extends PickedVariant {
  readonly quantity: string;
  readonly cost: string;
}

/** A variant that is scanned again counts one more; a new one stands on top with one piece. */
export function withPicked(lines: readonly DraftLine[], picked: PickedVariant): DraftLine[] {
  const known = lines.find((one) => one.variantId === picked.variantId);
  if (!known) return [{ ...picked, quantity: '1', cost: '' }, ...lines];
  const quantity = quantityText((parseQuantity(known.quantity) ?? 0) + 1000);
  return lines.map((one) => (one === known ? { ...one, quantity } : one));
}

export interface DraftTotal {
  /** Thousandths; lines that cannot be read yet count nothing. */
  readonly quantity: number;
  /** Minor units, each line rounded half away from zero. */
  readonly amount: number;
}

/** What the lines come to. */
export function totalOf(lines: readonly DraftLine[], currency: string): DraftTotal {
  return lines.reduce<DraftTotal>(
    (sum, line) => {
      const quantity = parseQuantity(line.quantity) ?? 0;
      const cost = parseAmount(line.cost, currency) ?? 0;
      return { quantity: sum.quantity + quantity, amount: sum.amount + multiplyRounded(cost, quantity, 1000) };
    },
    { quantity: 0, amount: 0 },
  );
}
