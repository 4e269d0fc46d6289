/** Refuses promotions that make no sense or name what is not there, with the field. */
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import type { Condition } from '@tandem/domain/promotions/condition.ts';
import type { ItemFilter } from '@tandem/domain/promotions/item-filter.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Tx } from '../../platform/transaction.ts';
import { knownIds } from '../catalog/index.ts';
import { sellingFacts } from '../merchants/index.ts';
import { checkName, checkSchedule, knownPriceLists } from '../pricing/index.ts';

type Thing = 'product' | 'variant' | 'category' | 'collection' | 'channel' | 'location' | 'price_list';
interface Named {
  thing: Thing;
  id: string;
  field: string;
}

/** Refuses what the rules of the trade refuse, then every id that is not the merchant's (404). */
export async function checkDefinition(tx: Tx, definition: PromotionBody): Promise<void> {
  await checkNamed(tx, checkSense(definition));
}

/** Refuses what makes no sense, whoever's goods it names; gives what it names. */
export function checkSense(definition: PromotionBody): Named[] {
  checkName(definition.name, 'name');
  checkSchedule(definition.schedule, 'schedule');
  checkCodes(definition);
  checkPhase(definition);
  checkAction(definition.action);
  const named: Named[] = [
    ...listed('channel', definition.channels, 'channels'),
    ...listed('location', definition.locations, 'locations'),
    ...namedInAction(definition.action),
  ];
  if (definition.condition !== null) checkCondition(definition.condition, 'condition', named);
  return named;
}

/** Codes are compared without case and outer blanks. */
export const normalCode = (code: string): string => code.trim().toUpperCase();

function checkCodes({ trigger }: PromotionBody): void {
  if (trigger.kind !== 'code') return;
  const seen = new Set<string>();
  for (const [index, code] of trigger.sharedCodes.entries()) {
    if (seen.has(normalCode(code)))
      refuse('promotion.code_taken', 'This code stands there twice.', { field: `trigger.sharedCodes.${index}` });
    seen.add(normalCode(code));
  }
}

function checkPhase({ phase, action }: PromotionBody): void {
  const own = action.kind === 'shipping' || action.kind === 'gift' ? action.kind : undefined;
  if (own !== undefined ? phase !== own : phase === 'shipping' || phase === 'gift')
    refuse('promotion.no_effect', `What it gives has no effect in the phase ${phase}.`, { field: 'phase' });
}

function checkAction(action: PromotionBody['action']): void {
  const steps = (field: string, of: readonly number[]) => {
    for (const [index, value] of of.entries())
      if (index > 0 && value <= (of[index - 1] ?? 0))
        refuse('promotion.steps', 'Every step is above the one before it.', { field: `${field}.${index}` });
  };
  if (action.kind === 'quantity_breaks')
    steps(
      'action.breaks',
      action.breaks.map((one) => one.min),
    );
  if (action.kind === 'spend_ladder') {
    steps(
      'action.steps',
      action.steps.map((one) => one.minAmount),
    );
    if (action.isRepeated && action.steps.length > 1)
      refuse('promotion.steps', 'A step that is repeated stands alone.', { field: 'action.steps' });
    for (const [index, { minAmount, reward }] of action.steps.entries())
      if (reward.kind === 'amount' && reward.amount > minAmount)
        refuse('promotion.too_much', 'It gives more than is spent.', { field: `action.steps.${index}.reward.amount` });
  }
  if (action.kind === 'buy_get' && action.buy.count === null && action.buy.minAmount === null)
    refuse('promotion.no_effect', 'Say how many pieces, or for how much, are bought.', { field: 'action.buy.count' });
  if (action.kind === 'gift')
    for (const [index, step] of action.steps.entries())
      if (step.minAmount === null && step.minCount === null)
        refuse('promotion.steps', 'Say from what amount or how many pieces.', {
          field: `action.steps.${index}.minAmount`,
        });
}

function namedInAction(action: PromotionBody['action']): Named[] {
  if (action.kind === 'shipping') return [];
  if (action.kind === 'set')
    return action.parts.flatMap((part, index) => namedInFilter(part.items, `action.parts.${index}.items`));
  if (action.kind === 'buy_get')
    return [
      ...namedInFilter(action.buy.items, 'action.buy.items'),
      ...namedInFilter(action.get.items, 'action.get.items'),
    ];
  const items = namedInFilter(action.items, 'action.items');
  if (action.kind === 'gift')
    return [
      ...items,
      ...action.steps.flatMap((step, index) => listed('variant', step.choices, `action.steps.${index}.choices`)),
    ];
  if (action.kind === 'add_on')
    return [
      ...items,
      ...action.choices.map(
        (choice, index): Named => ({
          thing: 'variant',
          id: choice.variantId,
          field: `action.choices.${index}.variantId`,
        }),
      ),
    ];
  return items;
}

function namedInFilter(filter: ItemFilter, field: string): Named[] {
  const of = (part: Omit<ItemFilter, 'except'>, at: string) => [
    ...listed('variant', part.variants, `${at}.variants`),
    ...listed('product', part.products, `${at}.products`),
    ...listed('category', part.categories, `${at}.categories`),
    ...listed('collection', part.collections, `${at}.collections`),
  ];
  return [...of(filter, field), ...(filter.except === null ? [] : of(filter.except, `${field}.except`))];
}

const listed = (thing: Thing, ids: readonly string[] | null, field: string): Named[] =>
  (ids ?? []).map((id, index) => ({ thing, id, field: `${field}.${index}` }));

function checkCondition(condition: Condition, field: string, named: Named[]): void {
  if (condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none') {
    for (const [index, inner] of condition.of.entries()) checkCondition(inner, `${field}.of.${index}`, named);
  } else if (condition.kind === 'time') checkSchedule(condition.schedule, `${field}.schedule`);
  else if (condition.kind === 'channel') named.push(...listed('channel', condition.channels, `${field}.channels`));
  else if (condition.kind === 'location') named.push(...listed('location', condition.locations, `${field}.locations`));
  else if (condition.kind === 'price_list')
    named.push(...listed('price_list', condition.priceLists, `${field}.priceLists`));
  else if ('items' in condition) named.push(...namedInFilter(condition.items, `${field}.items`));
}

async function checkNamed(tx: Tx, named: readonly Named[]): Promise<void> {
  if (named.length === 0) return;
  const facts = await sellingFacts(tx);
  const of = (thing: Thing) => [...new Set(named.flatMap((one) => (one.thing === thing ? [one.id] : [])))];
  const known = new Set([
    ...(await knownIds(tx, {
      products: of('product'),
      variants: of('variant'),
      categories: of('category'),
      collections: of('collection'),
    })),
    ...(await knownPriceLists(tx, of('price_list'))),
    ...facts.channels.keys(),
    ...facts.locations.keys(),
  ]);
  const unknown = named.find((one) => !known.has(one.id));
  if (unknown !== undefined)
    refuse(`${unknown.thing}.not_found`, `There is no such ${unknown.thing.replace('_', ' ')}.`, {
      status: 404,
      field: unknown.field,
    });
}
