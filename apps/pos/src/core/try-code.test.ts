import { expect, test } from 'vitest';
import { promotionOf, rulesOf } from '../testing/rules.ts';
import { type AskCode, tryCode } from './try-code.ts';

const rules = rulesOf({ promotions: [promotionOf('p', { trigger: { kind: 'code', sharedCodes: ['SAVE10'] } })] });
const answer =
  (refusal: 'unknown' | 'used' | null): AskCode =>
  async (code) => ({ code, promotionId: refusal === 'unknown' ? null : 'p', couponId: null, refusal });
const fails =
  (problem: object): AskCode =>
  async () => {
    throw Object.assign(new Error('no'), problem);
  };

test('a shared code is taken without asking anybody', async () => {
  const nobody = fails({ status: 0, code: 'network' });

  expect(await tryCode(' save10 ', rules, nobody)).toEqual({ kind: 'code', entered: { code: 'save10', known: null } });
});

test('any other code is asked of the server, and one that was used says so in the basket', async () => {
  expect(await tryCode('X-1', rules, answer(null))).toMatchObject({
    kind: 'code',
    entered: { known: { refusal: null } },
  });
  expect(await tryCode('X-1', rules, answer('used'))).toMatchObject({ entered: { known: { refusal: 'used' } } });
  expect(await tryCode('X-1', rules, answer('unknown'))).toEqual({ kind: 'unknown' });
});

test('without the server it is not said that a code does not exist', async () => {
  expect(await tryCode('X-1', rules, fails({ status: 0, code: 'network' }))).toEqual({ kind: 'offline' });
  expect(await tryCode('X-1', rules, fails({ status: 503, code: 'busy' }))).toEqual({ kind: 'failed' });
  expect(await tryCode('X-1', rules, fails({ status: 400, code: 'input.invalid' }))).toEqual({ kind: 'unknown' });
});
