/** What is a shopper's own in the online store: joining, the shop's code, promotions for members in the basket, the order. */
import type { Answer } from '@tandem/contract/index.ts';
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld } from '../../testing/test-world.ts';
import { addMember, makeClaimCode } from '../members/index.ts';
import { stageFulfilment } from '../orders/index.ts';
import { addBatch } from '../promotions/index.ts';
import { openPromotedStore, type PromotedStore } from './testing/promoted-store.ts';

const password = 'a long enough password';
const withoutScript = { javaScriptEnabled: false };
let store: PromotedStore;
beforeAll(async () => {
  store = await openPromotedStore();
});
afterEach(() => store.endAll());
afterAll(() => store?.close());

async function basketWith(page: Page, index: number): Promise<void> {
  await page.goto(`${store.origin}/p/product-${index + 1}`);
  await page.click('.buy button');
  await page.waitForURL('**/basket');
}
async function join(page: Page, email: string): Promise<void> {
  await page.goto(`${store.origin}/account`);
  const form = page.locator('form[action$="/account/joining"]');
  await form.getByLabel('Name').fill('Kim Lee');
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('New password').fill(password);
  await form.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'Hello, Kim Lee' }).waitFor();
}
async function signIn(page: Page, login: string, secret = password): Promise<void> {
  const form = page.locator('form[action$="/account/session"]');
  await form.getByLabel('E-mail or phone').fill(login);
  await form.getByLabel('Password').fill(secret);
  await form.getByRole('button', { name: 'Sign in' }).click();
}
const total = (page: Page) => page.textContent('.sum-total dd');
const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' }).click();

it('joins, has what is for members only in the basket while signed in, orders with it, and finds the order again', async () => {
  const shop = promotedShop(store.world);
  await store.publish({
    name: { en: 'Members ten', 'zh-Hant': '會員九折' },
    condition: { kind: 'member' },
    limits: { ...noLimits, usesPerMember: 1 },
  });
  await store.withPage(withoutScript, async (page) => {
    await basketWith(page, 0);
    expect(await total(page)).toBe('HK$100');
    await page.locator('.hints').getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'New here?' }).waitFor();
    await join(page, 'kim@example.test');
    await page.goto(`${store.origin}/basket`);
    expect(await total(page)).toBe('HK$90');
    await page.goto(`${store.origin}/account`);
    await signOut(page);
    await page.goto(`${store.origin}/basket`);
    expect(await total(page)).toBe('HK$100');
    await page.locator('.hints').getByRole('link', { name: 'Sign in' }).click();
    await signIn(page, 'KIM@example.test');
    await page.waitForURL('**/basket');
    expect(await total(page)).toBe('HK$90');

    await page.getByRole('link', { name: 'Checkout' }).click();
    expect(await page.inputValue('[name=email]')).toBe('kim@example.test');
    await page.click('label:has([value=pickup])');
    await page.click('form.details button');
    await page.getByRole('button', { name: 'Place order · HK$90' }).click();
    await page.getByText('Thank you, Kim Lee.').waitFor();
    const number =
      (await page
        .getByText(/^Order \S+$/)
        .first()
        .textContent()) ?? '';
    await page.goto(`${store.origin}/account`);
    await page.getByRole('link', { name: number }).waitFor();
    // Once per member: the next basket says so and costs what it costs.
    await basketWith(page, 1);
    expect(await total(page)).toBe('HK$100');
    await page.goto(`${store.origin}/account`);
    await page.getByRole('link', { name: number }).click();
    await page.getByText('You saved HK$10').waitFor();
  });
  expect(await shop.rows('select count(*)::int as count from orders."order" where member_id is not null')).toEqual([
    { count: 1 },
  ]);
});

it('shows the member’s own prices on pages and lists, on open ones too, and never to anybody else', async () => {
  const forMembers = (basisPoints: number) =>
    store.publish({
      phase: 'line',
      condition: { kind: 'member' },
      action: { kind: 'percent_off', basisPoints, items: store.product(4), units: { which: 'all' } },
    });
  await forMembers(1000);
  const get = async (path: string, headers: Record<string, string>) => {
    const response = await fetch(`${store.origin}${path}`, { headers });
    const html = await response.text();
    const own = ['Member price', '會員價', 'HK$90'].filter((text) => html.includes(text));
    return [response.status, response.headers.get('cache-control'), ...own];
  };
  const listed = async (headers: Record<string, string>) => {
    const response = await fetch(`${store.origin}/api/shop/products`, { headers });
    const { items } = (await response.json()) as Answer<'GET /api/shop/products'>;
    const one = items.find(({ handle }) => handle === 'product-5');
    return [response.headers.get('cache-control'), one?.fromAmount, one?.everybodyAmount];
  };
  const everybody = [200, 'public, no-cache'];
  await store.withPage({}, async (page) => {
    // What the browser keeps from before joining is not what it shows afterwards.
    await page.goto(`${store.origin}/p/product-5`);
    await join(page, 'own@example.test');
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    for (const path of ['/p/product-5', '/']) {
      for (const _time of [1, 2]) {
        expect([path, ...(await get(path, {}))]).toEqual([path, ...everybody]);
        expect([path, ...(await get(path, { cookie }))]).toEqual([path, 200, 'no-store', 'Member price', 'HK$90']);
      }
    }
    for (const _time of [1, 2]) {
      expect(await listed({})).toEqual(['no-store', 10_000, undefined]);
      expect(await listed({ cookie })).toEqual(['no-store', 9000, 10_000]);
    }
    expect(await get('/zh-hant/p/product-5', { cookie })).toEqual([200, 'no-store', '會員價', 'HK$90']);
    expect(await get('/p/product-5', { cookie: cookie.replace(/(tandem-member=[^;]{40})../, '$1xx') })).toEqual(
      everybody,
    );

    await page.goto(`${store.origin}/p/product-5`);
    await page.locator('.own-price').getByText('Member price').waitFor();
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await forMembers(2000);
    await page.locator('.price strong').getByText('HK$72').waitFor();
    expect([await page.locator('.own-price').count(), loads]).toEqual([1, 0]);
    await page.goto(`${store.origin}/account`);
    await signOut(page);
    await page.goto(`${store.origin}/p/product-5`);
    await page.locator('.price strong').getByText('HK$100').waitFor();
    expect(await page.locator('.own-price').count()).toBe(0);
  });
});

it('gives a known member’s prices and codes for the code of staff alone, never for the address', async () => {
  const shop = promotedShop(store.world);
  const { id } = await shop.run(addMember, { name: 'Mei Chan', email: 'mei@example.test', tier: 'Gold' });
  const promotionId = await store.publish({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
  await shop.run(addBatch, { promotionId, name: 'Mei', prefix: '', memberIds: [id], count: 1, expiresAt: null });
  const [coupon] = await shop.rows('select code from promotions.coupon where member_id = $1', id);
  await store.withPage(withoutScript, async (page) => {
    await page.goto(`${store.origin}/account`);
    const form = page.locator('form[action$="/account/joining"]');
    await form.getByLabel('Name').fill('Somebody Else');
    await form.getByLabel('E-mail').fill('mei@example.test');
    await form.getByLabel('New password').fill(password);
    await form.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('alert').getByText('The shop knows this e-mail already').waitFor();
    // What was typed stays, what is secret does not.
    const claim = page.locator('form[action$="/account/claim"]');
    expect(await claim.getByLabel('E-mail or phone').inputValue()).toBe('mei@example.test');
    expect(await page.content()).not.toContain(password);
    await page.goto(`${store.origin}/account`);
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);

    const { code } = await makeClaimCode(store.app.platform, store.world.merchantId, id, {
      actor: { kind: 'staff', staffId: store.world.ownerId },
      mayReplace: false,
    });
    await page.goto(`${store.origin}/account?form=claim`);
    await claim.getByLabel('E-mail or phone').fill('mei@example.test');
    await claim.getByLabel('Code from the shop').fill('2222-2222');
    await claim.getByLabel('New password').fill(password);
    await claim.getByRole('button', { name: 'Open my account' }).click();
    await page.getByRole('alert').getByText('The code does not fit').waitFor();
    await claim.getByLabel('Code from the shop').fill(code);
    await claim.getByLabel('New password').fill(password);
    await claim.getByRole('button', { name: 'Open my account' }).click();
    await page.getByRole('heading', { name: 'Hello, Mei Chan' }).waitFor();
    await page.getByText('Gold', { exact: true }).waitFor();
    await page.getByText(coupon.code).waitFor();
    await basketWith(page, 1);
    await page.fill('#code', coupon.code);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('You save HK$10').waitFor();
    // Two members at one browser: the code is the other's.
    await page.goto(`${store.origin}/account`);
    await signOut(page);
    await join(page, 'lee@example.test');
    await page.goto(`${store.origin}/basket`);
    expect(await page.getByText('You save').count()).toBe(0);
  });
});

it('lets nobody in from another site, with a stranger’s cookie or with nonsense', async () => {
  const other = await createTestWorld({ products: 1, database: store.world.database });
  await other.platform.bus.run(addMember, {
    merchantId: other.merchantId,
    id: other.ownerId,
    actor: { kind: 'staff', staffId: other.ownerId },
    body: { name: 'Not here', email: 'other@example.test' },
  });
  await other.close();
  const send = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${store.origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: store.origin, ...headers },
      body: new URLSearchParams(form),
    });
  const given = { name: 'Kim', email: 'new@example.test', password };
  const status = async (...asked: Parameters<typeof send>) => (await send(...asked)).status;
  expect(await status('/account/joining', given, { origin: 'https://evil.example' })).toBe(403);
  expect(await status('/account/joining', given, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  for (const [path, form] of [
    ['/account/joining', { ...given, password: 'short' }],
    ['/account/joining', { ...given, email: 'no address' }],
    ['/account/joining', { ...given, name: '' }],
    ['/account/joining', { ...given, name: 'x'.repeat(5000) }],
    ['/account/session', { login: 'other@example.test', password }],
    ['/account/session', { login: "' or 1=1 --", password }],
    ['/account/session', { password }],
    ['/account/claim', { login: 'other@example.test', code: 'AAAAAAAA', password }],
    ['/account/claim', { login: '<script>alert(1)</script>', code: 'AAAAAAAA', password }],
  ] as const) {
    const response = await send(path, form);
    expect([path, response.status, response.headers.get('set-cookie')]).toEqual([path, 422, null]);
    expect(await response.text()).not.toContain('<script>alert');
  }
  const member = `__Host-tandem-member=${'0'.repeat(32)}.${'a'.repeat(43)}`;
  const page = await fetch(`${store.origin}/account`, { headers: { cookie: member } });
  expect(page.headers.get('cache-control')).toBe('no-store');
  const html = await page.text();
  expect([html.includes('noindex'), html.includes('Sign out')]).toEqual([true, false]);
  const joined = await send('/account/joining', given);
  expect(joined.status).toBe(303);
  expect(joined.headers.getSetCookie().find((one) => one.startsWith('__Host-tandem-member='))).toMatch(
    /; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(await (await fetch(`${store.origin}/robots.txt`)).text()).toContain('Disallow: /account');
});

it('shows on an open order page at once that the goods were picked, without loading it again', async () => {
  const shop = promotedShop(store.world);
  const { orderId, token } = await shop.buy(await shop.basketOf([[shop.variant(3), 1]]));
  await store.withPage({}, async (page) => {
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.goto(`${store.origin}/orders/${token}`);
    const now = page.locator('[aria-current=step]');
    await now.getByText('We are getting it ready').waitFor();
    await expect.poll(async () => (await store.app.platform.metrics.openStreams.get()).values[0]?.value).toBe(1);
    const [group] = (await shop.orderOf(orderId)).fulfilments;
    await shop.run(stageFulfilment, { fulfilmentId: group?.id ?? '' });
    await now.getByText('Ready to collect').waitFor();
    expect(loads).toBe(1);
  });
  const stranger = await fetch(`${store.origin}/api/shop/pokes?order=${'x'.repeat(32)}`);
  expect(stranger.status).toBe(404);
});
