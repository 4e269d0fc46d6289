/** A draft replayed over what was sold: figures worked by hand, limits in the order of time, and processes that die. */

import type { PromotionBody, SimulationResult } from '@tandem/contract/promotions.ts';
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { everything, samplePromotion } from '../../testing/sample-promotion.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { addMember } from '../members/index.ts';
import { changeProtection, defaultProtection } from '../pricing/index.ts';
import { cancelSimulation, listSimulations, readSimulation, startSimulation } from '../promotions/index.ts';
import { recordSales } from './record-sales.ts';
import { runSimulation } from './run-simulation.ts';

let world: TestWorld;
let promoted: PromotedShop;
const [mei, wing] = [newId(), newId()];
/** Noon in Hong Kong, so many days and hours ago. */
const noon = (daysAgo: number, hour: number): string =>
  new Date(
    Date.parse(`${new Date().toISOString().slice(0, 10)}T04:00:00Z`) - daysAgo * 86_400_000 + hour * 3_600_000,
  ).toISOString();
/** Goods at 100.00 that cost 40.00, no tax: 1 + 2 + 1 pieces on one day, 3 + 1 on the next. */
const sold = [
  { at: noon(3, 0), pieces: 1, memberId: mei },
  { at: noon(3, 1), pieces: 2 },
  { at: noon(3, 2), pieces: 1, memberId: mei },
  { at: noon(2, 0), pieces: 3, memberId: wing },
  { at: noon(2, 1), pieces: 1 },
];

const sell = ({ at, pieces, memberId }: { at: string; pieces: number; memberId?: string }) =>
  world.platform.bus.run(recordSales, {
    merchantId: world.merchantId,
    id: newId(),
    actor: { kind: 'system' },
    body: {
      ...saleOf(world, [promoted.variant(0)], { quantity: pieces * 1000, soldAt: at }),
      ...(memberId === undefined ? {} : { memberId }),
    },
  });

beforeAll(async () => {
  world = await createTestWorld({ products: 1, pieces: 1000, ratePpm: 0 });
  promoted = promotedShop(world);
  for (const [id, tier] of [
    [mei, 'Gold'],
    [wing, null],
  ] as const)
    await world.platform.bus.run(addMember, {
      merchantId: world.merchantId,
      id,
      actor: { kind: 'system' },
      body: { name: 'Member', tier },
    });
  for (const sale of sold) await sell(sale);
});
afterEach(() => promoted.endAll());
afterAll(() => world.close());

const start = (definition: PromotionBody, promotionId: string | null = null) =>
  promoted.run(startSimulation, { definition, promotionId, days: 30 });
const see = (id: string) => promoted.read((tx) => readSimulation(tx, id));
const runIt = (id: string, platform: Parameters<typeof runSimulation>[0] = world.platform) =>
  runSimulation(platform, { merchantId: world.merchantId, id });

async function simulate(more: Partial<PromotionBody>): Promise<SimulationResult> {
  const { id } = await start(samplePromotion(more));
  await runIt(id);
  const done = await see(id);
  expect([done.state, done.startedBy]).toEqual(['done', 'Ada Owner']);
  return done.result as SimulationResult;
}

it.each([
  ['the first order of each member', { kind: 'nth_order', n: 1, isRepeated: false } as const, 2, 4000],
  ['a tier, as it is today', { kind: 'tier', tiers: ['Gold'] } as const, 2, 2000],
])('a draft for %s sees members as prices do', async (_what, condition, touched, discountAmount) => {
  expect(await simulate({ condition })).toMatchObject({ touched, discountAmount });
});

it('a draft that keeps to the floor or breaks it is told by the floors of cost and margin', async () => {
  // A piece costs 40.00: with 125% on it no less than 90.00.
  await promoted.run(changeProtection, { holdMinutes: 10, floorMarginBasisPoints: 12_500 });
  const action = {
    kind: 'percent_off' as const,
    basisPoints: 2000,
    items: everything,
    units: { which: 'all' as const },
  };
  expect(await simulate({ action })).toMatchObject({ discountAmount: 8000, linesUnderFloor: 0, linesUnderCost: 0 });
  expect(await simulate({ action, breaksFloor: true })).toMatchObject({
    discountAmount: 16_000,
    linesUnderFloor: 5,
    linesUnderCost: 0,
  });
  await promoted.run(changeProtection, defaultProtection);
});

describe('a draft without limits', () => {
  it('gives what a hand works out: 10.00 on each of eight pieces', async () => {
    expect(await simulate({})).toMatchObject({
      baskets: 5,
      touched: 5,
      uses: 5,
      discountAmount: 8000,
      netSoldAmount: 80_000,
      netNowAmount: 80_000,
      netDraftAmount: 72_000,
      costAmount: 32_000,
      marginNowAmount: 48_000,
      marginDraftAmount: 40_000,
      linesUnderCost: 0,
      linesUnderFloor: 0,
      refusedForLimit: 0,
      limitReachedAt: null,
      disturbed: [],
    });
  });

  it('tells lines that it would sell below their cost', async () => {
    const action = { kind: 'percent_off', basisPoints: 6001, items: everything, units: { which: 'all' } } as const;
    expect(await simulate({ action })).toMatchObject({ touched: 5, linesUnderCost: 5, linesUnderFloor: 5 });
  });
});

describe('limits count in the order of time', () => {
  const cases: [string, Partial<PromotionBody['limits']>, Partial<SimulationResult>][] = [
    [
      'uses: the first three baskets, 1 + 2 + 1 pieces',
      { uses: 3 },
      { touched: 3, discountAmount: 4000, refusedForLimit: 2, limitReachedAt: sold[3]?.at ?? '' },
    ],
    ['uses a day: the first basket of each, 1 + 3 pieces', { usesPerDay: 1 }, { touched: 2, discountAmount: 4000 }],
    ['uses a member: Mei once, Wing once, nobody else', { usesPerMember: 1 }, { touched: 2, discountAmount: 4000 }],
    [
      'the first two pieces: one of the first basket, one of the second',
      { pieces: 2 },
      { touched: 2, discountAmount: 2000, refusedForLimit: 3, limitReachedAt: sold[2]?.at ?? '' },
    ],
    [
      'a budget of 35.00: 10.00 and 20.00, then no whole use is left',
      { budgetAmount: 3500 },
      { touched: 2, discountAmount: 3000, refusedForLimit: 3 },
    ],
  ];
  it.each(cases)('%s', async (_, limits, expected) => {
    expect(await simulate({ limits: { ...noLimits, ...limits } })).toMatchObject({ baskets: 5, ...expected });
  });

  it('and only baskets count as kept away that fulfil its conditions', async () => {
    const condition = { kind: 'quantity', min: 2000, of: 'group', items: everything } as const;
    const result = await simulate({ condition, limits: { ...noLimits, uses: 1 } });
    expect(result).toMatchObject({ touched: 1, discountAmount: 2000, refusedForLimit: 1, limitReachedAt: sold[3]?.at });
  });

  it('of the promotions that it stands beside, too: what the draft takes leaves them uses for later', async () => {
    const limits = { ...noLimits, uses: 2 };
    const standing = await promoted.publish({ exclusive: 'all', limits });
    // Alone it counts for the first two baskets: 10.00 + 20.00. Beside a draft that takes the second, for the first and third.
    const result = await simulate({
      exclusive: 'all',
      condition: { kind: 'quantity', min: 2000, of: 'group', items: everything },
      action: { kind: 'percent_off', basisPoints: 2000, items: everything, units: { which: 'all' } },
    });
    expect(result).toMatchObject({
      uses: 2,
      discountAmount: 10_000,
      netNowAmount: 60_000 - 2000,
      netDraftAmount: 60_000 - 4000 - 6000 - 1000,
      disturbed: [{ promotionId: standing, uses: 2, usesWithDraft: 2, amount: 3000, amountWithDraft: 2000 }],
    });
  });
});

describe('a process that dies', () => {
  /** Its database goes away after so many transactions. */
  const dyingAfter = (transactions: number): Parameters<typeof runSimulation>[0] => {
    let left = transactions;
    const connect = () => (left-- > 0 ? world.platform.pool.connect() : Promise.reject(new Error('cut off')));
    return { clock: world.platform.clock, pool: { connect } as unknown as Pool };
  };
  const silent = (id: string) =>
    promoted.rows(`update promotions.simulation set heartbeat_at = now() - interval '31 seconds' where id = $1`, id);

  it('is followed by another that goes on where it stopped, with the same result as one that lived', async () => {
    await Promise.all(Array.from({ length: 130 }, () => sell({ at: noon(1, 0), pieces: 1 })));
    const draft = samplePromotion({ limits: { ...noLimits, uses: 100 } });
    const lived = await start(draft);
    await runIt(lived.id);
    const { id } = await start(draft);
    // Begin, read the rules, two pages read and one kept; the second is lost with it.
    await expect(runIt(id, dyingAfter(4))).rejects.toThrow('cut off');
    expect(await see(id)).toMatchObject({ state: 'running', done: 50, total: 135, result: null });
    await runIt(id);
    expect(await see(id)).toMatchObject({ state: 'running', done: 50 });
    await silent(id);
    // Two that find it at once: one of them goes on.
    await Promise.all([runIt(id), runIt(id)]);
    const [whole, resumed] = [await see(lived.id), await see(id)];
    expect(resumed).toMatchObject({ state: 'done', done: 135, total: 135 });
    expect(resumed.result).toEqual(whole.result);
    expect(resumed.result).toMatchObject({ baskets: 135, uses: 100, refusedForLimit: 35 });
    const [row] = await promoted.rows('select attempt, checkpoint from promotions.simulation where id = $1', id);
    expect(row).toEqual({ attempt: 2, checkpoint: null });
  });

  it('leaves a simulation that fails by itself as failed at the third attempt', async () => {
    const { id } = await start(samplePromotion());
    await promoted.rows(`update promotions.simulation set definition = '{"id":"x"}' where id = $1`, id);
    for (const state of ['running', 'running', 'failed']) {
      await expect(runIt(id)).rejects.toThrow();
      expect((await see(id)).state).toBe(state);
    }
  });
});

describe('a simulation that runs', () => {
  it('is cancelled once, by one of two at once, and whoever works on it ends', async () => {
    const { id } = await start(samplePromotion());
    const cancel = () => promoted.run(cancelSimulation, { simulationId: id });
    const answers = await Promise.allSettled([cancel(), cancel()]);
    expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    await runIt(id);
    expect(await see(id)).toMatchObject({ state: 'cancelled', done: 0, result: null });
  });

  it('is listed with those of its promotion, the newest first, page by page', async () => {
    const promotionId = await promoted.publish();
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.unshift((await start(samplePromotion(), promotionId)).id);
    const list = (query: object) => readAs(world.platform.pool, world.merchantId, (tx) => listSimulations(tx, query));
    const first = await list({ promotionId, limit: 2 });
    expect(first.items.map((one) => one.id)).toEqual(ids.slice(0, 2));
    const second = await list({ promotionId, limit: 2, cursor: first.nextCursor });
    expect([second.items.map((one) => one.id), second.nextCursor]).toEqual([ids.slice(2), null]);
    expect((await list({ promotionId, state: 'done' })).items).toEqual([]);
  });
});
