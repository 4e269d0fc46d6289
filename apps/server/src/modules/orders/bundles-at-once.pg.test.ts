import { expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { RefusalError } from '../../platform/refusal.ts';
import { makeBundle } from '../../testing/make-bundle.ts';
import { createTestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { basketUseCases } from './basket-use-cases.ts';

it('200 buyers of a bundle and of its components get exactly what there is', async () => {
  const stock = await createTestWorld({ products: 3, pieces: 60 });
  const own = (index: number) => stock.variants[index]?.id ?? '';
  await makeBundle(stock, own(0), [
    { variantId: own(1), quantity: 1000 },
    { variantId: own(2), quantity: 1000 },
  ]);
  const buying = basketUseCases(stock.platform);
  const baskets = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const basket = await buying.open(stock.shopper, newId(), {});
      // A bundle and a component in opposite orders, or one of them alone.
      const wanted = [[0, 1], [2, 0], [1], [2]][index % 4] ?? [];
      for (const one of wanted)
        await buying.addLine(stock.shopper, newId(), basket.id, { variantId: own(one), quantity: 1000 });
      await buying.setContact(stock.shopper, newId(), basket.id, {
        contact: { name: 'Mei Chan', email: 'mei@example.test' },
      });
      await buying.setDelivery(stock.shopper, newId(), basket.id, { method: 'pickup', locationId: stock.storeId });
      return basket.id;
    }),
  );

  const results = await Promise.allSettled(
    baskets.map(async (basketId) => {
      await buying.pay(stock.shopper, newId(), basketId, { kind: 'test' });
      return buying.place(stock.shopper, newId(), basketId, {});
    }),
  );

  const codes = new Set(
    results.flatMap((one) => (one.status === 'rejected' ? [(one.reason as RefusalError).refusal.code] : [])),
  );
  expect([...codes]).toEqual(['stock.short']);
  const { rows } = await stock.database.adminPool.query(
    'select variant_id, sellable - committed as left, held from inventory.stock_level where merchant_id = $1 and sellable > 0',
    [stock.merchantId],
  );
  // Everybody wants at least one of, so both are sold out; the buyers took exactly what there was.
  expect(rows.map((row) => [row.left, row.held])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  const wrong = (await verifyBooks(stock.platform.pool, stock.merchantId)).filter((one) => one.differences > 0);
  expect(wrong).toEqual([]);
  await stock.close();
});
