/** Every main screen of the three faces, light and dark, in both languages, holds to what axe can check. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember } from '../../modules/members/index.ts';
import { newId } from '../../platform/ids.ts';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { faultsByDayAndNight } from './axe-faults.ts';
import { newPairingCode, signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { orderForPickup } from './store-acts.ts';

const tillWords = {
  en: {
    code: 'One-time code',
    pair: 'Pair this device',
    signIn: 'Sign in',
    choose: 'Product 1',
    pay: /^Pay /,
    card: /^Card /,
    cardNot: 'Not taken, go back',
    cash: /^Take cash /,
    next: 'Next sale',
    sales: 'Sales',
    sold: 'Sold',
    refund: 'Return goods',
    everything: 'Everything',
  },
  'zh-Hant': {
    code: '一次性配對碼',
    pair: '配對此裝置',
    signIn: '登入',
    choose: '產品 1',
    pay: /^收款 /,
    card: /^信用卡 /,
    cardNot: '未成功，返回',
    cash: /^收現金 /,
    next: '下一位顧客',
    sales: '交易',
    sold: '已售出',
    refund: '退貨',
    everything: '全部',
  },
} as const;
let world: TestWorld;
let journey: Journey;
let owner: { email: string; password: string };
let office: Page;
/** Addresses of an order: in the back office, and its pages for the shopper. */
let orderId = '';
let orderPage = '';
let memberId = '';
let receiptPage = '';

beforeAll(async () => {
  // Few pieces, so that what stands on the screens when goods are short is seen, too.
  world = await createTestWorld({ ratePpm: 50_000, pieces: 5 });
  journey = await openJourney(world.database);
  owner = { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' };
  office = await journey.newPage();
  await signIn(office, owner);
  const store = await journey.newPage();
  await putInBasket(store, '/p/product-3');
  await orderForPickup(store, { name: 'Kim Lee', email: 'kim@example.test' });
  orderPage = new URL(store.url()).pathname;
  receiptPage = (await store.getByRole('link', { name: 'Receipt' }).getAttribute('href')) ?? '';
  memberId = newId();
  const named = { name: 'Mei Chan', phone: '9123 4567', tier: 'Gold', tags: ['press'], birthday: '--05-17' };
  await world.platform.bus.run(addMember, {
    merchantId: world.merchantId,
    id: memberId,
    actor: { kind: 'system' },
    body: named,
  });
  const { rows } = await world.database.adminPool.query('select id from orders."order"');
  orderId = rows[0].id;
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

async function putInBasket(store: Page, path: string): Promise<void> {
  await store.goto(path);
  await store.locator('form.buy button[type=submit]').click();
  await store.locator('form.buy [role=status] a').waitFor();
}

async function faultsOfPaths(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    faults.push(...(await faultsByDayAndNight(page, path)));
  }
  return faults;
}

describe.each(['en', 'zh-Hant'] as const)('light and dark, %s', (language) => {
  const look = { locale: language === 'en' ? 'en-GB' : 'zh-HK', bypassCSP: true };

  it('the back office', { timeout: 300_000 }, async () => {
    const page = await journey.newPage({ ...look, locale: 'en-GB' });
    await signIn(page, owner);
    await page.evaluate(`localStorage.setItem('tandem.locale', '${language}')`);
    const [variant] = world.variants;
    const faults = await faultsOfPaths(page, [
      '/admin',
      '/admin/orders',
      `/admin/orders/${orderId}`,
      '/admin/products',
      `/admin/products/${variant?.productId}`,
      '/admin/products/new',
      '/admin/products/categories',
      '/admin/stock',
      '/admin/stock/receive',
      '/admin/stock/adjust',
      `/admin/stock/movements/${variant?.id}`,
      '/admin/members',
      `/admin/members/${memberId}`,
      '/admin/exceptions',
      '/admin/reports',
      '/admin/imports',
      '/admin/settings',
      '/admin/settings/registers',
      '/admin/settings/staff',
      '/admin/settings/taxes',
      '/admin/nowhere',
    ]);
    const stranger = await journey.newPage(look);
    faults.push(...(await faultsOfPaths(stranger, ['/admin'])));
    expect(faults).toEqual([]);
    await Promise.all([page.context().close(), stranger.context().close()]);
  });

  it('the till', async () => {
    const words = tillWords[language];
    const till = await journey.newPage({ ...look, viewport: { width: 1280, height: 800 } });
    const press = (name: string | RegExp) => till.getByRole('button', { name, exact: true }).first().click();
    const faults: string[] = [];
    const inspect = async (screen: string) => faults.push(...(await faultsByDayAndNight(till, screen)));
    const code = await newPairingCode(office, `T-${language}`);
    await till.goto('/pos');
    await till.getByRole('textbox', { name: words.code }).fill(code);
    await inspect('pair');
    await press(words.pair);
    for (const digit of '1234') await press(digit);
    await inspect('PIN');
    await press(words.signIn);
    await till.getByRole('searchbox').or(till.locator('search input')).waitFor();
    await inspect('empty basket');
    await till.getByRole('main').getByRole('button', { name: words.choose }).click();
    await inspect('basket');
    await press(words.pay);
    await inspect('pay');
    await press(words.card);
    await inspect('card');
    await press(words.cardNot);
    await press(words.cash);
    await till.getByRole('button', { name: words.next }).waitFor();
    await inspect('done');
    await press(words.next);
    await press(words.sales);
    const sales = till.getByRole('navigation', { name: words.sales });
    await sales.getByRole('button', { name: words.sold }).first().click();
    await till.getByRole('article').first().waitFor();
    await inspect('sale');
    await press(words.refund);
    await till.getByRole('dialog').getByRole('button', { name: words.everything }).click();
    await inspect('refund');
    expect(faults).toEqual([]);
    await till.context().close();
  });

  it('the online store', async () => {
    const store = await journey.newPage({ ...look, viewport: { width: 390, height: 844 } });
    const inLanguage = (path: string) => (language === 'en' ? path : `/zh-hant${path === '/' ? '' : path}`);
    await putInBasket(store, inLanguage('/p/product-4'));
    const paths = ['/', '/search', '/search?q=nothing-like-it', '/p/product-4', '/basket', '/checkout'];
    const faults = await faultsOfPaths(store, [...paths.map(inLanguage), inLanguage('/nowhere')]);
    await store.goto(inLanguage('/checkout'));
    await store.locator('[name=name]').fill('Kim Lee');
    await store.locator('[name=email]').fill('kim@example.test');
    await store.locator('[name=method][value=pickup]').check({ force: true });
    await store.locator('form.details button[type=submit]').click();
    await store.locator('[name=payment][value=test]').waitFor({ state: 'attached' });
    faults.push(...(await faultsByDayAndNight(store, 'payment')));
    faults.push(...(await faultsOfPaths(store, [inLanguage(orderPage), inLanguage(receiptPage)])));
    expect(faults).toEqual([]);
    await store.context().close();
  });
});
