import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { expect, test } from 'vitest';
import { factsOf, promotionOf, rulesOf } from '../testing/rules.ts';
import { variantOf } from '../testing/variants.ts';
import { addCode, addToBasket, changeLine, emptyBasket, nameMember, setQuantity } from './basket.ts';
import { listPriceOf, priceBasket, ratesAt } from './price-basket.ts';
import type { Manifest } from './till-facts.ts';

const rate = (id: string, ratePpm: number, validFrom: string | null = null, validUntil: string | null = null) => ({
  id,
  name: id,
  ratePpm,
  isCompound: false,
  validFrom,
  validUntil,
});
const taxes: Manifest['taxCategories'] = [
  {
    id: 'standard',
    isDefault: true,
    rates: [rate('old', 80_000, null, '2026-10-01T00:00:00Z'), rate('new', 100_000, '2026-10-01T00:00:00Z')],
  },
  { id: 'books', isDefault: false, rates: [] },
];
const nowMs = Date.parse('2026-11-23T04:00:00Z');
const tea = variantOf('tea', { amount: 10_003 });
const basket = setQuantity(addToBasket(emptyBasket, tea), 1, 2000);
const at = { nowMs, tenders: [] };

test('the rate in force at the moment is taken, of the default category where a variant names none', () => {
  expect(ratesAt(taxes, null, nowMs).map(({ id }) => id)).toEqual(['new']);
  expect(ratesAt(taxes, null, Date.parse('2026-09-30T23:59:59Z')).map(({ id }) => id)).toEqual(['old']);
  expect(ratesAt(taxes, 'books', nowMs)).toEqual([]);
});

test('tax is inside or on top as the merchant prices', () => {
  expect(priceBasket(basket, factsOf(rulesOf(), [tea], taxes), at).totals).toMatchObject({
    totalAmount: 20_006,
    taxAmount: 1819,
    netAmount: 18_187,
  });
  expect(priceBasket(basket, factsOf(rulesOf({ pricesIncludeTax: false }), [tea], taxes), at).totals).toMatchObject({
    totalAmount: 22_007,
    taxAmount: 2001,
    netAmount: 20_006,
  });
});

const member = {
  id: 'mei',
  reference: null,
  name: 'Mei Chan',
  phoneEnd: '4567',
  emailHint: null,
  tier: 'Gold',
  tags: [],
  birthday: null,
  orderCount: 1,
  isReferred: false,
  isTaxExempt: false,
  uses: [{ promotionId: 'once', uses: 1 }],
};

test('a member is priced by what is known of them, and a limit per member counts what they used', () => {
  const gold = promotionOf('gold', { condition: { kind: 'tier', tiers: ['Gold'] } });
  const once = promotionOf('once', { limits: { ...noLimits, usesPerMember: 1 } });
  const facts = factsOf(rulesOf({ promotions: [gold, once] }), [tea], taxes);
  expect(priceBasket(basket, facts, at).refused.map(({ reason }) => reason)).toEqual(['sign_in', 'sign_in']);
  const named = priceBasket(nameMember(basket, member), facts, at);
  expect(named.applied.map(({ promotionId }) => promotionId)).toEqual(['gold']);
  expect(named.refused.map(({ reason }) => reason)).toEqual(['member_limit_reached']);
  const exempt = nameMember(basket, { ...member, tier: null, isTaxExempt: true });
  expect(priceBasket(exempt, facts, at).totals).toMatchObject({ totalAmount: 18_187, taxAmount: 0 });
});

test('a promotion counts at once, and what is taken off by hand comes on top of it', () => {
  const rules = rulesOf({ promotions: [promotionOf('sale')] });
  const manual = { reward: { kind: 'amount', amount: 500 }, reason: 'Scratched' } as const;
  const priced = priceBasket(changeLine(basket, 1, { manual }), factsOf(rules, [tea]), at);

  expect(priced.lines[0]?.allocations.map(({ promotionId, amount }) => [promotionId, amount])).toEqual([
    ['sale', 2001],
    [null, 500],
  ]);
  expect(priced.totals.totalAmount).toBe(20_006 - 2501);
});

test('a shared code needs nobody, a unique one what the server said of it', () => {
  const shared = promotionOf('shared', { phase: 'coupon', trigger: { kind: 'code', sharedCodes: ['SAVE10'] } });
  const unique = promotionOf('unique', { phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
  const facts = factsOf(rulesOf({ promotions: [shared, unique] }), [tea]);
  const known = { code: 'X-1', promotionId: 'unique', couponId: 'c1', refusal: null };

  const withShared = priceBasket(addCode(basket, { code: 'save10', known: null }), facts, at);
  expect(withShared.applied).toMatchObject([{ promotionId: 'shared', amount: 2001 }]);
  const withUnique = priceBasket(addCode(basket, { code: 'x-1', known }), facts, at);
  expect(withUnique.applied).toMatchObject([{ promotionId: 'unique', couponId: 'c1', amount: 2001 }]);
  const used = priceBasket(addCode(basket, { code: 'X-1', known: { ...known, refusal: 'used' } }), facts, at);
  expect(used.refused).toMatchObject([{ code: 'X-1', reason: 'code_used' }]);
});

test('a member’s own code counts for the member, named before it or after, and for nobody else', () => {
  const unique = promotionOf('unique', { phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
  const facts = factsOf(rulesOf({ promotions: [unique] }), [tea]);
  const known = { code: 'X-1', promotionId: 'unique', couponId: 'c1', refusal: 'not_yours', memberId: 'mei' } as const;
  const entered = addCode(basket, { code: 'X-1', known });
  expect(priceBasket(entered, facts, at).refused).toMatchObject([{ code: 'X-1', reason: 'code_not_yours' }]);
  const named = nameMember(entered, member);
  expect(priceBasket(named, facts, at).applied).toMatchObject([{ promotionId: 'unique', couponId: 'c1' }]);
  const other = nameMember(named, { ...member, id: 'lok' });
  expect(priceBasket(other, facts, at).refused).toMatchObject([{ code: 'X-1', reason: 'code_not_yours' }]);
});

test('goods in the basket follow the catalogue and the store’s own price list', () => {
  const cheaper = { ...tea, amount: 9000 };
  expect(priceBasket(basket, factsOf(rulesOf(), [cheaper]), at).totals.totalAmount).toBe(18_000);

  const list = { id: 'central-list', name: { en: 'Central' }, channels: null, locations: ['central'] };
  const priceList = { ...list, members: null, tiers: null, memberTags: null, schedule: null };
  const entry = { priceListId: 'central-list', minQuantity: 0, amount: 8000, compareAtAmount: null };
  const listed = { ...tea, prices: [entry] };
  expect(listPriceOf(listed, factsOf(rulesOf({ priceLists: [priceList] })), nowMs)).toMatchObject({ unitAmount: 8000 });
  expect(priceBasket(basket, factsOf(rulesOf({ priceLists: [priceList] }), [listed]), at).totals.totalAmount).toBe(
    16_000,
  );
});
