import { expect, test } from 'vitest';
import { completeCase, type WorkedCase } from './cases/complete-case.ts';
import { priceList } from './price-list.ts';

const percent = { kind: 'percent_off', basisPoints: 2000, items: {}, units: { which: 'all' } };
const week = { start: '2026-11-24T00:00', end: '2026-11-27T00:00', zone: 'store', weekdays: null, hours: null };

function listed(promotions: WorkedCase['ruleSet']['promotions'], context: WorkedCase['context'] = {}) {
  const one = completeCase({
    name: '',
    why: '',
    basket: { lines: [{ id: 'a', quantity: 1000, prices: { baseAmount: 1000 } }] },
    ruleSet: { promotions },
    context,
    expected: {},
  });
  return priceList(one.basket.lines, one.ruleSet, one.context)[0];
}

test('a line promotion is inside the price, with what it was and when it ends', () => {
  expect(listed([{ id: 'p', phase: 'line', action: percent, schedule: week }])).toEqual({
    unitAmount: 800,
    listUnitAmount: 1000,
    priceListId: null,
    wasAmount: 1000,
    promotionIds: ['p'],
    badges: [],
    endsAt: '2026-11-26T16:00:00.000Z',
    validUntil: '2026-11-26T16:00:00.000Z',
  });
});

test('before its start the price stays, and says when it will change', () => {
  expect(
    listed([{ id: 'p', phase: 'line', action: percent, schedule: week }], { at: '2026-11-23T15:59:59Z' }),
  ).toMatchObject({
    unitAmount: 1000,
    wasAmount: null,
    promotionIds: [],
    validUntil: '2026-11-23T16:00:00.000Z',
  });
});

test('three for 99 is a badge, not a price of one piece', () => {
  const action = { kind: 'n_for_price', n: 3, amount: 9900, fill: 'dearest_first', items: {} };
  expect(listed([{ id: 'n', phase: 'set', action }])).toMatchObject({
    unitAmount: 1000,
    badges: [{ promotionId: 'n', kind: 'n_for_price', params: { n: 3, amount: 9900 }, endsAt: null }],
  });
});

test.each([
  { ...percent, units: { which: 'cheapest', count: 1 } },
  { ...percent, units: { which: 'dearest', count: 1 } },
  { kind: 'amount_off', amount: 200, per: 'order', items: {}, units: { which: 'all' } },
  { kind: 'amount_off', amount: 200, per: 'line', items: {}, units: { which: 'all' } },
  { kind: 'fixed_price', amount: 800, per: 'line', items: {} },
])('what the second piece does not get is a badge, not the price of each: $kind $per', (action) => {
  expect(listed([{ id: 'some', phase: 'line', action }])).toMatchObject({
    unitAmount: 1000,
    wasAmount: null,
    promotionIds: [],
    badges: [{ promotionId: 'some', kind: action.kind }],
  });
});

test('a code and another channel show nothing', () => {
  const trigger = { kind: 'code', sharedCodes: ['X'] };
  const coded = { id: 'c', phase: 'line', action: percent, trigger };
  const elsewhere = { id: 'e', phase: 'line', action: percent, channels: ['till'] };
  expect(listed([coded, elsewhere], { codes: ['X'] })).toMatchObject({ unitAmount: 1000, badges: [] });
});
