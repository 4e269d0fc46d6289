/** What a sample basket would cost now, and with a draft among the promotions of now. Writes nothing. */
import type { Answer, Body } from '@tandem/contract/index.ts';
import type { PricingBasket, PricingContext } from '@tandem/domain/pricing/basket.ts';
import { priceBasket } from '@tandem/domain/pricing/price-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts } from '../merchants/index.ts';
import { readRules } from '../pricing/index.ts';
import { checkDefinition, draftOf, knownCodesOf, limitedFor, requirePromotion, usageOf } from '../promotions/index.ts';
import { pricingLine } from './pricing-lines.ts';
import { pricingMembers } from './pricing-members.ts';
import { readCards } from './sold-cards.ts';
import { taxTable } from './tax-rates.ts';

type Asked = Body<'POST /api/promotions/preview'>;
type Sample = Asked['basket'];

/** 404 for goods, places and members that are not the merchant's; refuses a draft that makes no sense. */
export async function previewPromotion(
  tx: Tx,
  { basket, definition, promotionId }: Asked,
  now: string,
): Promise<Answer<'POST /api/promotions/preview'>> {
  if (definition !== null) await checkDefinition(tx, definition);
  if (promotionId !== null) await requirePromotion(tx, promotionId);
  const rules = await readRules(tx);
  const at = new Date(basket.at ?? now).toISOString();
  const [lines, context] = await sample(tx, basket, rules, at);
  const priced = priceBasket(lines, rules, context);
  if (definition === null) return { now: priced, draft: null, draftId: null };
  const draft = draftOf(definition, promotionId ?? undefined);
  return { now: priced, draft: priceBasket(lines, withDraft(rules, draft), context), draftId: draft.id };
}

/** The rules with the draft in the place of the promotion that has its id, or beside all of them. */
export function withDraft(rules: RuleSet, draft: Promotion): RuleSet {
  return { ...rules, promotions: [...rules.promotions.filter((promotion) => promotion.id !== draft.id), draft] };
}

async function sample(tx: Tx, basket: Sample, rules: RuleSet, at: string): Promise<[PricingBasket, PricingContext]> {
  const facts = await sellingFacts(tx);
  const channel = facts.channels.get(basket.channelId) ?? notFound('channel');
  const place =
    basket.locationId === null ? undefined : (facts.locations.get(basket.locationId) ?? notFound('location'));
  const { memberId } = basket;
  const member =
    memberId === null ? null : ((await pricingMembers(tx, [memberId])).get(memberId) ?? notFound('member'));
  const ids = [...new Set(basket.lines.map((line) => line.variantId))];
  const cards = await readCards(tx, ids, [], true);
  const index = basket.lines.findIndex((line) => !cards.variants.has(line.variantId));
  if (index >= 0)
    refuse('variant.not_found', 'There is no such variant.', { status: 404, field: `basket.lines.${index}.variantId` });
  const taxes = await taxTable(tx, at, place?.region ?? '*');
  const day = businessDate(at, place?.timeZone ?? facts.timeZone, facts.dayCutOffHour);
  const { codes, shippingMethod, tender } = basket;
  const known = await knownCodesOf(tx, rules, codes, at);
  const lines = basket.lines.map((line, at) =>
    pricingLine(cards, { ...line, lineNo: at + 1 }, taxes.rates(cards.prices.get(line.variantId)?.taxCategoryId)),
  );
  const amount = shippingMethod === 'ship' ? channel.shippingAmount : 0;
  return [
    { lines, shipping: shippingMethod === null ? null : { method: shippingMethod, amount, rates: taxes.rates(null) } },
    {
      at,
      channelId: channel.id,
      locationId: place?.id ?? null,
      timeZone: place?.timeZone ?? facts.timeZone,
      member,
      codes,
      knownCodes: known({ codes, memberId, basketId: null }),
      tenders: tender === undefined ? [] : [tender],
      usage: await usageOf(tx, limitedFor(rules, codes), { memberId, day, at, baskets: [] }),
      manualDiscount: null,
    },
  ];
}
