/** What every part of the demo's history works with. */
import type { Actor, CommandKind } from '../platform/commands/command.ts';
import type { Platform } from '../platform/platform.ts';
import { type Chance, newChance, newWeightedPick } from './chance.ts';
import type { DemoWorld } from './furnish-merchant.ts';
import { Shelf } from './shelf.ts';
import type { VariantOnSale } from './stock-catalogue.ts';
import type { TillEngine } from './till-engine.ts';

/** Sales in all stores on a usual day, and orders of the online shop. */
export const storeSalesADay = 120;
export const onlineOrdersADay = 10;

export interface History {
  platform: Platform;
  world: DemoWorld;
  chance: Chance;
  shelf: Shelf;
  /** Nothing happens after this instant. */
  now: number;
  pickVariant(chance: Chance): VariantOnSale;
  /** Set when the promotions are published. */
  priceSale: TillEngine;
  /** Unique codes that nobody entered yet. */
  coupons: string[];
  /** Runs a command as if at that instant. */
  run<B, A>(kind: CommandKind<B, A>, instant: number, actor: Actor, body: B, id?: string): Promise<A>;
}

export function newHistory(platform: Platform, world: DemoWorld, seed: number): History {
  const chance = newChance(seed);
  // Ids of commands are drawn when their turn comes, which is not the same in every run: they must not disturb the history.
  const ids = newChance(seed + 1);
  return {
    platform,
    world,
    chance,
    shelf: new Shelf(),
    now: platform.clock.now(),
    priceSale: () => {
      throw new Error('The rules are not published yet');
    },
    coupons: [],
    pickVariant: newWeightedPick(world.variants, (variant) => variant.weight),
    run: (kind, instant, actor, body, id = ids.id(instant)) =>
      platform.bus.run(kind, { merchantId: world.merchantId, id, actor, at: iso(instant), body }),
  };
}

export const iso = (instant: number): string => new Date(instant).toISOString();

/** A few different articles with how many of each; only what is on the shelf of that place. */
export function fillBasket(
  history: History,
  locationId: string,
  linesMax: number,
  keep = 0,
): { variant: VariantOnSale; pieces: number }[] {
  const { chance, shelf } = history;
  const chosen = new Map<string, { variant: VariantOnSale; pieces: number }>();
  const wanted = chance.happens(0.48) ? 1 : chance.whole(2, linesMax);
  for (let tries = 0; chosen.size < wanted && tries < wanted * 4; tries += 1) {
    const variant = history.pickVariant(chance);
    const pieces = variant.price < 12_000 && chance.happens(0.22) ? chance.whole(2, 4) : 1;
    if (!chosen.has(variant.id) && shelf.takeGoods(locationId, variant, pieces, keep))
      chosen.set(variant.id, { variant, pieces });
  }
  return [...chosen.values()];
}
