import { expect, test } from 'vitest';
import { locationBody, locationValues } from './location-values.ts';

test('a new store opens in the merchant’s zone, and closed days are not sent', () => {
  const values = {
    ...locationValues(null, 'Asia/Hong_Kong'),
    code: ' TST ',
    name: { en: 'Tsim Sha Tsui', 'zh-Hant': '' },
    street: '1 Nathan Road\n\n2/F',
  };
  values.hours[6] = { from: '11:00', to: '20:00' };
  expect(locationBody(values)).toEqual({
    code: 'TST',
    name: { en: 'Tsim Sha Tsui' },
    kind: 'store',
    address: { lines: ['1 Nathan Road', '2/F'], country: 'HK' },
    region: 'HK',
    timeZone: 'Asia/Hong_Kong',
    openingHours: [{ day: 7, from: '11:00', to: '20:00' }],
    maySell: true,
    mayPickUp: true,
    mayShip: false,
    isActive: true,
  });
});

test('a location goes through its form unchanged', () => {
  const location = {
    id: '0192f3a4-b5c6-7000-8000-000000000001',
    code: 'WH',
    name: { 'zh-Hant': '貨倉' },
    kind: 'warehouse' as const,
    address: { lines: ['8 Dock'], city: 'Hong Kong', country: 'HK' },
    region: 'HK',
    timeZone: 'Asia/Hong_Kong',
    openingHours: [{ day: 1, from: '09:00', to: '18:00' }],
    maySell: false,
    mayPickUp: false,
    mayShip: true,
    isActive: true,
  };
  const { id: _, ...fields } = location;
  expect(locationBody(locationValues(location, 'Europe/London'))).toEqual(fields);
});
