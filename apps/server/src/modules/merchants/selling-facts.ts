/** What every sale needs to know of the merchant, its places and channels, in one read and remembered for a second. */
import type { DiscountLimits } from '@tandem/domain/orders/by-hand.ts';
import type { SafetyStock } from '@tandem/domain/stock/level.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface PlaceFacts {
  id: string;
  code: string;
  name: Record<string, string>;
  region: string;
  timeZone: string;
  maySell: boolean;
  mayPickUp: boolean;
  mayShip: boolean;
  isActive: boolean;
}
export interface SourceFacts {
  locationId: string;
  safety: SafetyStock;
}
export interface ChannelFacts {
  id: string;
  kind: 'online' | 'till';
  locationId: string | null;
  shippingAmount: number;
  freeShippingFromAmount: number | null;
  isActive: boolean;
  /** Best place first. */
  sources: SourceFacts[];
}
export interface SellingFacts {
  name: string;
  currency: string;
  pricesIncludeTax: boolean;
  timeZone: string;
  dayCutOffHour: number;
  discountLimits: DiscountLimits;
  locations: Map<string, PlaceFacts>;
  channels: Map<string, ChannelFacts>;
}

interface Row {
  merchant: {
    name: string;
    currency: string;
    prices_include_tax: boolean;
    time_zone: string;
    day_cut_off_hour: number;
    discount_limits: DiscountLimits;
  } | null;
  locations: Array<{
    id: string;
    code: string;
    name: Record<string, string>;
    region: string;
    time_zone: string;
    may_sell: boolean;
    may_pick_up: boolean;
    may_ship: boolean;
    is_active: boolean;
  }>;
  channels: Array<{
    id: string;
    kind: 'online' | 'till';
    location_id: string | null;
    shipping_amount: number;
    free_shipping_from_amount: number | null;
    is_active: boolean;
  }>;
  sources: Array<{ channel_id: string; location_id: string; safety_kind: string; safety_amount: number }>;
}

const keptMs = 1000;
const kept = new Map<string, { facts: SellingFacts; until: number }>();

/** At most a second old: a changed setting may miss the sales of that second, never a price or a level. */
export async function sellingFacts(tx: Tx): Promise<SellingFacts> {
  const known = kept.get(tx.merchantId);
  const now = performance.now();
  if (known !== undefined && known.until > now) return known.facts;
  const facts = await readFacts(tx);
  if (kept.size > 1000) kept.clear();
  kept.set(tx.merchantId, { facts, until: now + keptMs });
  return facts;
}

/** Forgets what is remembered: called where a setting changes, so that this process shows it at once. */
export function forgetSellingFacts(): void {
  kept.clear();
}

async function readFacts(tx: Tx): Promise<SellingFacts> {
  const id = tx.merchantId;
  const row = await tx.row<Row>(sql`
    select
      (select to_jsonb(m) from merchants.merchant m where m.merchant_id = ${id}) as merchant,
      coalesce((select jsonb_agg(to_jsonb(l)) from merchants.location l where l.merchant_id = ${id}), '[]') as locations,
      coalesce((select jsonb_agg(to_jsonb(c) order by c.created_at, c.id) from merchants.channel c where c.merchant_id = ${id}), '[]') as channels,
      coalesce((select jsonb_agg(to_jsonb(s) order by s.rank, s.location_id) from merchants.channel_source s where s.merchant_id = ${id}), '[]') as sources`);
  if (row?.merchant == null) throw new Error('The merchant is not there');
  const { merchant } = row;
  return {
    name: merchant.name,
    currency: merchant.currency,
    pricesIncludeTax: merchant.prices_include_tax,
    timeZone: merchant.time_zone,
    dayCutOffHour: merchant.day_cut_off_hour,
    discountLimits: merchant.discount_limits,
    locations: new Map(row.locations.map((place) => [place.id, placeOf(place)])),
    channels: new Map(row.channels.map((channel) => [channel.id, channelOf(channel, row.sources)])),
  };
}

function placeOf(row: Row['locations'][number]): PlaceFacts {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    region: row.region,
    timeZone: row.time_zone,
    maySell: row.may_sell,
    mayPickUp: row.may_pick_up,
    mayShip: row.may_ship,
    isActive: row.is_active,
  };
}

function channelOf(row: Row['channels'][number], sources: Row['sources']): ChannelFacts {
  return {
    id: row.id,
    kind: row.kind,
    locationId: row.location_id,
    shippingAmount: row.shipping_amount,
    freeShippingFromAmount: row.free_shipping_from_amount,
    isActive: row.is_active,
    sources: sources
      .filter((source) => source.channel_id === row.id)
      .map((source) => ({ locationId: source.location_id, safety: safetyOf(source) })),
  };
}

function safetyOf(source: Row['sources'][number]): SafetyStock {
  if (source.safety_kind === 'fixed') return { kind: 'fixed', quantity: source.safety_amount };
  return source.safety_kind === 'percent' ? { kind: 'percent', ppm: source.safety_amount } : { kind: 'none' };
}
