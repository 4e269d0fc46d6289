/** The rules that price a basket: an immutable numbered snapshot, the same on server, till and store. */

import type { Promotion } from '../promotions/promotion.ts';
import type { Schedule } from './schedule.ts';

export type RuleSet = {
  /** Grows with each publication; frozen on every order that was priced with it. */
  readonly number: number;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  /** The merchant's own zone, for schedules that name no other. */
  readonly timeZone: string;
  readonly settings: PricingSettings;
  readonly priceLists: readonly PriceList[];
  readonly promotions: readonly Promotion[];
};

/** Where the trade disagrees, the merchant chooses; the first value of each is the default. */
export type PricingSettings = {
  readonly taxRounding: 'line' | 'unit' | 'document';
  readonly taxTies: 'away_from_zero' | 'toward_zero';
  readonly percentRounding: 'line' | 'unit';
  /** A shopper in another tax zone pays the same gross, or the same net with the tax of the place. */
  readonly otherTaxZone: 'keep_gross' | 'keep_net';
  /** Fixed amounts and thresholds are in the price mode of the merchant, or net of tax. */
  readonly thresholds: 'price_mode' | 'net';
  readonly exclusiveChoice: 'best_for_shopper' | 'priority';
  readonly codesPerOrder: number | null;
  /** A campaign budget that the next use would pass: refuse the use, or give what is left. */
  readonly budget: 'whole_uses' | 'partial';
  readonly cancelledOrder: 'gives_use_back' | 'keeps_use';
  /** Of an order that came back whole; what came back in part keeps its uses always. */
  readonly returnedOrder: 'gives_use_back' | 'keeps_use';
  /** How often one till may give a shared code with a limit while it has no network; `defaultCodeQuota` where nobody chose. */
  readonly codesOffline?: number;
};

/** Uses of a limited shared code that a till may give before it must ask the server again. */
export const defaultCodeQuota = 5;

/**
 * The head of a price list; its prices stand at the goods (`ItemPrices.entries`). Precedence: lists for named members →
 * lists for locations → other lists → base price; among lists of the same kind the lowest price wins, then the id.
 * A null audience field means "everybody".
 */
export type PriceList = {
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  readonly channels: readonly string[] | null;
  readonly locations: readonly string[] | null;
  readonly members: readonly string[] | null;
  readonly tiers: readonly string[] | null;
  readonly memberTags: readonly string[] | null;
  readonly schedule: Schedule | null;
};

export const defaultPricingSettings: PricingSettings = {
  taxRounding: 'line',
  taxTies: 'away_from_zero',
  percentRounding: 'line',
  otherTaxZone: 'keep_gross',
  thresholds: 'price_mode',
  exclusiveChoice: 'best_for_shopper',
  codesPerOrder: null,
  budget: 'whole_uses',
  cancelledOrder: 'gives_use_back',
  returnedOrder: 'keeps_use',
};
