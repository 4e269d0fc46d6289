/** Pure sums of what the `orders` stream tells, by day and by product, by the dictionary of report definitions. */
import type { OrderRow } from '@tandem/contract/feeds.ts';

/** Stands for "no location" in keys: an online order belongs to its channel only. */
export const noLocation = '00000000-0000-0000-0000-000000000000';

export interface DayKey {
  businessDate: string;
  channelId: string;
  locationId: string;
  hour: number;
}
export interface DaySums {
  orders: number;
  returns: number;
  units: number;
  grossAmount: number;
  discountAmount: number;
  returnedAmount: number;
  /** Gross − discounts − returns, without tax. */
  netAmount: number;
  taxAmount: number;
  shippingAmount: number;
  costAmount: number;
}
export interface ProductSums {
  businessDate: string;
  variantId: string;
  channelId: string;
  locationId: string;
  units: number;
  netAmount: number;
  costAmount: number;
}

const nothing: DaySums = {
  orders: 0,
  returns: 0,
  units: 0,
  grossAmount: 0,
  discountAmount: 0,
  returnedAmount: 0,
  netAmount: 0,
  taxAmount: 0,
  shippingAmount: 0,
  costAmount: 0,
};

/** Sums by business date, channel, location and hour. */
export function sumDays(rows: readonly OrderRow[], hour: (row: OrderRow) => number): (DayKey & DaySums)[] {
  const sums = new Map<string, DayKey & DaySums>();
  for (const row of rows) {
    const key = {
      businessDate: row.businessDate,
      channelId: row.channelId,
      locationId: row.locationId ?? noLocation,
      hour: hour(row),
    };
    const name = Object.values(key).join(' ');
    let sum = sums.get(name);
    if (sum === undefined) {
      sum = { ...key, ...nothing };
      sums.set(name, sum);
    }
    addRow(sum, row);
  }
  return [...sums.values()];
}

function addRow(sum: DaySums, row: OrderRow): void {
  const sign = row.type === 'return' ? -1 : 1;
  if (row.type === 'sale') sum.orders += 1;
  if (row.type === 'return') sum.returns += 1;
  sum.shippingAmount += sign * row.shippingAmount;
  sum.taxAmount += sign * row.shippingTaxAmount;
  for (const line of row.lines) {
    sum.units += sign * line.quantity;
    sum.netAmount += sign * line.netAmount;
    sum.taxAmount += sign * line.taxAmount;
    sum.costAmount += sign * line.costAmount;
    if (row.type === 'return') sum.returnedAmount += line.netAmount;
    else {
      sum.grossAmount += line.grossAmount;
      sum.discountAmount += line.discountAmount;
    }
  }
}

/** Sums by business date, variant, channel and location. */
export function sumProducts(rows: readonly OrderRow[]): ProductSums[] {
  const sums = new Map<string, ProductSums>();
  for (const row of rows) {
    const sign = row.type === 'return' ? -1 : 1;
    for (const line of row.lines) {
      if (line.variantId === null) continue;
      const key = {
        businessDate: row.businessDate,
        variantId: line.variantId,
        channelId: row.channelId,
        locationId: row.locationId ?? noLocation,
      };
      const name = Object.values(key).join(' ');
      let sum = sums.get(name);
      if (sum === undefined) {
        sum = { ...key, units: 0, netAmount: 0, costAmount: 0 };
        sums.set(name, sum);
      }
      sum.units += sign * line.quantity;
      sum.netAmount += sign * line.netAmount;
      sum.costAmount += sign * line.costAmount;
    }
  }
  return [...sums.values()];
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The hour of the day, 0 to 23, at which an instant falls in a zone. */
export function hourOf(at: string, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  return Number(format.format(new Date(at)));
}
