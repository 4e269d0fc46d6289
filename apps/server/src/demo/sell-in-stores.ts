/** A day at the tills of the demo's stores, and some of what was sold comes back. */

import { multiplyRounded } from '@tandem/domain/money/round.ts';
import { recordSales, refundSale } from '../modules/orders/index.ts';
import type { DemoStore } from './furnish-merchant.ts';
import { fillBasket, type History, iso, storeSalesADay } from './history.ts';
import { momentOf, type TradingDay } from './trading-days.ts';

export interface SoldBefore {
  orderId: string;
  store: DemoStore;
}
const returnedShare = 0.014;
const regulars = { reward: { kind: 'percent' as const, basisPoints: 1000 }, reason: 'A regular' };
const notes = [2000, 5000, 10_000, 50_000, 100_000];

/** Records the sales of the day; gives those that will come back. */
export async function sellInStores(history: History, day: TradingDay): Promise<SoldBefore[]> {
  const { chance, world, now } = history;
  const moments = world.stores.flatMap((store) =>
    Array.from({ length: chance.count(storeSalesADay * store.share * day.busyness) }, () => ({
      store,
      instant: momentOf(chance, day, 'store'),
    })),
  );
  moments.sort((a, b) => a.instant - b.instant);
  const comingBack: SoldBefore[] = [];
  const sales = moments
    .filter(({ instant }) => instant < now)
    .flatMap(({ store, instant }) => {
      const body = saleAt(history, store, instant);
      if (body === undefined) return [];
      if (chance.happens(returnedShare)) comingBack.push({ orderId: body.orderId, store });
      return [
        history.run(
          recordSales,
          instant,
          {
            kind: 'register',
            registerId: body.registerId,
            staffId: store.cashierId,
            locationId: store.locationId,
            channelId: body.channelId,
          },
          body,
        ),
      ];
    });
  await Promise.all(sales);
  return comingBack;
}

function saleAt(history: History, store: DemoStore, instant: number) {
  const { chance, world } = history;
  const basket = fillBasket(history, store.locationId, 5);
  const register = chance.happens(0.7) ? store.registers[0] : store.registers[1];
  if (basket.length === 0 || register === undefined) return undefined;
  // A regular gets ten percent off now and then.
  const percent = chance.happens(0.07) ? 10 : 0;
  const member = chance.happens(0.31) ? chance.pick(world.members) : null;
  const full = basket.reduce((sum, { variant, pieces }) => sum + variant.price * pieces, 0);
  const isCash = chance.happens(full < 30_000 ? 0.38 : 0.12);
  const priced = history.priceSale({
    instant,
    channelId: register.channelId,
    locationId: store.locationId,
    member,
    tender: isCash ? 'cash' : 'card',
    lines: basket.map(({ variant, pieces }) => ({ variantId: variant.id, quantity: pieces * 1000 })),
    manualDiscount: percent === 0 ? null : regulars,
  });
  const lines = priced.lines.map((line, index) => ({
    variantId: basket[index]?.variant.id ?? '',
    quantity: (basket[index]?.pieces ?? 0) * 1000,
    unitAmount: line.listUnitAmount,
    priceListId: line.priceListId,
    ...(line.discountAmount === 0
      ? {}
      : {
          discountAmount: line.discountAmount,
          allocations: line.allocations.map((one) => ({ ...one, units: [...one.units] })),
        }),
  }));
  const exact = priced.totals.totalAmount;
  // Cash is paid to the next ten cents.
  const totalAmount = isCash ? multiplyRounded(exact, 1, 10) * 10 : exact;
  return {
    orderId: chance.id(instant),
    soldAt: iso(instant),
    staffId: store.cashierId,
    ...(member === null ? {} : { memberId: member.id }),
    lines,
    tenders: [
      { kind: isCash ? ('cash' as const) : ('card' as const), amount: isCash ? noteFor(totalAmount) : totalAmount },
    ],
    pricing: {
      ruleSetNumber: priced.ruleSetNumber,
      hash: priced.hash,
      codes: [],
      manualDiscount: percent === 0 ? null : regulars,
      applied: [...priced.applied],
    },
    totalAmount,
    locationId: store.locationId,
    channelId: register.channelId,
    registerId: register.id,
    series: `${register.code}-0`,
  };
}

/** What is handed over in notes. */
function noteFor(amount: number): number {
  const note = notes.find((one) => one >= amount) ?? 100_000;
  return Math.ceil(amount / note) * note;
}

/** Sales of days before come back, whole or a piece of them, some damaged. */
export async function takeBack(history: History, day: TradingDay, returned: readonly SoldBefore[]): Promise<void> {
  const { chance, now } = history;
  await Promise.all(
    returned.map(({ orderId, store }, index) => {
      // Of every other sale a single piece.
      const some = index % 2 === 0 ? {} : { lines: [{ lineNo: 1, quantity: 1000 }] };
      const instant = momentOf(chance, day, 'store');
      const disposition = chance.happens(0.2) ? ('damaged' as const) : ('sellable' as const);
      const reason = chance.pick(['Wrong size', 'Changed their mind', 'A gift they had already', 'Faulty seam']);
      return instant < now
        ? history.run(
            refundSale,
            instant,
            { kind: 'staff', staffId: store.cashierId },
            { orderId, reason, locationId: store.locationId, disposition, ...some },
          )
        : Promise.resolve();
    }),
  );
}
