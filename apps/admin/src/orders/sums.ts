// What an order comes to, from its frozen facts.

interface Tax {
  readonly name: string;
  readonly amount: number;
}
interface SoldOrder {
  readonly pricesIncludeTax: boolean;
  readonly netAmount: number;
  readonly taxAmount: number;
  readonly shippingNetAmount: number;
  readonly shippingTaxAmount: number;
  readonly totalAmount: number;
  readonly roundingAmount: number;
  readonly paidAmount: number;
  /** What was taken off the goods, and off delivery; the amounts above are what is left. */
  readonly discountAmount: number;
  readonly shippingDiscountAmount: number;
  readonly lines: readonly {
    readonly netAmount: number;
    readonly taxAmount: number;
    readonly taxes: readonly Tax[];
    readonly costAmount: number | null;
  }[];
}
export interface OrderSumsFacts {
  /** Before discounts, as delivery is; with tax where prices include it. */
  readonly goods: number;
  readonly shipping: number;
  readonly taxes: readonly Tax[];
  /** Rounding included: what has to be paid. */
  readonly total: number;
  readonly due: number;
  /** Undefined where the cost of a line is not known. */
  readonly profit: number | undefined;
}

/** All sums of an order, minor units; the tax of delivery counts under the first tax. */
export function sumsOf(order: SoldOrder): OrderSumsFacts {
  const net = order.lines.reduce((sum, line) => sum + line.netAmount, 0);
  const tax = order.lines.reduce((sum, line) => sum + line.taxAmount, 0);
  const taxes = new Map<string, number>();
  for (const one of order.lines.flatMap((line) => line.taxes))
    taxes.set(one.name, (taxes.get(one.name) ?? 0) + one.amount);
  const [first] = taxes.keys();
  if (first !== undefined) taxes.set(first, (taxes.get(first) ?? 0) + order.shippingTaxAmount);
  const total = order.totalAmount + order.roundingAmount;
  const isCostKnown = order.lines.every((line) => line.costAmount !== null);
  const shippingTax = order.pricesIncludeTax ? order.shippingTaxAmount : 0;
  return {
    goods: net + (order.pricesIncludeTax ? tax : 0) + order.discountAmount,
    shipping: order.shippingNetAmount + shippingTax + order.shippingDiscountAmount,
    taxes: [...taxes].map(([name, amount]) => ({ name, amount })).filter((one) => one.amount !== 0),
    total,
    due: total - order.paidAmount,
    profit: isCostKnown ? net - order.lines.reduce((sum, line) => sum + (line.costAmount ?? 0), 0) : undefined,
  };
}
