/** What a till gives only so often: limited promotions, unique codes with and without the network, and add-ons. */
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addBatch, makeCoupons } from '../../modules/promotions/index.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { type PromotedShop, promotedShop } from '../promoted-shop.ts';
import { samplePromotion } from '../sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { newPairingCode, signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { openTill, ruleNumber, sellOnePiece } from './till-acts.ts';

let world: TestWorld;
let journey: Journey;
let shop: PromotedShop;
let till: Page;
let office: Page;

beforeAll(async () => {
  world = await createTestWorld({ products: 3 });
  shop = promotedShop(world);
  journey = await openJourney(world.database);
  office = await journey.newPage();
  await signIn(office, { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' });
  till = await journey.newPage({ viewport: { width: 1280, height: 800 } });
  await openTill(till, await newPairingCode(office, 'TILL-1'), '1234');
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

const press = (name: string | RegExp) => till.getByRole('button', { name }).first().click();
const basket = () => till.getByRole('complementary', { name: 'Basket' });
const pays = (amount: string) => till.getByRole('button', { name: `Pay HK$${amount}` }).waitFor();
const addGoods = (name: string) => till.getByRole('main').getByRole('button', { name }).click();
const knowsRules = (number: number) => expect.poll(() => ruleNumber(till), { timeout: 10_000 }).toBe(number);

it('says how many of a limited promotion are left, and gives it no more once all are used here or elsewhere', async () => {
  await shop.publish({ name: { en: 'Early birds' }, limits: { ...noLimits, uses: 3 } });
  await knowsRules(1);
  await addGoods('Product 1');
  await basket().getByText('Early birds · 3 left').waitFor();
  await press('Empty the basket');
  await press('Tap again to empty');
  await sellOnePiece(till, 'Product 1');
  await till.getByText('HK$90.00 paid').waitFor();
  await press('Next sale');
  await addGoods('Product 1');
  await basket().getByText('Early birds · 2 left').waitFor();
  // Two online shoppers take the rest while the basket stands here.
  for (const index of [0, 1]) await shop.buy(await shop.basketOf([[shop.variant(index), 1]]));
  await pays('100.00');
  await basket().getByRole('button', { name: 'Reasons for the price of Product 1' }).click();
  await till.getByRole('dialog').getByText('All 3 uses are taken').waitFor();
  await till.keyboard.press('Escape');
  await press(/^Pay /);
  await press(/^Take cash /);
  await till.getByText('HK$100.00 paid').waitFor();
  await press('Next sale');
  await shop.endAll();
  await knowsRules(2);
});

it('takes a unique code with the network only, and once', async () => {
  const promotionId = await shop.publish({
    name: { en: 'Thank you' },
    phase: 'coupon',
    trigger: { kind: 'code', sharedCodes: [] },
  });
  const batch = await shop.run(addBatch, { promotionId, name: 'Thanks', prefix: 'TY', count: 1, expiresAt: null });
  await shop.run(makeCoupons, { batchId: batch.id });
  const [{ code }] = await shop.rows('select code from promotions.coupon');
  await knowsRules(3);
  const sheet = till.getByRole('dialog', { name: 'Codes' });
  const enter = async () => {
    await sheet.getByRole('textbox', { name: 'Promotion or coupon code' }).fill(code);
    await sheet.getByRole('button', { name: 'Use code' }).click();
  };
  await addGoods('Product 2');
  await press('Code');
  await till.context().setOffline(true);
  await enter();
  await sheet.getByText('This code needs the network.').waitFor();
  await till.context().setOffline(false);
  await enter();
  await sheet.getByText('Thank you').waitFor();
  await till.keyboard.press('Escape');
  await pays('90.00');
  await press(/^Pay /);
  await press(/^Take cash /);
  await till.getByText('HK$90.00 paid').waitFor();
  await expect.poll(async () => (await shop.rows('select state from promotions.coupon'))[0].state).toBe('redeemed');
  await press('Next sale');
  await addGoods('Product 2');
  await press('Code');
  await enter();
  await sheet.getByText(`The code ${code} was used already`).waitFor();
  await till.keyboard.press('Escape');
  await pays('100.00');
  await press('Empty the basket');
  await press('Tap again to empty');
  await shop.endAll();
  await knowsRules(4);
});

it('offers an add-on at its special price for each piece, and at the list price beyond', async () => {
  const { items } = samplePromotion().action as Extract<PromotionBody['action'], { kind: 'percent_off' }>;
  const choices = [{ variantId: shop.variant(2), amount: 2500 }];
  await shop.publish({
    name: { en: 'Third for less' },
    phase: 'set',
    action: { kind: 'add_on', choices, per: { kind: 'amount', value: 10_000 }, count: 1, items },
  });
  await knowsRules(5);
  await addGoods('Product 1');
  await basket().getByText('Add-on at a special price: Third for less').waitFor();
  await basket().getByRole('button', { name: 'Choose' }).click();
  await till.getByRole('dialog').getByRole('button', { name: 'Product 3' }).click();
  await pays('125.00');
  await basket().getByText('Add-on at a special price: Third for less').waitFor({ state: 'detached' });
  await basket().getByRole('button', { name: 'One more of Product 3' }).click();
  await pays('225.00');
  await basket().getByRole('button', { name: 'One less of Product 3' }).click();
  await press(/^Pay /);
  await press(/^Take cash /);
  await till.getByText('HK$125.00 paid').waitFor();
});

it('gives the last use of a code without the network while somebody takes it online, and the office is told', async () => {
  await press('Next sale');
  await shop.publish({
    name: { en: 'Flash' },
    phase: 'coupon',
    trigger: { kind: 'code', sharedCodes: ['FLASH'] },
    limits: { ...noLimits, uses: 1 },
  });
  await knowsRules(6);
  await till.context().setOffline(true);
  await addGoods('Product 2');
  await press('Code');
  await till.getByRole('textbox', { name: 'Promotion or coupon code' }).fill('flash');
  await press('Use code');
  await till.keyboard.press('Escape');
  await pays('90.00');
  await shop.buy(await shop.basketOf([[shop.variant(2), 1]], 'FLASH'));
  await press(/^Pay /);
  await press(/^Take cash /);
  await till.getByText('HK$90.00 paid').waitFor();
  await till.context().setOffline(false);
  const raised = () => shop.rows('select kind from platform.exception');
  await expect.poll(raised, { timeout: 30_000 }).toEqual([{ kind: 'promotion.over_limit' }]);
  await office.goto('/admin/exceptions');
  const row = office.getByRole('row').filter({ hasText: 'Gave a promotion more often than it may be given' });
  await row.getByText('Flash · Code flash').waitFor();
  await row.getByText('2 uses in all, 1 allowed').waitFor();
  await row.getByText('The shopper keeps the price.').waitFor();
  await row.getByRole('button', { name: 'Tick off' }).click();
  await office.getByText('Everything adds up').waitFor();
});

it('is all in the books as the till showed it, and nobody has anything to look at any more', async () => {
  const sold = () =>
    shop.rows('select total_amount::int as total from orders."order" where register_id is not null order by placed_at');
  await expect.poll(async () => (await sold()).map(({ total }) => total)).toEqual([9000, 10_000, 9000, 12_500, 9000]);
  expect(await shop.rows('select kind, detail from platform.exception where resolved_at is null')).toEqual([]);
  const checks = await verifyBooks(journey.app.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
  expect(journey.complaints).toEqual([]);
});
