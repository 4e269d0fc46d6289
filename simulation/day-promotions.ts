/** What is on at the merchant that day: promotions with limits, codes, a gift, a price list, and members who may use them. */

import { makeCoupons } from '../apps/server/src/modules/promotions/index.ts';
import { newId } from '../apps/server/src/platform/ids.ts';
import { everything, samplePromotion } from '../apps/server/src/testing/sample-promotion.ts';
import type { TestWorld } from '../apps/server/src/testing/test-world.ts';
import type { PromotionBody } from '../packages/contract/src/promotions.ts';
import { noLimits } from '../packages/domain/src/promotions/promotion.ts';
import type { Ask } from './open-shop.ts';

export interface LimitedPromotion {
  id: string;
  uses: number | null;
  usesPerMember: number | null;
}
export interface DayPromotions {
  limited: LimitedPromotion[];
  /** A draft that the office publishes, pauses, resumes and ends in the middle of the day. */
  lunchId: string;
  priceListId: string;
  /** The goods that the price list has prices for. */
  listedIds: string[];
  sharedCode: string;
  uniqueCodes: string[];
  memberIds: string[];
}

const totalMax = 6;
const codeMax = 4;
const uniqueCount = 5;
const memberCount = 3;
const listed = { channels: null, locations: null, members: null, tiers: null, memberTags: null, schedule: null };

/** Published over a network that works, but for the lunch offer, which is a draft. */
export async function openPromotions(ask: Ask, base: TestWorld, staff: Record<string, string>): Promise<DayPromotions> {
  const ids = base.variants.map((variant) => variant.id);
  const drafted = async (more: Partial<PromotionBody>): Promise<string> =>
    (await ask('POST', '/api/promotions', staff, samplePromotion(more))).body.id;
  const published = async (more: Partial<PromotionBody>): Promise<string> => {
    const id = await drafted(more);
    await ask('POST', `/api/promotions/${id}/publication`, staff);
    return id;
  };
  const off = (amount: number) =>
    ({ kind: 'amount_off', amount, per: 'order', items: everything, units: { which: 'all' } }) as const;
  const percent = (basisPoints: number, variants: string[]) =>
    ({ kind: 'percent_off', basisPoints, items: { ...everything, variants }, units: { which: 'all' } }) as const;
  const sharedCode = 'MONDAY';
  const totalId = await published({
    action: percent(1000, ids.slice(0, 3)),
    limits: { ...noLimits, uses: totalMax },
  });
  const memberLimitId = await published({ action: off(700), limits: { ...noLimits, usesPerMember: 1 } });
  const sharedId = await published({
    phase: 'coupon',
    trigger: { kind: 'code', sharedCodes: [sharedCode] },
    limits: { ...noLimits, uses: codeMax },
  });
  const uniqueId = await published({
    phase: 'coupon',
    trigger: { kind: 'code', sharedCodes: [] },
    action: off(1100),
  });
  await published({
    phase: 'gift',
    action: {
      kind: 'gift',
      steps: [{ minAmount: 30_000, minCount: null, choices: ids.slice(7, 8), count: 1 }],
      items: everything,
    },
  });
  const lunchId = await drafted({ phase: 'line', action: percent(1500, ids.slice(2, 6)) });
  const list = await ask('POST', '/api/price-lists', staff, { name: { en: 'March' }, ...listed });
  const listedIds = ids.slice(4, 6);
  await ask('PUT', `/api/price-lists/${list.body.id}/entries`, staff, {
    entries: listedIds.map((variantId) => ({ variantId, minQuantity: 0, amount: 9000 })),
  });
  const limit = (id: string, uses: number | null, usesPerMember: number | null) => ({ id, uses, usesPerMember });
  return {
    limited: [limit(totalId, totalMax, null), limit(memberLimitId, null, 1), limit(sharedId, codeMax, null)],
    ...{ lunchId, listedIds, sharedCode },
    priceListId: list.body.id,
    uniqueCodes: await uniqueCodesOf(ask, base, staff, uniqueId),
    memberIds: await membersOf(ask, staff),
  };
}

async function uniqueCodesOf(ask: Ask, base: TestWorld, staff: Record<string, string>, id: string): Promise<string[]> {
  const wanted = { name: 'Letters', prefix: 'L', count: uniqueCount, expiresAt: null };
  const batch = await ask('POST', `/api/promotions/${id}/coupon-batches`, staff, wanted);
  const { merchantId, platform } = base;
  const actor = { kind: 'system' as const };
  // The job does not run here: the codes are made as it makes them.
  await platform.bus.run(makeCoupons, { merchantId, id: newId(), body: { batchId: batch.body.id }, actor });
  const made = await ask('GET', `/api/coupon-batches/${batch.body.id}/coupons`, staff);
  return made.body.items.map((coupon: { code: string }) => coupon.code);
}

async function membersOf(ask: Ask, staff: Record<string, string>): Promise<string[]> {
  const memberIds: string[] = [];
  for (let one = 1; one <= memberCount; one += 1)
    memberIds.push((await ask('POST', '/api/members', staff, { name: `Member ${one}` })).body.id);
  return memberIds;
}
