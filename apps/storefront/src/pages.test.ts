/** The pages hold what a shopper needs, and nothing that a merchant or a stranger could smuggle in. */
import { describe, expect, it } from 'vitest';
import { pages } from './server-entry.tsx';
import {
  sampleBasket,
  sampleFrame,
  sampleOrder,
  sampleProduct,
  sampleShop,
  sampleTile,
} from './testing/sample-shop.ts';
import type { Frame } from './views.ts';

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&amp;`;
const hostileText = { en: hostile, 'zh-Hant': hostile };
const frame = sampleFrame();
const orderView = { order: sampleOrder, token: 'a-token-of-an-order', places: {}, timeZone: 'Asia/Hong_Kong' };
const checkoutView = {
  basket: sampleBasket,
  commandId: 'c0ffee00-0000-7000-8000-000000000000',
  canShip: true,
  step: 'details' as const,
  typed: {},
};

function everyPage(of: Frame): Record<string, string> {
  const tile = sampleTile(1, { name: hostileText, brand: hostile, handle: 'a"b<c', imageUrl: '/media/1/640' });
  const product = {
    ...sampleProduct.product,
    name: hostileText,
    description: hostileText,
    brand: hostile,
    category: { handle: 'x', name: hostileText },
  };
  const options = product.options.map((option) => ({
    name: hostileText,
    values: option.values.map((value) => ({ ...value, name: hostileText })),
  }));
  const lines = sampleBasket.lines.map((line) => ({
    ...line,
    name: hostileText,
    optionNames: [hostileText],
    handle: 'a"b',
  }));
  const basket = { ...sampleBasket, lines, contact: { name: hostile, email: hostile } };
  const order = {
    ...sampleOrder,
    number: hostile,
    contact: { name: hostile, email: hostile },
    lines: sampleOrder.lines.map((line) => ({ ...line, name: hostileText, sku: hostile })),
  };
  return {
    home: pages.home(of, { featured: tile, newest: [tile], offers: [tile] }),
    category: pages.list(of, {
      category: { handle: 'x', name: hostileText },
      search: '',
      tiles: [tile],
      total: 1,
      page: 1,
      pageCount: 1,
    }),
    search: pages.list(of, { category: null, search: hostile, tiles: [], total: 0, page: 1, pageCount: 1 }),
    product: pages.product(of, {
      ...sampleProduct,
      product: { ...product, options },
      related: [tile],
      problem: { code: hostile },
    }),
    basket: pages.basket(of, { basket, commandIds: { next: () => 'id' }, problem: { code: hostile } }),
    checkout: pages.checkout(of, {
      ...checkoutView,
      basket,
      typed: { name: hostile, email: hostile, line1: hostile },
      problem: { code: 'input.invalid', field: hostile },
    }),
    payment: pages.checkout(of, {
      ...checkoutView,
      basket: { ...basket, delivery: { method: 'ship', address: { lines: [hostile], city: hostile } } },
      step: 'payment',
    }),
    order: pages.order(of, { ...orderView, order }),
    receipt: pages.receipt(of, { ...orderView, order }),
    failure: pages.failure(of, 'not_found'),
  };
}

describe('every page', () => {
  const shop = {
    ...sampleShop,
    merchantName: hostile,
    categories: [{ handle: 'x"y', name: hostileText, imageUrl: null }],
    stores: sampleShop.stores.map((store) => ({ ...store, name: hostileText, addressLines: [hostile] })),
  };
  const drawn = everyPage(sampleFrame({ shop, path: '/p/a' }));

  it.each(Object.entries(drawn))('%s escapes hostile names', (_name, html) => {
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img src=x');
    expect(html).not.toMatch(/<[^>]*\sonerror=/);
  });

  it.each(Object.entries(drawn))('%s has no inline script, style or event', (_name, html) => {
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(' src="/assets/');
    expect(html).not.toMatch(/<style\b|<[a-z]+\b[^<>"]*(?:"[^"]*"[^<>"]*)*\s(?:style|on[a-z]+)=/);
    expect(html).not.toContain('javascript:');
  });

  it.each(['en', 'zh-Hant'] as const)('says its language and never a bare key in %s', (locale) => {
    for (const html of Object.values(everyPage(sampleFrame({ locale })))) {
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html).not.toMatch(/\{(?:count|price|name|number|date|from|to|search)\}(?!&quot;)/);
      expect(html).not.toMatch(/undefined|\[object Object\]|NaN/);
    }
  });
});

describe('a shop without anything', () => {
  const bare = sampleFrame({
    shop: { ...sampleShop, categories: [], stores: [], freeShippingFromAmount: null, shippingAmount: 0 },
  });

  it('has a front page that says so', () => {
    expect(pages.home(bare, { featured: null, newest: [], offers: [] })).toContain('The shelves are being filled');
  });

  it('draws a product without options, pictures, stock or text', () => {
    const product = {
      ...sampleProduct.product,
      description: {},
      options: [],
      variants: sampleProduct.product.variants.slice(0, 1).map((variant) => ({ ...variant, optionValues: [] })),
    };
    const html = pages.product(bare, { product, availability: [], related: [] });

    expect(html).toContain('Cannot be shipped right now');
    expect(html).toContain('Sold out');
  });
});

describe('a product page', () => {
  const html = pages.product(sampleFrame({ path: '/p/linen-shirt' }), sampleProduct);

  it('begins with the first variant that can be had, and tells its stock', () => {
    expect(html).toContain('data-ship="2"');
    expect(html).toMatch(/data-pickup="1">1 there/);
    expect(html).toContain('HK$480');
  });

  it('names the same page in both languages', () => {
    expect(html).toContain(
      '<link rel="alternate" hreflang="zh-Hant" href="https://shop.example/zh-hant/p/linen-shirt"/>',
    );
    expect(html).toContain('<link rel="canonical" href="https://shop.example/p/linen-shirt"/>');
  });

  it('works as a plain form that names the product and one value of each option', () => {
    expect(html).toContain('<form class="buy" method="post" action="/basket/lines">');
    expect(html).toContain(`name="product" value="${sampleProduct.product.id}"`);
    expect(html.match(/name="option\.[01]"/g)).toHaveLength(5);
  });
});

describe('checkout', () => {
  it('offers to pay in the store only for what is collected there', () => {
    const basket = { ...sampleBasket, contact: { name: 'Kim', email: 'kim@example.com' } };
    const store = sampleShop.stores[0]?.id ?? '';
    const collected = pages.checkout(frame, {
      ...checkoutView,
      basket: { ...basket, delivery: { method: 'pickup', locationId: store } },
      step: 'payment',
    });
    const sent = pages.checkout(frame, {
      ...checkoutView,
      basket: { ...basket, delivery: { method: 'ship', address: {} } },
      step: 'payment',
    });

    expect(collected).toContain('value="in_store"');
    expect(sent).not.toContain('value="in_store"');
  });
});
