/** The rules of a till over HTTP: sent once for each publication, never those of another merchant. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { promotedShop } from '../../testing/promoted-shop.ts';
import { createTestApp, headersFor, type TestApp, type TestMerchant } from '../../testing/test-app.ts';

let tandem: TestApp;
beforeAll(async () => {
  tandem = await createTestApp();
});
afterAll(() => tandem?.close());

const ask = (merchant: TestMerchant, tag?: string) =>
  tandem.send({
    method: 'GET',
    url: '/api/till/rule-set',
    headers: {
      ...headersFor('register', merchant.credentials),
      ...(tag === undefined ? {} : { 'if-none-match': tag }),
    },
  });

it('answers nothing more than 304 to a till that has the rules, and the next ones once they are published', async () => {
  const shop = promotedShop(tandem.first.world);
  await shop.publish();
  const first = await ask(tandem.first);
  const tag = String(first.headers.etag);
  expect(first.status).toBe(200);
  expect(first.headers['cache-control']).toBe('private, no-cache');
  expect(tag).toBe(`"rules-${tandem.first.world.merchantId}-${first.body.number}"`);

  const again = await ask(tandem.first, tag);
  expect({ status: again.status, text: again.text, tag: again.headers.etag }).toEqual({ status: 304, text: '', tag });
  // As a proxy that compresses passes it on, among others.
  expect((await ask(tandem.first, `"other", W/${tag}`)).status).toBe(304);

  await shop.publish({ name: { en: 'Another' } });
  const next = await ask(tandem.first, tag);
  expect(next.status).toBe(200);
  expect(next.body.number).toBe(first.body.number + 1);
  await shop.endAll();
});

it('keeps apart the rules of two merchants that have the same number', async () => {
  const shops = [promotedShop(tandem.first.world), promotedShop(tandem.second.world)];
  await shops[1]?.publish();
  let mine = await ask(tandem.first);
  let theirs = await ask(tandem.second);
  while (mine.body.number !== theirs.body.number) {
    await shops[mine.body.number < theirs.body.number ? 0 : 1]?.publish();
    mine = await ask(tandem.first);
    theirs = await ask(tandem.second);
  }
  const moved = await ask(tandem.second, String(mine.headers.etag));
  expect(moved.status).toBe(200);
  expect(moved.body).toEqual(theirs.body);
});
