/** A day of the demo's online shop: baskets, payment, orders; parcels and pickups go out in the days after. */
import {
  type BasketChange,
  type BasketStep,
  cancelOrder,
  handOverFulfilment,
  serveBaskets,
  stageFulfilment,
} from '../modules/orders/index.ts';
import type { Actor } from '../platform/commands/command.ts';
import { fulfilmentsOf } from './fulfilments-of.ts';
import { fillBasket, type History, onlineOrdersADay } from './history.ts';
import { demoShoppers } from './shoppers.data.ts';
import { clockOf, momentOf, type TradingDay } from './trading-days.ts';

export interface PlacedOnline {
  orderId: string;
  placedAt: number;
  isPickup: boolean;
  isPaid: boolean;
  /** The day, by its index, on which the goods go out. */
  leavesOn: number;
}
interface Wish {
  basketId: string;
  orderId: string;
  instant: number;
  delivery: Extract<BasketChange, { op: 'delivery' }>['delivery'];
  contact: { name: string; email: string; phone: string };
  lines: { variantId: string; quantity: number }[];
  payment: 'test' | 'in_store';
  code: string | undefined;
  /** Half of those who are members sign in. */
  memberId: string | undefined;
}
const pickupShare = 0.42;

/** Places the orders of the day. */
export async function sellOnline(history: History, day: TradingDay): Promise<PlacedOnline[]> {
  const { chance, world, now } = history;
  const moments = Array.from({ length: chance.count(onlineOrdersADay * day.busyness) }, () =>
    momentOf(chance, day, 'online'),
  ).sort((a, b) => a - b);
  const wishes = moments.filter((instant) => instant < now).flatMap((instant) => wishAt(history, instant));
  const actor: Actor = { kind: 'shopper', channelId: world.shopId };
  const channelId = world.shopId;
  const step = (wish: Wish, body: BasketStep, id?: string) => history.run(serveBaskets, wish.instant, actor, body, id);
  const change = (wish: Wish, op: object, id?: string) =>
    step(wish, { step: 'change', basketId: wish.basketId, channelId, ...op } as BasketStep, id);
  await Promise.all(
    wishes.map((wish) => change(wish, { op: 'open', locale: chance.happens(0.6) ? 'zh-Hant' : 'en' }, wish.basketId)),
  );
  await Promise.all(
    wishes.flatMap(({ memberId, ...wish }) =>
      memberId === undefined ? [] : [change({ ...wish, memberId }, { op: 'member', memberId })],
    ),
  );
  await Promise.all(wishes.flatMap((wish) => wish.lines.map((line) => change(wish, { op: 'add', ...line }))));
  await Promise.all(
    wishes.flatMap((wish) => (wish.code === undefined ? [] : [change(wish, { op: 'code', code: wish.code })])),
  );
  await Promise.all(
    wishes.flatMap((wish) => [
      change(wish, { op: 'contact', contact: wish.contact }),
      change(wish, { op: 'delivery', delivery: wish.delivery }),
    ]),
  );
  await Promise.all(
    wishes.map((wish) => step(wish, { step: 'pay', basketId: wish.basketId, channelId, kind: wish.payment })),
  );
  await Promise.all(
    wishes.map((wish) =>
      step(wish, { step: 'place', basketId: wish.basketId, channelId, orderId: wish.orderId }, wish.orderId),
    ),
  );
  return wishes.map((wish) => ({
    orderId: wish.orderId,
    placedAt: wish.instant,
    isPickup: wish.delivery.method === 'pickup',
    isPaid: wish.payment === 'test',
    leavesOn: day.index + 1 + (chance.happens(0.25) ? 1 : 0),
  }));
}

function wishAt(history: History, instant: number): Wish[] {
  const { chance, world } = history;
  const isPickup = chance.happens(pickupShare);
  const store = chance.pick(world.stores);
  const basket = fillBasket(history, isPickup ? store.locationId : world.warehouseId, 4, isPickup ? 2 : 0);
  if (basket.length === 0) return [];
  const [name, email, street] = chance.pick(demoShoppers);
  const delivery = isPickup
    ? { method: 'pickup' as const, locationId: store.locationId }
    : {
        method: 'ship' as const,
        address: {
          lines: [`Flat ${chance.pick(['A', 'B', 'C', 'D'])}, ${chance.whole(2, 38)}/F`, street],
          city: 'Hong Kong',
          country: 'HK',
        },
      };
  return [
    {
      basketId: chance.id(instant),
      orderId: chance.id(instant),
      instant,
      delivery,
      contact: { name, email, phone: `+852 5${chance.whole(100, 999)} ${chance.whole(1000, 9999)}` },
      lines: basket.map(({ variant, pieces }) => ({ variantId: variant.id, quantity: pieces * 1000 })),
      payment: isPickup && chance.happens(0.4) ? 'in_store' : 'test',
      code: chance.happens(0.16) ? 'welcome10' : chance.happens(0.1) ? history.coupons.pop() : undefined,
      memberId: chance.happens(0.5) ? world.members.find((one) => one.email === email)?.id : undefined,
    },
  ];
}

/** Parcels leave, pickups are collected and paid; a few orders are cancelled instead. Gives what is still to go out. */
export async function sendOut(
  history: History,
  day: TradingDay,
  open: readonly PlacedOnline[],
): Promise<PlacedOnline[]> {
  const { chance, now } = history;
  const due = open
    .filter((order) => order.leavesOn <= day.index)
    .map((order) => ({
      order,
      instant: clockOf(day, order.isPickup ? chance.whole(12, 19) : 10, chance.whole(0, 59)),
      isCancelled: chance.happens(0.035),
    }))
    .filter(({ instant }) => instant < now);
  const actor: Actor = { kind: 'staff', staffId: history.world.ownerId };
  const groups = await fulfilmentsOf(
    history,
    due.map(({ order }) => order.orderId),
  );
  await Promise.all(
    due.map(async ({ order, instant, isCancelled }) => {
      if (isCancelled) {
        await history.run(cancelOrder, instant, actor, { orderId: order.orderId, reason: 'Changed their mind' });
        return;
      }
      for (const fulfilmentId of groups.get(order.orderId) ?? []) {
        await history.run(stageFulfilment, instant - 3_600_000, actor, { fulfilmentId });
        await history.run(handOverFulfilment, instant, actor, {
          fulfilmentId,
          ...(order.isPaid ? {} : { tender: { kind: 'card' as const } }),
        });
      }
    }),
  );
  const gone = new Set(due.map(({ order }) => order));
  return open.filter((order) => !gone.has(order));
}

/** Some of today's pickups already lie ready in their store. */
export async function makeReady(history: History, open: readonly PlacedOnline[]): Promise<void> {
  const ready = open.filter((order) => order.isPickup).filter((_, index) => index % 2 === 0);
  const groups = await fulfilmentsOf(
    history,
    ready.map((order) => order.orderId),
  );
  const actor: Actor = { kind: 'staff', staffId: history.world.ownerId };
  for (const fulfilmentId of [...groups.values()].flat())
    await history.run(stageFulfilment, history.now, actor, { fulfilmentId });
}
