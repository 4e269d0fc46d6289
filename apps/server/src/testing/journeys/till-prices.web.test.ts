/** Prices at an open till: promotions by the clock, hints, codes, discounts by hand, and the same cents in the books. */
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBooks } from '../../verify/verify-books.ts';
import { samplePromotion } from '../sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { faultsOf } from './axe-faults.ts';
import { askAs, newPairingCode, signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { ruleNumber, scan } from './till-acts.ts';

let world: TestWorld;
let journey: Journey;
let office: Page;
let till: Page;

beforeAll(async () => {
  world = await createTestWorld({ ratePpm: 50_000 });
  journey = await openJourney(world.database);
  office = await journey.newPage();
  await signIn(office, { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' });
  const cashier = { role: 'cashier', locationIds: [], pin: '4321' };
  await ask('/api/staff', { name: 'Cara Cash', email: 'cara@example.test', ...cashier });
  till = await journey.newPage({ viewport: { width: 1280, height: 800 } });
  await till.clock.install();
  await till.goto('/pos');
  await till.getByRole('textbox', { name: 'One-time code' }).fill(await newPairingCode(office, 'TILL-1'));
  await press('Pair this device');
  await press('Cara Cash');
  for (const digit of '4321') await till.getByRole('button', { name: digit, exact: true }).click();
  await press('Sign in');
  await till.getByText('Ready for the next shopper').waitFor();
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

const press = (name: string | RegExp) => till.getByRole('button', { name }).first().click();
const basket = () => till.getByRole('complementary', { name: 'Basket' });
const pays = (amount: string) => till.getByRole('button', { name: `Pay HK$${amount}` }).waitFor();
const addGoods = (name: string) => till.getByRole('main').getByRole('button', { name }).click();

const ask = (path: string, body: object = {}) => askAs(office, path, body);
async function publish(more: Partial<PromotionBody>): Promise<string> {
  const { id } = await ask('/api/promotions', samplePromotion(more));
  await ask(`/api/promotions/${id}/publication`);
  return id;
}

/** Of the store (UTC+8), to the minute. */
const localTime = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16);

async function payInCash(): Promise<void> {
  await press(/^Pay /);
  await press(/^Take cash /);
  await till.getByRole('heading', { name: 'Sale done' }).waitFor();
}

it('lets a promotion begin and end on the open basket at its instant, says so, and changes nothing else', async () => {
  const minute = 60_000;
  const start = Math.ceil((Date.now() + 45_000) / minute) * minute;
  const schedule = {
    start: localTime(start),
    end: localTime(start + minute),
    zone: 'store',
    weekdays: null,
    hours: null,
  };
  await addGoods('Product 1');
  await pays('100.00');
  const id = await publish({ name: { en: 'Lunch hour' }, schedule });
  await expect.poll(() => ruleNumber(till), { timeout: 10_000 }).toBe(1);

  await till.clock.pauseAt(start - 1000);
  await pays('100.00');
  await till.clock.runFor(1000);
  await pays('90.00');
  await basket().getByText('Lunch hour has begun').waitFor();
  await basket().getByText('Total now HK$90.00, before HK$100.00').waitFor();
  await till.clock.pauseAt(start + minute - 1000);
  await pays('90.00');
  await till.clock.runFor(1000);
  await pays('100.00');
  await basket().getByText('Lunch hour has ended').waitFor();
  await till.clock.resume();
  await ask(`/api/promotions/${id}/ending`);
});

it('offers what is missing with one tap, and takes a scanned code that is no product', async () => {
  const { items } = samplePromotion().action as Extract<PromotionBody['action'], { kind: 'percent_off' }>;
  await publish({
    name: { en: 'Two for 160' },
    phase: 'set',
    action: { kind: 'n_for_price', n: 2, amount: 16_000, fill: 'dearest_first', items },
  });
  await publish({ name: { en: 'Welcome' }, phase: 'coupon', trigger: { kind: 'code', sharedCodes: ['HELLO10'] } });

  await basket().getByText('Add 1 more and save HK$40.00').waitFor();
  await basket().getByRole('button', { name: 'Add 1 × Product 1' }).click();
  await pays('160.00');
  // What is taken off by hand comes off the price of the two.
  await basket().getByRole('button', { name: 'Price and discount of Product 1' }).click();
  const sheet = till.getByRole('dialog', { name: 'Product 1' });
  await sheet.getByRole('button', { name: 'Amount' }).click();
  await sheet.getByRole('textbox', { name: 'Amount' }).fill('10');
  await sheet.getByRole('button', { name: 'Damaged' }).click();
  await sheet.getByRole('button', { name: 'Apply' }).click();
  await pays('150.00');
  await basket().getByRole('button', { name: 'Price and discount of Product 1' }).click();
  await sheet.getByRole('button', { name: 'Take the discount out' }).click();
  await pays('160.00');
  await basket().getByRole('button', { name: 'Reasons for the price of Product 1' }).click();
  const why = till.getByRole('dialog', { name: 'Why this price: Product 1' });
  const says = (row: string, amount: string) =>
    why.getByRole('listitem').filter({ hasText: row }).getByText(amount).waitFor();
  await says('List price', '200.00');
  await says('Two for 160', '40.00');
  await says('For this line', '160.00');
  await till.keyboard.press('Escape');
  await why.waitFor({ state: 'detached' });
  await basket().getByText('Two for 160').waitFor();
  await scan(till, 'hello10');
  await pays('144.00');
  await basket().getByText('Welcome').waitFor();
  await press('Code');
  await till.getByRole('textbox', { name: 'Promotion or coupon code' }).fill('NOTHING');
  await press('Use code');
  await till.getByText('There is no code NOTHING').waitFor();
  await till.keyboard.press('Escape');
  await payInCash();
  await till.getByText('HK$144.00 paid').waitFor();
  await press('Next sale');
});

it('holds a cashier to the limit of the role, and a manager’s PIN lifts it', async () => {
  await addGoods('Product 2');
  await press('Discount');
  const sheet = till.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Percent' }).fill('30');
  await sheet.getByRole('textbox', { name: 'Reason' }).fill('Scratched');
  await sheet.getByRole('button', { name: 'Apply' }).click();
  await sheet.getByText(/more than your role allows/).waitFor();
  for (const digit of '9999') await sheet.getByRole('button', { name: digit, exact: true }).click();
  await sheet.getByRole('button', { name: 'Allow', exact: true }).click();
  await sheet.getByText('This PIN is not right').waitFor();
  for (const digit of '1234') await sheet.getByRole('button', { name: digit, exact: true }).click();
  await sheet.getByRole('button', { name: 'Allow', exact: true }).click();
  await pays('70.00');
  await basket().getByText('Discount by hand · Scratched').waitFor();
  await payInCash();
  await press('Next sale');
});

it('changes a price with a manager’s PIN, and gives the gift that was chosen', async () => {
  const { items } = samplePromotion().action as Extract<PromotionBody['action'], { kind: 'percent_off' }>;
  const choices = [world.variants[3]?.id ?? ''];
  await publish({
    name: { en: 'Gift from 50' },
    phase: 'gift',
    action: { kind: 'gift', steps: [{ minAmount: 5000, minCount: null, choices, count: 1 }], items },
  });
  await addGoods('Product 3');
  await basket().getByRole('button', { name: 'Price and discount of Product 3' }).click();
  const sheet = till.getByRole('dialog');
  await sheet.getByRole('button', { name: 'New price' }).click();
  await sheet.getByRole('textbox', { name: 'New price' }).fill('95');
  await sheet.getByRole('button', { name: 'Price match' }).click();
  await sheet.getByRole('button', { name: 'Apply' }).click();
  for (const digit of '1234') await sheet.getByRole('button', { name: digit, exact: true }).click();
  await sheet.getByRole('button', { name: 'Allow', exact: true }).click();
  await pays('95.00');
  await basket().getByRole('button', { name: 'Choose' }).click();
  await till.getByRole('dialog').getByRole('button', { name: 'Product 4' }).click();
  await basket().getByText('Gift from 50').waitFor();
  await pays('95.00');
  await payInCash();
  await press('Next sale');
});

it('adds a member in a few taps, finds them again by the end of the phone, and gives the first order its price once', async () => {
  await publish({ name: { en: 'Welcome to members' }, condition: { kind: 'nth_order', n: 1, isRepeated: false } });
  const sheet = till.getByRole('dialog');
  const name = async (search: string) => {
    await basket().getByRole('button', { name: 'Add a member' }).click();
    await sheet.getByRole('textbox', { name: 'Phone, name, e-mail or number' }).fill(search);
  };
  await addGoods('Product 4');
  await pays('100.00');
  await name('9123 4567');
  await sheet.getByText(/^Nobody found/).waitFor();
  await sheet.getByRole('button', { name: 'New member' }).click();
  expect(await sheet.getByRole('textbox', { name: 'Phone' }).inputValue()).toBe('9123 4567');
  await sheet.getByRole('textbox', { name: 'Name' }).fill('Mei Chan');
  await sheet.getByRole('button', { name: 'Add and use' }).click();
  await pays('90.00');
  await basket().getByRole('button', { name: 'Take Mei Chan off this sale' }).click();
  await pays('100.00');
  await name('4567');
  await sheet.getByRole('button', { name: 'Mei Chan' }).click();
  await pays('90.00');
  await payInCash();
  await till.getByLabel('Receipt').getByText('Mei Chan').first().waitFor({ state: 'attached' });
  await press('Next sale');
  await addGoods('Product 4');
  await till.context().setOffline(true);
  await name('Mei');
  await sheet.getByText(/can only be found online/).waitFor();
  await till.context().setOffline(false);
  await sheet.getByRole('textbox', { name: 'Phone, name, e-mail or number' }).fill('Mei Chan');
  await sheet.getByRole('button', { name: 'Mei Chan' }).click();
  await basket().getByText('1 order').click();
  await sheet.getByRole('button', { name: 'Online account code for Mei Chan' }).click();
  await sheet.getByText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/).waitFor();
  await till.keyboard.press('Escape');
  await pays('100.00');
  await press('Empty the basket');
  await press('Tap again to empty');
  await basket().getByRole('button', { name: 'Add a member' }).waitFor();
});

it('shows the member in the back office with the sale of the till, and keeps what was changed', async () => {
  await office.goto('/admin/members');
  await office.getByRole('link', { name: 'Mei Chan' }).click();
  await office.getByRole('button', { name: 'Make a code' }).click();
  await office.getByText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/).waitFor();
  await office.getByRole('table').getByRole('link').first().waitFor();
  await office.getByRole('button', { name: 'Change', exact: true }).click();
  const form = office.getByRole('dialog');
  const tier = form.getByRole('combobox', { name: 'Tier' });
  await tier.or(form.getByRole('textbox', { name: 'Tier' })).fill('Gold');
  await form.getByRole('textbox', { name: 'Month' }).fill('2');
  await form.getByRole('textbox', { name: 'Day' }).fill('30');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('There is no such day').waitFor();
  await form.getByRole('textbox', { name: 'Day' }).fill('29');
  await form.getByRole('button', { name: 'Save' }).click();
  await office.getByText('Member changed').waitFor();
  const whose = office.getByText(/^by Ada Owner|· by Ada Owner$/);
  await whose.first().waitFor();
  await office.getByRole('table').getByRole('link').first().click();
  await office.getByRole('link', { name: 'Mei Chan' }).waitFor();
});

it('records every cent as the till showed it, with its promotions, and raises nothing', async () => {
  const count = () => world.database.adminPool.query('select count(*)::int as n from orders."order"');
  await expect.poll(async () => (await count()).rows[0].n, { timeout: 10_000 }).toBe(4);
  const { rows } = await world.database.adminPool.query(
    'select total_amount::int as total, discount_amount::int as discount, codes from orders."order" order by placed_at',
  );
  expect(rows).toEqual([
    { total: 14_400, discount: 5600, codes: ['hello10'] },
    { total: 7000, discount: 3000, codes: [] },
    { total: 9500, discount: 10_000, codes: [] },
    { total: 9000, discount: 1000, codes: [] },
  ]);
  const raised = await world.database.adminPool.query('select kind, detail from platform.exception');
  expect(raised.rows).toEqual([]);
  const checks = await verifyBooks(journey.app.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});

it('holds its sheets to axe in the dark and in Chinese', async () => {
  const page = await journey.newPage({
    colorScheme: 'dark',
    locale: 'zh-HK',
    bypassCSP: true,
    viewport: { width: 1024, height: 768 },
  });
  const tap = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  await page.goto('/pos');
  await page.getByRole('textbox', { name: '一次性配對碼' }).fill(await newPairingCode(office, 'TILL-2'));
  await tap('配對此裝置');
  await tap('Cara Cash');
  for (const digit of '4321') await page.getByRole('button', { name: digit, exact: true }).click();
  await tap('登入');
  await page.getByRole('main').getByRole('button', { name: '產品 1' }).click();
  const faults: string[] = [];
  const inspect = async (screen: string) => {
    faults.push(...(await faultsOf(page, screen)));
  };
  await page.getByText(/再買 1 件/).waitFor();
  await inspect('hint');
  for (const sheet of ['優惠碼', '折扣', '原因']) {
    await page.getByRole('complementary').getByRole('button', { name: sheet, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await inspect(sheet);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.getByRole('complementary').getByRole('button', { name: '加入會員' }).click();
  await page.getByRole('dialog').waitFor();
  await inspect('member');
  await page.getByRole('dialog').getByRole('button', { name: '新增會員' }).click();
  await inspect('new member');
  expect(faults).toEqual([]);
  expect(journey.complaints).toEqual([]);
});
