/** Editing orders in tests: buying online, editing, and what is claimed of the goods. */
import { editOrder } from '../modules/orders/index.ts';
import type { RefusalError } from '../platform/refusal.ts';
import type { PromotedShop } from './promoted-shop.ts';
import type { TestWorld } from './test-world.ts';

type EditBody = Omit<Parameters<typeof editOrder.decide>[1][number]['body'], 'orderId'>;

/** Goods are named by their index in the world, quantities in whole pieces. */
export function editShop(world: TestWorld, promoted: PromotedShop) {
  const level = async (index: number) =>
    (
      await promoted.rows(
        'select committed from inventory.stock_level where variant_id = $1 and location_id = $2',
        promoted.variant(index),
        world.storeId,
      )
    )[0].committed;
  const bought = async (lines: [number, number][], code?: string) => {
    const goods = lines.map(([index, pieces]): [string, number] => [promoted.variant(index), pieces]);
    return (await promoted.buy(await promoted.basketOf(goods, code))).orderId;
  };
  const line = (index: number, pieces: number, lineNo?: number) => ({
    variantId: promoted.variant(index),
    quantity: pieces * 1000,
    ...(lineNo === undefined ? {} : { lineNo }),
  });
  const edit = (orderId: string, lines: EditBody['lines'], more: Partial<EditBody> = {}) =>
    promoted.run(editOrder, { orderId, version: 1, codes: [], addedPrices: 'original', lines, ...more });
  const codeOf = (result: PromiseSettledResult<unknown>) =>
    result.status === 'fulfilled' ? 'ok' : (result.reason as RefusalError).refusal.code;
  return { level, bought, line, edit, codeOf };
}
