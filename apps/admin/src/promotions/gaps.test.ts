import { expect, test } from 'vitest';
import { conditionOf, mayStandBeside, partsOf } from './condition-parts.ts';
import { anything, draftOf, phaseOf, withAction } from './definition.ts';
import { placeOf } from './field-phrase.ts';
import { gapsOf } from './gaps.ts';
import { templateKeys, templateOf } from './templates.ts';

test('a draft without a name, a gift or a tier says so at the phrase that asks for it', () => {
  const draft = { ...templateOf('gift', 'HKD'), condition: { kind: 'tier', tiers: [] } as const };

  expect(gapsOf(draft)).toEqual([
    { place: 'name', word: 'name' },
    { place: 'who', word: 'tiers' },
    { place: 'steps', word: 'gifts' },
  ]);
});

test('templates lack a name, and only gifts and add-ons something more', () => {
  const lacking = templateKeys.filter((key) => gapsOf(templateOf(key, 'HKD')).length > 1);

  expect(lacking).toEqual(['gift', 'addOn']);
});

test('a refused field is shown at its phrase', () => {
  expect(placeOf('action.steps.1.minAmount', 'spend_ladder')).toBe('steps');
  expect(placeOf('definition.action.buy.items.categories.0', 'buy_get')).toBe('buyItems');
  expect(placeOf('action.reward.amount', 'set')).toBe('value');
  expect(placeOf('action.per', 'amount_off')).toBe('value');
  expect(placeOf('action.per.value', 'add_on')).toBe('per');
  expect(placeOf('condition.of.0.minAmount', 'set')).toBe('condition');
  expect(placeOf('name', 'set')).toBe('name');
  expect(placeOf('basket.lines', 'set')).toBeUndefined();
});

test('who and what else are one tree', () => {
  const spend = { kind: 'spend', minAmount: 1, isStrict: false, measured: 'current', items: anything } as const;
  const both = conditionOf({ who: { kind: 'member' }, rest: [spend] });

  expect(both).toEqual({ kind: 'all', of: [{ kind: 'member' }, spend] });
  expect(partsOf(both)).toEqual({ who: { kind: 'member' }, rest: [spend] });
  expect(conditionOf({ who: null, rest: [spend] })).toBe(spend);
  expect(conditionOf({ who: null, rest: [] })).toBeNull();
  expect(mayStandBeside({ kind: 'any', of: [{ kind: 'all', of: [spend] }] })).toBe(false);
  expect(mayStandBeside({ kind: 'any', of: [spend] })).toBe(true);
});

test('the step follows what is given', () => {
  const draft = { ...templateOf('coupon', 'HKD') };
  const other = withAction(draft, { kind: 'shipping', reward: { kind: 'amount', amount: 1 }, methods: null });

  expect(phaseOf(draft.action)).toBe('line');
  expect(other.phase).toBe('shipping');
  expect(withAction(other, draft.action).phase).toBe('line');
  expect(withAction(draft, { ...draftOf(draft.action).action }).phase).toBe('coupon');
});
