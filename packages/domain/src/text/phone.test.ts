/** Phone numbers as people type them. */
import { expect, it } from 'vitest';
import { normalPhone } from './phone.ts';

it.each([
  ['9123 4567', 'HKD', '+85291234567'],
  ['+852 9123-4567', 'HKD', '+85291234567'],
  ['00852 9123 4567', 'HKD', '+85291234567'],
  ['852 9123 4567', 'HKD', '+85291234567'],
  ['９１２３ ４５６７', 'HKD', '+85291234567'],
  ['8522 1234', 'HKD', '+85285221234'],
  ['07700 900123', 'GBP', '+447700900123'],
  ['(212) 555-0100', 'USD', '+12125550100'],
  ['212 555 0100', 'EUR', '2125550100'],
  ['+49 30 1234567', 'EUR', '+49301234567'],
  ['12', 'HKD', null],
  ['1234567890123456', 'HKD', null],
])('%s in a shop that sells in %s is %s', (text, currency, phone) => {
  expect(normalPhone(text, currency)).toBe(phone);
});
