/** What people at a till take off by hand or charge instead of the price: how much of it their role allows. */

/** The most that a role may take off, in parts per ten thousand of the price before; owners are not limited. */
export type DiscountLimits = { readonly cashier: number; readonly manager: number };

/** The limit of a role (`owner`, `manager`; everybody else is held to the cashier's), in parts per ten thousand. */
export function discountLimitOf(role: string, limits: DiscountLimits): number {
  if (role === 'owner') return 10_000;
  return role === 'manager' ? limits.manager : limits.cashier;
}

/** May the role charge another price than the list's? */
export function mayOverridePrice(role: string): boolean {
  return role === 'owner' || role === 'manager';
}

/** A share of a discount on a line; `promotionId` null is by hand. Amounts in minor units. */
export type HandAllocation = {
  readonly promotionId: string | null;
  readonly amount: number;
  readonly baseAmount: number;
};

/**
 * How much of a line was taken off by hand, in parts per ten thousand of what it cost before the first of it. One minor
 * unit of each such discount is left to its rounding; a line that cost nothing before gives 0.
 */
export function shareTakenByHand(allocations: readonly HandAllocation[]): number {
  const byHand = allocations.filter(({ promotionId }) => promotionId === null);
  const base = Math.max(0, ...byHand.map(({ baseAmount }) => baseAmount));
  if (base <= 0) return 0;
  const taken = byHand.reduce((sum, { amount }) => sum + amount, 0) - byHand.length;
  return Math.min(10_000, Math.max(0, Math.ceil((taken * 10_000) / base)));
}
