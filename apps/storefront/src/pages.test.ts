/** The pages hold what a shopper needs, and nothing that a merchant or a stranger could smuggle in. */
import { describe, expect, it } from 'vitest';
import { pages } from './server-entry.tsx';
import { checkoutView, everyPage, hostile, hostileText, orderView } from './testing/every-page.ts';
import { sampleOrder } from './testing/sample-order.ts';
import {
  sampleBasket,
  sampleFrame,
  sampleOffer,
  sampleProduct,
  sampleShop,
  sampleTile,
} from './testing/sample-shop.ts';
import type { Frame, OfferView } from './views.ts';

const frame = sampleFrame();

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

describe('an order of which something came back', () => {
  it('says what, when and what was paid back; not why', () => {
    const html = pages.order(frame, orderView);
    const returned = html.slice(html.indexOf('What came back'));
    expect(returned).toContain('Return R-17');
    expect(returned).toContain('Rice bowl');
    expect(returned).toContain('HK$128');
    expect(html).toContain('Returned: 1');
    expect(html).not.toContain('chipped');
  });

  it('a cancelled order has no returns: its goods never left', () => {
    const returns = sampleOrder.returns.map((one) => ({
      ...one,
      lines: one.lines.map((row) => ({ ...row, disposition: 'none' as const })),
    }));
    const order = { ...sampleOrder, state: 'cancelled' as const, returns };
    expect(pages.order(frame, { ...orderView, order })).not.toContain('What came back');
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

describe('offers', () => {
  const tile = (badge: OfferView['badge'], locale: Frame['locale'] = 'en') =>
    pages.home(sampleFrame({ locale }), {
      featured: null,
      newest: [sampleTile(1, { offers: [{ ...sampleOffer, badge }], endsAt: '2026-03-03T16:00:00.000Z' })],
      offers: [],
    });

  it.each([
    [{ kind: 'percent', basisPoints: 2000 }, '−20 %', '8 折'],
    [{ kind: 'percent', basisPoints: 2500 }, '−25 %', '75 折'],
    [{ kind: 'percent', basisPoints: 3333 }, '−33.3 %', '−33.3 %'],
    [{ kind: 'amount', amount: 2000 }, '−HK$20', '減 HK$20'],
    [{ kind: 'n_for', count: 3, amount: 9900 }, '3 for HK$99', '3 件 HK$99'],
    [{ kind: 'buy_get', buy: 2, get: 1, basisPoints: 10_000 }, 'Buy 2 get 1', '買 2 送 1'],
    [{ kind: 'buy_get', buy: 2, get: 1, basisPoints: 5000 }, 'Buy 2, get 1 −50 %', '買 2 件，另 1 件 5 折'],
    [{ kind: 'nth', n: 2, basisPoints: 5000 }, '2nd piece −50 %', '第 2 件 5 折'],
    [{ kind: 'nth', n: 3, basisPoints: 10_000 }, '3rd piece free', '第 3 件免費'],
    [{ kind: 'breaks', count: 5, reward: { kind: 'percent', value: 1000 } }, 'From 5: −10 %', '5 件起 9 折'],
    [{ kind: 'name' }, 'Summer of linen', '亞麻之夏'],
  ] as const)('says %o in both languages', (badge, english, chinese) => {
    expect(tile(badge)).toContain(`<span class="badge figures">${english}</span>`);
    expect(tile(badge, 'zh-Hant')).toContain(`<span class="badge figures">${chinese}</span>`);
  });

  it('tells the end as a date in the shop’s own time, for browsers without JavaScript', () => {
    expect(tile({ kind: 'gift' })).toMatch(
      /<time [^>]*datetime="2026-03-03T16:00:00.000Z"[^>]*>Ends Wed 4 Mar, 00:00</i,
    );
  });

  it('shows the legal note and the prices for more on the product page', () => {
    const html = pages.product(frame, sampleProduct);

    expect(html).toContain('Lowest price of the last 30 days: HK$550');
    expect(html).toMatch(/from 3<\/th><td>HK\$450/);
  });
});

describe('a basket with promotions', () => {
  const promotionId = sampleOffer.promotionId;
  const [line] = sampleBasket.lines as [(typeof sampleBasket.lines)[number]];
  const allocation = { promotionId, code: null, amount: 9600, baseAmount: 96000, units: [] };
  const basket = {
    ...sampleBasket,
    lines: [{ ...line, discountAmount: 9600, lineAmount: 86400, allocations: [allocation] }],
    goodsAmount: 96000,
    discountAmount: 9600,
    codes: ['SPRING', 'OLD'],
    applied: [{ promotionId, name: sampleOffer.name, code: null, amount: 9600 }],
    refused: [
      {
        promotionId: null,
        name: null,
        code: 'SPRING',
        reason: 'code_unknown' as const,
        params: {},
        isOnShipping: false,
      },
      { promotionId: null, name: null, code: 'OLD', reason: 'code_expired' as const, params: {}, isOnShipping: false },
    ],
    offers: [
      {
        promotionId,
        name: sampleOffer.name,
        kind: 'gift' as const,
        count: 1,
        choices: [
          {
            variantId: line.variantId,
            productId: line.productId,
            name: line.name,
            optionNames: [],
            imageUrl: null,
            unitAmount: 0,
            listUnitAmount: 4800,
            available: 2000,
          },
        ],
      },
    ],
  };
  const draw = (of: Frame, more: Partial<typeof basket> = {}) =>
    pages.basket(of, { basket: { ...basket, ...more }, commandIds: { next: () => 'id' }, canShip: true });

  it('names what was taken off, says why a code does not count, and offers the gift', () => {
    const html = draw(frame);

    expect(html).toContain('You save HK$96');
    expect(html.match(/Summer of linen/g)?.length).toBeGreaterThanOrEqual(3);
    expect(html).toContain('There is no code SPRING');
    expect(html).toContain('The code OLD has expired');
    expect(html).toContain(`name="offeredBy" value="${promotionId}"`);
  });

  it('shows the way to free delivery only until it is reached', () => {
    const near = draw(frame, { goodsAmount: 46000, discountAmount: 0 });

    expect(near).toContain('HK$40 more for free delivery');
    expect(near).toMatch(/<progress [^>]*value="46000" max="50000"/);
    expect(draw(frame, { goodsAmount: 50000, discountAmount: 0 })).not.toContain('more for free delivery');
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
