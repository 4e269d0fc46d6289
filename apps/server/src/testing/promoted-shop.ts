/** A shop on a test world with everything that tests of promotions do: publish, fill baskets, buy, look. */
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import { type BasketUseCases, basketUseCases, readOrder } from '../modules/orders/index.ts';
import { createPromotion, movePromotion } from '../modules/promotions/index.ts';
import type { CommandKind } from '../platform/commands/command.ts';
import { newId } from '../platform/ids.ts';
import { readAs, type Tx } from '../platform/transaction.ts';
import { samplePromotion } from './sample-promotion.ts';
import type { TestWorld } from './test-world.ts';

export interface PromotedShop {
  shop: BasketUseCases;
  run<B, A>(kind: CommandKind<B, A>, body: B): Promise<A>;
  read<A>(what: (tx: Tx) => Promise<A>): Promise<A>;
  // A test looks at whatever it selects.
  // biome-ignore lint/suspicious/noExplicitAny: the rows of any statement
  rows(statement: string, ...values: unknown[]): Promise<any[]>;
  variant(index: number): string;
  /** Publishes ten percent off, with whatever is to be otherwise; gives the id. */
  publish(more?: Partial<PromotionBody>): Promise<string>;
  /** Ends everything that was published. */
  endAll(): Promise<void>;
  /** A basket ready to be paid, to be collected in the store. */
  basketOf(lines: [variantId: string, pieces: number][], code?: string): Promise<string>;
  see(basketId: string): ReturnType<BasketUseCases['read']>;
  buy(basketId: string): ReturnType<BasketUseCases['place']>;
  orderOf(orderId: string): ReturnType<typeof readOrder>;
  totals(promotionId: string): Promise<object[]>;
}

export function promotedShop(world: TestWorld): PromotedShop {
  const shop = basketUseCases(world.platform);
  const live: string[] = [];
  const run: PromotedShop['run'] = (kind, body) =>
    world.platform.bus.run(kind, {
      merchantId: world.merchantId,
      id: newId(),
      actor: { kind: 'staff', staffId: world.ownerId },
      body,
    });
  const read: PromotedShop['read'] = (what) => readAs(world.platform.pool, world.merchantId, what);
  const rows: PromotedShop['rows'] = async (statement, ...values) =>
    (await world.database.adminPool.query(statement, values)).rows;
  return {
    shop,
    run,
    read,
    rows,
    variant: (index) => world.variants[index]?.id ?? '',
    publish: async (more = {}) => {
      const { id } = await run(createPromotion, samplePromotion(more));
      await run(movePromotion, { promotionId: id, event: 'published' });
      live.push(id);
      return id;
    },
    endAll: async () => {
      for (const promotionId of live.splice(0)) await run(movePromotion, { promotionId, event: 'ended' });
    },
    basketOf: async (lines, code) => {
      const { id } = await shop.open(world.shopper, newId(), {});
      for (const [variantId, pieces] of lines)
        await shop.addLine(world.shopper, newId(), id, { variantId, quantity: pieces * 1000 });
      if (code !== undefined) await shop.addCode(world.shopper, newId(), id, code);
      await shop.setContact(world.shopper, newId(), id, { contact: { name: 'Mei Chan', email: 'mei@example.test' } });
      await shop.setDelivery(world.shopper, newId(), id, { method: 'pickup', locationId: world.storeId });
      return id;
    },
    see: (id) => shop.read(world.shopper, id),
    buy: async (id) => {
      await shop.pay(world.shopper, newId(), id, { kind: 'test' });
      return shop.place(world.shopper, newId(), id, {});
    },
    orderOf: (id) => read((tx) => readOrder(tx, id)),
    totals: (id) =>
      rows("select uses, pieces, amount from promotions.usage_total where promotion_id = $1 and scope = ''", id),
  };
}
