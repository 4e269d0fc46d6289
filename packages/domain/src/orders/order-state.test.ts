import { expect, test } from 'vitest';
import {
  canMove,
  type FulfilmentState,
  nextStates,
  type OrderState,
  type ReturnState,
  type TenderState,
} from './order-state.ts';

const orderStates: OrderState[] = ['draft', 'placed', 'closed', 'cancelled'];
const tenderStates: TenderState[] = [
  'initiated',
  'authorized',
  'captured',
  'voided',
  'failed',
  'partially_refunded',
  'refunded',
  'deferred',
  'declined',
];
const fulfilmentStates: FulfilmentState[] = [
  'open',
  'picking',
  'picked',
  'packed',
  'ready',
  'shipped',
  'handed_over',
  'delivered',
  'on_hold',
  'short',
  're_sourced',
  'cancelled',
  'expired',
];
const returnStates: ReturnState[] = [
  'requested',
  'approved',
  'in_transit',
  'received',
  'inspected',
  'settled',
  'rejected',
  'cancelled',
];

test('an order is placed once, and then closed or cancelled for good', () => {
  const allowed = orderStates.flatMap((from) =>
    orderStates.filter((to) => canMove('order', from, to)).map((to) => `${from} > ${to}`),
  );

  expect(allowed).toEqual(['draft > placed', 'placed > closed', 'placed > cancelled']);
});

test('money is captured only after it was authorized or deferred', () => {
  expect(tenderStates.filter((from) => canMove('tender', from, 'captured'))).toEqual(['authorized', 'deferred']);
});

test('money goes back only after it was captured, in parts if need be', () => {
  expect(tenderStates.filter((from) => canMove('tender', from, 'partially_refunded'))).toEqual([
    'captured',
    'partially_refunded',
  ]);
  expect(tenderStates.filter((from) => canMove('tender', from, 'refunded'))).toEqual([
    'captured',
    'partially_refunded',
  ]);
});

test('a tender that failed, was voided, declined or refunded is over', () => {
  expect(tenderStates.filter((state) => nextStates('tender', state).length === 0)).toEqual([
    'voided',
    'failed',
    'refunded',
    'declined',
  ]);
});

test('a pickup goes from open to handed over, step by step', () => {
  const steps: FulfilmentState[] = ['open', 'picking', 'picked', 'packed', 'ready', 'handed_over'];

  for (const [index, step] of steps.slice(1).entries()) {
    expect(canMove('fulfilment', steps[index] ?? 'open', step)).toBe(true);
  }
  expect(canMove('fulfilment', 'open', 'handed_over')).toBe(false);
  expect(canMove('fulfilment', 'picking', 'shipped')).toBe(false);
});

test('only what is ready is handed over, and only what was shipped is delivered', () => {
  expect(fulfilmentStates.filter((from) => canMove('fulfilment', from, 'handed_over'))).toEqual(['ready']);
  expect(fulfilmentStates.filter((from) => canMove('fulfilment', from, 'delivered'))).toEqual(['shipped']);
  expect(fulfilmentStates.filter((from) => canMove('fulfilment', from, 'expired'))).toEqual(['ready']);
});

test('goods that left the house cannot be cancelled any more', () => {
  expect(fulfilmentStates.filter((from) => !canMove('fulfilment', from, 'cancelled'))).toEqual([
    'shipped',
    'handed_over',
    'delivered',
    're_sourced',
    'cancelled',
    'expired',
  ]);
});

test('a fulfilment that ended has no next state', () => {
  expect(fulfilmentStates.filter((state) => nextStates('fulfilment', state).length === 0)).toEqual([
    'handed_over',
    'delivered',
    're_sourced',
    'cancelled',
    'expired',
  ]);
});

test('a return is settled only after the goods were received', () => {
  expect(returnStates.filter((from) => canMove('return', from, 'settled'))).toEqual(['received', 'inspected']);
  expect(returnStates.filter((state) => nextStates('return', state).length === 0)).toEqual([
    'settled',
    'rejected',
    'cancelled',
  ]);
});
