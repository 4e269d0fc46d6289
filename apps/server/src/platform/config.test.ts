import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

describe('without any setting', () => {
  test('Tandem listens on this machine only, at 8080, and keeps its data beside the program', () => {
    const root = path.resolve(import.meta.dirname, '../../../..');

    expect(readConfig({ PATH: '/bin' })).toEqual({
      host: '127.0.0.1',
      port: 8080,
      home: path.join(root, '.tandem'),
      databaseUrl: undefined,
      logLevel: 'info',
      poolMax: 12,
    });
  });

  test('an empty value is no value', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', TANDEM_LOG_LEVEL: '' })).toEqual(readConfig({}));
  });
});

test('every setting is taken over', () => {
  const config = readConfig({
    HOST: '0.0.0.0',
    PORT: '9000',
    TANDEM_HOME: '/srv/shop',
    DATABASE_URL: 'postgres://shop@db/shop',
    TANDEM_LOG_LEVEL: 'warn',
    TANDEM_POOL_MAX: '20',
  });

  expect(config).toEqual({
    host: '0.0.0.0',
    port: 9000,
    home: '/srv/shop',
    databaseUrl: 'postgres://shop@db/shop',
    logLevel: 'warn',
    poolMax: 20,
  });
});

describe('refused in one line that names the variable and the cure', () => {
  const cases: [NodeJS.ProcessEnv, string][] = [
    [{ PORT: '80a' }, 'PORT is "80a": give a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT is "70000": give a whole number from 0 to 65535.'],
    [{ PORT: '-1' }, 'PORT is "-1": give a whole number from 0 to 65535.'],
    [{ PORT: '8080.0' }, 'PORT is "8080.0": give a whole number from 0 to 65535.'],
    [{ TANDEM_POOL_MAX: '1' }, 'TANDEM_POOL_MAX is "1": give a whole number from 2 to 50.'],
    [
      { TANDEM_LOG_LEVEL: 'loud' },
      'TANDEM_LOG_LEVEL is "loud": give one of trace, debug, info, warn, error, fatal, silent.',
    ],
    [{ TANDEM_HOEM: '/x' }, 'There is no setting TANDEM_HOEM: did you mean TANDEM_HOME? Correct or unset it.'],
    [
      { TANDEM_LOGLEVEL: '' },
      'There is no setting TANDEM_LOGLEVEL: did you mean TANDEM_LOG_LEVEL? Correct or unset it.',
    ],
  ];

  test.each(cases)('%o', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });
});
