import { expect, test } from 'vitest';
import { chooseHeldPrice, isPriceHeld } from './price-hold.ts';

const hold = { at: '2026-03-02T06:00:00.000Z', until: '2026-03-02T06:10:00.000Z', ruleSetNumber: 4 };

test('a price is held until its last instant, and no longer', () => {
  expect(isPriceHeld(hold, undefined, '2026-03-02T06:09:59.999Z')).toBe(true);
  expect(isPriceHeld(hold, undefined, '2026-03-02T06:10:00.000Z')).toBe(false);
  expect(isPriceHeld(undefined, undefined, '2026-03-02T06:00:00.000Z')).toBe(false);
});

test('a payment that began in time may end after it', () => {
  expect(isPriceHeld(hold, '2026-03-02T06:15:00.000Z', '2026-03-02T06:14:00.000Z')).toBe(true);
  expect(isPriceHeld(hold, '2026-03-02T06:15:00.000Z', '2026-03-02T06:15:00.000Z')).toBe(false);
  expect(isPriceHeld(undefined, '2026-03-02T06:15:00.000Z', '2026-03-02T06:14:00.000Z')).toBe(false);
});

test('of the price that was shown and the price of now the lower one is paid', () => {
  expect(chooseHeldPrice(9000, 10_000)).toBe('kept');
  expect(chooseHeldPrice(10_000, 9000)).toBe('lower');
  expect(chooseHeldPrice(9000, 9000)).toBe('same');
});
