/** Pages at a member's own prices: lists of the tier and the tag, promotions for members, and what stays everybody's. */
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { everything } from '../../testing/sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { addMember, type NewMember } from '../members/index.ts';
import { addPriceList, putEntries } from '../pricing/index.ts';
import { priceGoods } from './price-goods.ts';
import { readHome } from './read-lists.ts';
import { readProductPage } from './read-product-page.ts';
import { readShop } from './read-shop.ts';

let world: TestWorld;
let shop: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 4 });
  shop = promotedShop(world);
});
afterAll(async () => {
  const wrong = (await verifyBooks(world.platform.pool, world.merchantId)).filter((check) => check.differences > 0);
  await world.close();
  expect(wrong).toEqual([]);
});

const member = async (more: Partial<NewMember> = {}) => (await shop.run(addMember, { name: 'Mei Chan', ...more })).id;
/** What the goods cost the member, and everybody where that is something else. */
const prices = (memberId: string | null) =>
  shop.read(async (tx) => {
    const ids = [0, 1, 2, 3].map(shop.variant);
    const shelf = await priceGoods(tx, world.shopId, ids, Date.now(), memberId);
    return ids.map((id) => [shelf.prices.get(id)?.listed.unitAmount, shelf.prices.get(id)?.everybodyAmount]);
  });
const list = async (audience: { tiers?: string[]; memberTags?: string[] }, index: number, amount: number) => {
  const anybody = { channels: null, locations: null, members: null, tiers: null, memberTags: null, schedule: null };
  const { id } = await shop.run(addPriceList, { name: { en: 'Members' }, ...anybody, ...audience });
  await shop.run(putEntries, {
    priceListId: id,
    entries: [{ variantId: shop.variant(index), minQuantity: 0, amount }],
  });
};

it('gives a member the lists of the tier and the tag and the promotions for members, and nobody else any of it', async () => {
  await list({ tiers: ['Gold'] }, 0, 8000);
  await list({ memberTags: ['press'] }, 1, 7000);
  const items = { ...everything, products: [world.variants[2]?.productId ?? ''] };
  await shop.publish({
    phase: 'line',
    condition: { kind: 'member' },
    action: { kind: 'percent_off', basisPoints: 1000, items, units: { which: 'all' } },
    limits: { ...noLimits, usesPerMember: 1 },
  });
  const [gold, press, plain] = [await member({ tier: 'Gold' }), await member({ tags: ['press'] }), await member()];
  const usual = [10_000, undefined];
  expect(await prices(null)).toEqual([usual, usual, usual, usual]);
  expect(await prices(gold)).toEqual([[8000, 10_000], usual, [9000, 10_000], usual]);
  expect(await prices(press)).toEqual([usual, [7000, 10_000], [9000, 10_000], usual]);
  expect(await prices(plain)).toEqual([usual, usual, [9000, 10_000], usual]);

  // Once per member: who had it pays what everybody pays, and is shown no less.
  const basketId = await shop.basketOf([[shop.variant(2), 1]]);
  await shop.shop.nameMember(world.shopper, newId(), basketId, plain);
  expect((await shop.buy(basketId)).totalAmount).toBe(9000);
  expect(await prices(plain)).toEqual([usual, usual, usual, usual]);
  expect(await prices(gold)).toEqual([[8000, 10_000], usual, [9000, 10_000], usual]);
});

it('lists, product pages and what stands beside say the member’s price and everybody’s', async () => {
  const gold = await member({ tier: 'Gold' });
  const see = (memberId: string | null) =>
    shop.read(async (tx) => {
      const found = await readShop(tx, world.shopId, Date.now());
      const home = await readHome(tx, found, Date.now(), memberId);
      const page = await readProductPage(tx, found, { handle: 'product-1' }, Date.now(), memberId);
      const beside = await readProductPage(tx, found, { handle: 'product-4' }, Date.now(), memberId);
      const tile = (tiles: { handle: string; fromAmount: number; everybodyAmount?: number }[] = []) => {
        const one = tiles.find(({ handle }) => handle === 'product-1');
        return [one?.fromAmount, one?.everybodyAmount];
      };
      const price = page?.value.facts.variants[0]?.price;
      return [tile(home.value.newest), [price?.amount, price?.everybodyAmount], tile(beside?.value.related)];
    });
  const own = [8000, 10_000];
  expect(await see(gold)).toEqual([own, own, own]);
  const usual = [10_000, undefined];
  expect(await see(null)).toEqual([usual, usual, usual]);
});
