import { expect, test } from 'vitest';
import { channelBody, channelValues, safetyAmount } from './channel-values.ts';

const channel = {
  id: '0192f3a4-b5c6-7000-8000-000000000002',
  kind: 'online' as const,
  locationId: null,
  code: 'web',
  name: { en: 'Web' },
  hostname: null,
  shippingAmount: 3_000,
  freeShippingFromAmount: 50_000,
  isActive: true,
  sources: [
    { locationId: 'warehouse', safety: { kind: 'none' as const, amount: 0 } },
    { locationId: 'central', safety: { kind: 'fixed' as const, amount: 2_000 } },
    { locationId: 'mong-kok', safety: { kind: 'percent' as const, amount: 125_000 } },
  ],
};

test('safety stock is typed in pieces and percent, and sent in thousandths and parts per million', () => {
  const values = channelValues(channel, 'HKD');
  expect(values.sources.map((one) => one.amount)).toEqual(['', '2', '12.5']);
  expect(safetyAmount({ kind: 'fixed', amount: '1.5' })).toBe(1_500);
  expect(safetyAmount({ kind: 'percent', amount: '101' })).toBeUndefined();
});

test('a channel goes through its form unchanged', () => {
  const { id: _, kind: __, locationId: ___, ...fields } = channel;
  expect(channelBody(channelValues(channel, 'HKD'), 'HKD')).toEqual(fields);
});

test('a charge that cannot be read is not sent as none', () => {
  expect(channelBody({ ...channelValues(channel, 'HKD'), shipping: 'ten' }, 'HKD')).toBeUndefined();
});
