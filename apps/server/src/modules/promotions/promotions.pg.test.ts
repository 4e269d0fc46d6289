/** A promotion's life: written, published, changed, paused, ended; each time the rules of everybody follow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { everything, samplePromotion } from '../../testing/sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { readRules, rulesOf } from '../pricing/index.ts';
import { changePromotion, copyPromotion, createPromotion, movePromotion } from './change-promotions.ts';
import { historyOf, listPromotions } from './list-promotions.ts';

let world: TestWorld;
let other: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 2, pieces: 0 });
  other = await createTestWorld({ products: 1, pieces: 0, database: world.database });
});
afterAll(async () => {
  await other.close();
  await world.close();
});
const run = <B, A>(kind: CommandKind<B, A>, body: B): Promise<A> =>
  world.platform.bus.run(kind, {
    merchantId: world.merchantId,
    id: newId(),
    actor: { kind: 'staff', staffId: world.ownerId },
    body,
  });
const read = <A>(what: Parameters<typeof readAs<A>>[2]): Promise<A> =>
  readAs(world.platform.pool, world.merchantId, what);
const liveIds = async () => (await read(readRules)).promotions.map((one) => one.id);
const move = (promotionId: string, event: 'published' | 'paused' | 'resumed' | 'ended') =>
  run(movePromotion, { promotionId, event });

describe('a promotion', () => {
  it('is a draft that counts nowhere until it is published, and leaves the rules when it is paused or ended', async () => {
    const made = await run(createPromotion, samplePromotion());
    expect([made.state, await liveIds()]).toEqual(['draft', []]);

    expect((await move(made.id, 'published')).state).toBe('active');
    expect(await liveIds()).toEqual([made.id]);
    await move(made.id, 'paused');
    expect(await liveIds()).toEqual([]);
    await move(made.id, 'resumed');
    expect(await liveIds()).toEqual([made.id]);
    expect((await move(made.id, 'ended')).state).toBe('ended');
    expect(await liveIds()).toEqual([]);
    await expect(move(made.id, 'resumed')).rejects.toMatchObject({ refusal: { code: 'promotion.wrong_state' } });

    const history = await read((tx) => historyOf(tx, made.id));
    expect(history.map((one) => one.event)).toEqual(['ended', 'resumed', 'paused', 'published', 'created']);
    expect(history.map((one) => one.staffName)).toEqual(Array(5).fill('Ada Owner'));
    const { rows } = await world.database.adminPool.query(
      'select action from platform.audit_entry where subject_id = $1 order by at',
      [made.id],
    );
    expect(rows.length).toBe(5);
  });

  it('that is changed while it counts publishes the next rule set; the one before stays as it was', async () => {
    const made = await run(createPromotion, samplePromotion());
    await move(made.id, 'published');
    const before = await read(readRules);

    const changed = await run(changePromotion, {
      promotionId: made.id,
      version: 2,
      definition: samplePromotion({ name: { en: 'Other name' } }),
    });

    const after = await read(readRules);
    expect(after.number).toBe(before.number + 1);
    expect(after.promotions.at(-1)?.name).toEqual({ en: 'Other name' });
    expect((await read((tx) => rulesOf(tx, before.number)))?.promotions.at(-1)?.name).toMatchObject({
      en: 'Ten percent',
    });
    expect(changed.version).toBe(3);
    await expect(
      run(changePromotion, { promotionId: made.id, version: 2, definition: samplePromotion() }),
    ).rejects.toMatchObject({ refusal: { code: 'promotion.changed_meanwhile', params: { version: 3 } } });
    const { rows } = await world.database.adminPool.query(
      "select r.value->>'number' as number from platform.feed_entry e cross join jsonb_array_elements(e.rows) r where e.merchant_id = $1 and e.stream = 'catalog' and r.value->>'type' = 'rules' order by e.position desc limit 1",
      [world.merchantId],
    );
    expect(rows).toEqual([{ number: String(after.number) }]);
    await move(made.id, 'ended');
  });

  it('of two that are published at once both count, in rule sets of their own', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => run(createPromotion, samplePromotion())));
    const { number } = await read(readRules);
    await Promise.all(made.map((one) => move(one.id, 'published')));
    const rules = await read(readRules);
    expect(rules.number).toBe(number + 8);
    expect(rules.promotions.map((one) => one.id).sort()).toEqual(made.map((one) => one.id).sort());
    await Promise.all(made.map((one) => move(one.id, 'ended')));
  });

  it('is scheduled, active or over by its schedule', async () => {
    const schedule = (start: string | null, end: string | null) => ({
      start,
      end,
      zone: 'Asia/Hong_Kong',
      weekdays: null,
      hours: null,
    });
    const made = await run(
      createPromotion,
      samplePromotion({ schedule: schedule('2027-01-01T00:00', '2027-02-01T00:00') }),
    );
    await move(made.id, 'published');
    const at = async (instant: string) =>
      (await read((tx) => listPromotions(tx, {}, instant))).items.find((one) => one.id === made.id)?.state;
    expect(await at('2026-12-31T15:59:59.999Z')).toBe('scheduled');
    expect(await at('2026-12-31T16:00:00.000Z')).toBe('active');
    expect(await at('2027-01-31T15:59:59.999Z')).toBe('active');
    expect(await at('2027-01-31T16:00:00.000Z')).toBe('ended');
    await move(made.id, 'ended');
    const past = await run(createPromotion, samplePromotion({ schedule: schedule(null, '2020-01-01T00:00') }));
    await expect(move(past.id, 'published')).rejects.toMatchObject({ refusal: { code: 'promotion.period' } });
  });

  it('has its shared codes to itself while it is live or paused; a copy has none', async () => {
    const trigger = { kind: 'code' as const, sharedCodes: ['Summer', 'SUN '] };
    const first = await run(createPromotion, samplePromotion({ trigger }));
    const second = await run(createPromotion, samplePromotion({ trigger: { kind: 'code', sharedCodes: ['sun'] } }));
    await move(first.id, 'published');
    await expect(move(second.id, 'published')).rejects.toMatchObject({
      refusal: { code: 'promotion.code_taken', field: 'trigger.sharedCodes.0' },
    });
    const copy = await run(copyPromotion, { promotionId: first.id });
    expect(copy.definition.trigger).toEqual({ kind: 'code', sharedCodes: [] });
    await move(first.id, 'ended');
    expect((await move(second.id, 'published')).state).toBe('active');
    await move(second.id, 'ended');
  });
});

describe('nonsense', () => {
  const named = (part: object) => ({ ...everything, ...part });
  const percent = (items: object) =>
    samplePromotion({
      action: { kind: 'percent_off', basisPoints: 1000, items: named(items), units: { which: 'all' } },
    });
  const schedule = { start: '2026-02-01T00:00', end: '2026-01-01T00:00', zone: 'store', weekdays: null, hours: null };

  it.each([
    ['a period that ends before it begins', { schedule }, 'promotion.period', 'schedule.end'],
    [
      'a day that is not there',
      { schedule: { ...schedule, end: '2026-02-30T00:00' } },
      'promotion.period',
      'schedule.end',
    ],
    ['a zone of nowhere', { schedule: { ...schedule, zone: 'Moon/Base' } }, 'promotion.zone', 'schedule.zone'],
    ['a name of blanks', { name: { en: '  ' } }, 'promotion.name', 'name'],
    [
      'shipping in the wrong phase',
      { action: { kind: 'shipping', reward: { kind: 'percent', basisPoints: 10_000 }, methods: null } },
      'promotion.no_effect',
      'phase',
    ],
    [
      'a ladder that goes down',
      {
        action: {
          kind: 'spend_ladder',
          isRepeated: false,
          items: everything,
          steps: [
            { minAmount: 200, reward: { kind: 'percent', basisPoints: 1 } },
            { minAmount: 100, reward: { kind: 'percent', basisPoints: 1 } },
          ],
        },
      },
      'promotion.steps',
      'action.steps.1',
    ],
    [
      'more off than is spent',
      {
        action: {
          kind: 'spend_ladder',
          isRepeated: true,
          items: everything,
          steps: [{ minAmount: 100, reward: { kind: 'amount', amount: 101 } }],
        },
      },
      'promotion.too_much',
      'action.steps.0.reward.amount',
    ],
    ['a channel of nobody', { channels: [newId()] }, 'channel.not_found', 'channels.0'],
  ] as const)('%s is refused', async (_what, part, code, field) => {
    await expect(run(createPromotion, samplePromotion(part as never))).rejects.toMatchObject({
      refusal: { code, field },
    });
  });

  it('goods of another merchant are not there', async () => {
    await expect(run(createPromotion, percent({ variants: [other.variants[0]?.id] }))).rejects.toMatchObject({
      refusal: { code: 'variant.not_found', status: 404, field: 'action.items.variants.0' },
    });
    await expect(
      run(createPromotion, samplePromotion({ condition: { kind: 'location', locations: [other.storeId] } })),
    ).rejects.toMatchObject({ refusal: { code: 'location.not_found', field: 'condition.locations.0' } });
    expect((await run(createPromotion, percent({ variants: [world.variants[0]?.id] }))).state).toBe('draft');
  });
});
