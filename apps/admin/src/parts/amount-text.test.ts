import { expect, test } from 'vitest';
import { amountText, parseAmount, parseQuantity, quantityText } from './amount-text.ts';

test('an amount may be typed as on a price tag', () => {
  expect(parseAmount('328', 'HKD')).toBe(32_800);
  expect(parseAmount('HK$1,280.50', 'HKD')).toBe(128_050);
  expect(parseAmount('12,5', 'EUR')).toBe(1_250);
  expect(parseAmount('1,200', 'JPY')).toBe(1_200);
});

test('what is no price is refused, and so is a tenth of a cent', () => {
  expect(parseAmount('', 'HKD')).toBeUndefined();
  expect(parseAmount('abc', 'HKD')).toBeUndefined();
  expect(parseAmount('-5', 'HKD')).toBeUndefined();
  expect(parseAmount('1.005', 'HKD')).toBeUndefined();
});

test('a field shows what it would take back', () => {
  expect(amountText(128_050, 'HKD')).toBe('1280.50');
  expect(amountText(1_200, 'JPY')).toBe('1200');
});

test('quantities are thousandths on the wire and pieces on the screen', () => {
  expect(parseQuantity('3')).toBe(3_000);
  expect(parseQuantity('-2.5')).toBe(-2_500);
  expect(parseQuantity('0.0005')).toBeUndefined();
  expect(quantityText(3_000)).toBe('3');
  expect(quantityText(30_000)).toBe('30');
  expect(quantityText(2_500)).toBe('2.5');
  expect(quantityText(-2_500)).toBe('-2.5');
});
