import { expect, test } from 'vitest';
import { deviceOf } from './device-name.ts';

test('a browser is known by what it adds, not by what it pretends', () => {
  expect(
    deviceOf(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0',
    ),
  ).toEqual({ browser: 'Edge', system: 'Windows' });
  expect(
    deviceOf(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1',
    ),
  ).toEqual({ browser: 'Safari', system: 'iPhone' });
  expect(deviceOf('curl/8.5.0')).toEqual({ browser: 'curl', system: '' });
});
