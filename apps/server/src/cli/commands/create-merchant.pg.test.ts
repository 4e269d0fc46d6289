/** A further merchant from the command line can be reached, and by nobody else's address. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { UsageError } from '../command-line.ts';
import { createMerchantCommand } from './create-merchant.ts';

let tandem: TestApp;
beforeAll(async () => {
  tandem = await createTestApp();
});
afterAll(() => tandem.close());

const merchants = async (): Promise<number> =>
  Number((await tandem.database.adminPool.query('select count(*) from platform.tenant')).rows[0].count);

async function create(name: string, values: Record<string, string | boolean>): Promise<string[]> {
  const lines: string[] = [];
  const { platform } = tandem.first.world;
  await createMerchantCommand.run({
    positionals: [],
    values: {
      name,
      currency: 'GBP',
      'time-zone': 'Europe/London',
      'owner-name': 'Olive',
      'owner-email': `owner@${name}.example`,
      'owner-password': 'a long enough one',
      ...values,
    },
    print: (line) => lines.push(line),
    progress: () => {},
    open: async () => ({ platform, target: tandem.database.target, close: async () => {} }),
  });
  return lines;
}

it('its owner signs in behind its host name', async () => {
  const [line = ''] = await create('fifth', { hostname: 'Fifth.example', json: true });

  expect(JSON.parse(line)).toMatchObject({ hostname: 'fifth.example' });
  const signIn = (host: string) =>
    tandem.send({
      method: 'POST',
      url: '/api/session',
      headers: { host },
      body: { email: 'owner@fifth.example', password: 'a long enough one' },
    });
  expect((await signIn('fifth.example')).body.merchant.name).toBe('fifth');
  expect((await signIn('elsewhere.example')).body.code).toBe('session.refused');
});

it('is not made where nobody would find it, or where somebody else is', async () => {
  await create('third', { hostname: 'third.example' });
  const before = await merchants();

  await expect(create('fourth', {})).rejects.toThrow(UsageError);
  await expect(create('fourth', { hostname: 'https://fourth.example' })).rejects.toThrow(UsageError);
  await expect(create('fourth', { hostname: 'third.example' })).rejects.toMatchObject({
    refusal: { code: 'channel.hostname_taken' },
  });

  expect(await merchants()).toBe(before);
});
