import { expect, test } from 'vitest';
import { type OrderSituation, orderHeadline } from './order-headline.ts';

function headline(change: Partial<OrderSituation>) {
  return orderHeadline({ state: 'placed', fulfilments: ['open'], total: 18000, balanceDue: 0, refunded: 0, ...change });
}

test('a draft and a cancelled order say so, whatever else is true', () => {
  expect(headline({ state: 'draft', balanceDue: 18000 })).toBe('draft');
  expect(headline({ state: 'cancelled', fulfilments: ['cancelled'], refunded: 18000 })).toBe('cancelled');
});

test('an order follows its goods', () => {
  expect(headline({ fulfilments: ['open'] })).toBe('to_fulfil');
  expect(headline({ fulfilments: ['picking'] })).toBe('in_preparation');
  expect(headline({ fulfilments: ['open', 'packed'] })).toBe('in_preparation');
  expect(headline({ fulfilments: ['ready', 'ready'] })).toBe('ready_for_pickup');
  expect(headline({ fulfilments: ['shipped', 'delivered'] })).toBe('shipped');
  expect(headline({ fulfilments: ['shipped', 'open'] })).toBe('partially_fulfilled');
  expect(headline({ fulfilments: ['handed_over', 'ready'] })).toBe('partially_fulfilled');
  expect(headline({ fulfilments: ['handed_over', 'delivered'] })).toBe('completed');
});

test('an order that is not paid waits for money before and after its goods, but not while they are being picked', () => {
  expect(headline({ balanceDue: 18000 })).toBe('awaiting_payment');
  expect(headline({ balanceDue: 18000, fulfilments: ['ready'] })).toBe('ready_for_pickup');
  expect(headline({ balanceDue: 1, fulfilments: ['handed_over'] })).toBe('awaiting_payment');
});

test('what needs a person comes first', () => {
  expect(headline({ fulfilments: ['shipped', 'short'] })).toBe('needs_attention');
  expect(headline({ fulfilments: ['on_hold'], balanceDue: 18000 })).toBe('needs_attention');
  expect(headline({ fulfilments: ['expired'] })).toBe('pickup_expired');
});

test('groups that were cancelled or sourced elsewhere do not count', () => {
  expect(headline({ fulfilments: ['re_sourced', 'cancelled', 'delivered'] })).toBe('completed');
});

test('money that went back shows once the goods are done', () => {
  expect(headline({ fulfilments: ['handed_over'], refunded: 5400 })).toBe('partially_refunded');
  expect(headline({ fulfilments: ['handed_over'], refunded: 18000 })).toBe('refunded');
  expect(headline({ fulfilments: ['open'], refunded: 5400 })).toBe('to_fulfil');
});

test('a closed order is completed, a sale of nothing too', () => {
  expect(headline({ state: 'closed', fulfilments: [] })).toBe('completed');
  expect(headline({ state: 'closed', fulfilments: ['handed_over'], total: 0 })).toBe('completed');
});
