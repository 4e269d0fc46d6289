import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { expect, test } from 'vitest';
import { fakeClock, saleOf, settle } from '../testing/fakes.ts';
import { promotionOf, rulesOf } from '../testing/rules.ts';
import { UsesFollower } from './follow-uses.ts';
import type { PromotionCounts } from './promotion-uses.ts';
import { numberSale, type StoredSale } from './sale.ts';

const limited = rulesOf({ promotions: [promotionOf('p', { limits: { ...noLimits, uses: 10 } })] });
const saleIn = (id: string): StoredSale => {
  const sale = numberSale(saleOf(id), 1);
  const applied = [{ promotionId: 'p', code: null, couponId: null, times: 1, pieces: 1, amount: 100 }];
  return { ...sale, body: { ...sale.body, pricing: { ruleSetNumber: 1, hash: 'h', codes: [], applied } } };
};

/** A server that counts, and a device that follows it. */
function world(rules = limited) {
  const clock = fakeClock();
  const seen = { asked: 0, told: 0, kept: [] as number[], uses: 0, isDown: false };
  let unsent: StoredSale[] = [];
  /** Lets a test act while the answer is on its way. */
  let during = () => {};
  const follower = new UsesFollower({
    clock,
    async ask(): Promise<PromotionCounts> {
      seen.asked += 1;
      if (seen.isDown) throw new Error('down');
      const { uses } = seen;
      const act = during;
      during = () => {};
      act();
      await settle();
      return { day: '2026-11-23', items: [{ promotionId: 'p', uses, usesToday: uses, pieces: uses, amount: 0 }] };
    },
    keep: async ({ items }) => void seen.kept.push(items[0]?.uses ?? 0),
    unsent: () => unsent,
    rules: () => rules,
    dayOf: () => '2026-11-23',
    tell: () => {
      seen.told += 1;
    },
  });
  const set = (sales: StoredSale[]) => {
    unsent = sales;
    follower.noteSales();
  };
  const used = () => follower.known(rules, true).usage.p?.uses ?? 0;
  const onAsk = (act: () => void) => {
    during = act;
  };
  return { clock, seen, follower, set, used, onAsk };
}

test('the counts are asked for at once when one is used up, else every ten seconds, and never where nothing is limited', async () => {
  const { follower, seen, clock, used } = world();
  await follower.hear([]);
  await follower.hear([{ type: 'price' }]);
  await clock.pass(9_999);
  await follower.hear([]);
  expect(seen.asked).toBe(1);
  seen.uses = 3;
  await follower.hear([{ type: 'offers', promotionId: 'p' }]);
  expect([seen.asked, used(), seen.kept]).toEqual([2, 3, [0, 3]]);
  await clock.pass(10_000);
  await follower.hear([]);
  expect([seen.asked, seen.told, seen.kept]).toEqual([3, 3, [0, 3]]);

  const plain = world(rulesOf());
  await plain.follower.hear([{ type: 'price' }]);
  expect(plain.seen.asked).toBe(0);
});

test('a sale of this till counts from the moment it is done, once, whenever the server counts it', async () => {
  const { follower, seen, clock, set, used, onAsk } = world();
  await follower.hear([]);
  set([saleIn('a')]);
  expect(used()).toBe(1);
  // The server counted it, after its last answer.
  set([]);
  expect(used()).toBe(1);
  seen.uses = 1;
  await clock.pass(10_000);
  await follower.hear([]);
  expect(used()).toBe(1);

  // Sent while the counts are on their way: rather twice than never, and right with the next answer.
  set([saleIn('b')]);
  onAsk(() => set([]));
  await clock.pass(10_000);
  await follower.hear([]);
  expect(used()).toBe(2);
  seen.uses = 2;
  await clock.pass(10_000);
  await follower.hear([]);
  expect(used()).toBe(2);
});

test('a promotion that is used up while the counts are asked for is asked for once more', async () => {
  const { follower, seen, used, onAsk } = world();
  onAsk(() => {
    seen.uses = 10;
    void follower.hear([{ type: 'offers', promotionId: 'p' }]);
  });
  await follower.hear([]);
  expect([seen.asked, used()]).toEqual([2, 10]);
});

test('without the server the last counts stay, and the next look asks again', async () => {
  const { follower, seen, clock, used } = world();
  follower.open({
    day: '2026-11-23',
    items: [{ promotionId: 'p', uses: 7, usesToday: 0, pieces: 0, amount: 0 }],
  });
  seen.isDown = true;
  await follower.hear([]);
  expect(used()).toBe(7);
  seen.isDown = false;
  seen.uses = 8;
  await clock.pass(1);
  await follower.hear([]);
  expect([seen.asked, used()]).toEqual([2, 8]);
});
