// Today against a usual day.

export interface Comparison {
  readonly direction: 'up' | 'down' | 'same';
  /** The difference in parts per million of the usual figure, without sign. */
  readonly ppm: number;
}

/** How far a figure is from the usual one; undefined where there is no usual figure to compare with. */
export function compare(now: number, usual: number | undefined): Comparison | undefined {
  if (usual === undefined || usual <= 0) return undefined;
  const change = Math.round(((now - usual) / usual) * 100);
  if (change === 0) return { direction: 'same', ppm: 0 };
  return { direction: change > 0 ? 'up' : 'down', ppm: Math.abs(change) * 10_000 };
}

/** The mean of an amount over so many orders, rounded to a minor unit; 0 without orders. */
export function averageOf(amount: number, orders: number): number {
  return orders > 0 ? Math.round(amount / orders) : 0;
}
