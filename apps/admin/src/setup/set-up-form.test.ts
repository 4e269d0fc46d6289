import { expect, test } from 'vitest';
import { firstAnswers, ratePpm, setUpBody } from './set-up-form.ts';

test('a percentage as typed becomes parts per million, without a float in between', () => {
  expect(ratePpm('8.875')).toBe(88_750);
  expect(ratePpm('20')).toBe(200_000);
  expect(ratePpm('100')).toBe(1_000_000);
  expect(ratePpm('100.1')).toBeUndefined();
  expect(ratePpm('-1')).toBeUndefined();
  expect(ratePpm('ten')).toBeUndefined();
});

test('an empty rate is no rate, and an empty PIN no PIN', () => {
  const answers = {
    ...firstAnswers('en', 'Asia/Hong_Kong'),
    merchantName: ' Harbour ',
    storeName: 'Central',
    ownerName: 'May',
    email: 'may@harbour.example',
    password: 'long enough',
  };

  const body = setUpBody(answers);

  expect(body.taxRates).toEqual([]);
  expect(body.owner).toEqual({ name: 'May', email: 'may@harbour.example', password: 'long enough' });
  expect(body.merchantName).toBe('Harbour');
  expect(body.shopName).toBe('Harbour');
  expect(body.store).toEqual({ code: 'S1', name: 'Central', address: { country: 'HK' } });
});
