/**
 * Fills an empty Tandem with the demo merchant: 90 days of trade made through the same write path as every real sale, at
 * instants of the past. The same clock gives the same history.
 */
import { sellingFacts } from '../modules/merchants/index.ts';
import { projectSales } from '../modules/reports/index.ts';
import type { Platform } from '../platform/platform.ts';
import { furnishMerchant } from './furnish-merchant.ts';
import { type History, newHistory } from './history.ts';
import { promote } from './promote.ts';
import { receiveGoods } from './receive-goods.ts';
import { type SoldBefore, sellInStores, takeBack } from './sell-in-stores.ts';
import { makeReady, type PlacedOnline, sellOnline, sendOut } from './sell-online.ts';
import { newTillEngine } from './till-engine.ts';
import { historyDays, tradingDays } from './trading-days.ts';

const seed = 852;
const furnishedPercent = 15;

/** Refuses `setup.done` when Tandem is not empty. `tell` hears how far it is, in percent, and at what. */
export async function fillDemo(platform: Platform, tell: (percent: number, step: string) => void): Promise<void> {
  tell(0, 'furnish');
  const world = await furnishMerchant(platform, (percent) =>
    tell(Math.round((percent * furnishedPercent) / 100), 'furnish'),
  );
  const history = newHistory(platform, world, seed);
  history.coupons = await promote(history);
  history.priceSale = await newTillEngine(history);
  await trade(history, (share) => tell(furnishedPercent + Math.round((97 - furnishedPercent) * share), 'history'));
  tell(98, 'reports');
  while (
    await projectSales(platform.pool, world.merchantId, async (tx) => {
      const facts = await sellingFacts(tx);
      return (locationId) => facts.locations.get(locationId ?? '')?.timeZone ?? facts.timeZone;
    })
  );
  tell(100, 'done');
}

async function trade(history: History, tell: (share: number) => void): Promise<void> {
  const comingBack = new Map<number, SoldBefore[]>();
  let open: PlacedOnline[] = [];
  for (const day of tradingDays(history.now)) {
    if (day.index === 0) await receiveGoods(history, day, 'opening');
    else if (day.isMonday) await receiveGoods(history, day, 'receipt');
    const [sold, placed, stillOpen] = await Promise.all([
      sellInStores(history, day),
      sellOnline(history, day),
      sendOut(history, day, open),
      takeBack(history, day, comingBack.get(day.index) ?? []),
    ]);
    for (const one of sold) {
      const back = day.index + history.chance.whole(2, 12);
      comingBack.set(back, [...(comingBack.get(back) ?? []), one]);
    }
    open = [...stillOpen, ...placed];
    tell((day.index + 1) / historyDays);
  }
  await makeReady(history, open);
}
