/** Every page of the shop with names that would break out of it where one is not escaped. */
import { pages } from '../server-entry.tsx';
import type { Frame } from '../views.ts';
import { sampleOrder } from './sample-order.ts';
import { sampleBasket, sampleProduct, sampleTile } from './sample-shop.ts';

export const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&amp;`;
export const hostileText = { en: hostile, 'zh-Hant': hostile };
export const orderView = {
  order: sampleOrder,
  token: 'a-token-of-an-order',
  commandId: 'c0ffee00-0000-7000-8000-000000000000',
  places: {},
  timeZone: 'Asia/Hong_Kong',
};
export const checkoutView = {
  basket: sampleBasket,
  commandId: 'c0ffee00-0000-7000-8000-000000000000',
  canShip: true,
  step: 'details' as const,
  typed: {},
};

/** Each page by its name, as HTML. */
export function everyPage(of: Frame): Record<string, string> {
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
    signIn: pages.signIn(of, {
      form: 'claim',
      next: '/basket',
      commandId: checkoutView.commandId,
      typed: { name: hostile, email: hostile, login: hostile },
      problem: { code: 'input.invalid', field: 'login' },
    }),
    account: pages.account(of, {
      member: { name: hostile, email: hostile, phone: hostile, tier: hostile, reference: hostile },
      orders: [
        {
          number: hostile,
          token: 'a"b',
          placedAt: sampleOrder.placedAt,
          totalAmount: 1000,
          currency: 'HKD',
          headline: hostile,
        },
      ],
      codes: [{ code: hostile, name: hostileText, state: 'usable', expiresAt: null }],
    }),
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
    basket: pages.basket(of, { basket, commandIds: { next: () => 'id' }, canShip: true, problem: { code: hostile } }),
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
