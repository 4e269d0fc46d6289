import { expect, test } from 'vitest';
import { caseFiles } from './cases/all-cases.ts';
import { completeCase } from './cases/complete-case.ts';
import { hashOfBasket } from './hash-basket.ts';
import { priceBasket } from './price-basket.ts';
import type { PricedBasket } from './priced-basket.ts';

type Fields = Record<string, unknown>;

const results = Object.values(caseFiles)
  .flat()
  .map((one) => {
    const { basket, ruleSet, context } = completeCase(one);
    return { name: one.name, result: priceBasket(basket, ruleSet, context) };
  });

test('the hash says its version and 32 hexadecimal digits', () => {
  for (const { name, result } of results) expect(result.hash, name).toMatch(/^2-[0-9a-f]{32}$/);
});

test('another value of any fact of any worked case gives another hash', () => {
  const seen = new Set<string>();
  for (const { name, result } of results) {
    const { hash, validUntil: _, ...facts } = JSON.parse(JSON.stringify(result)) as PricedBasket;
    for (const path of plantIn(facts, '')) {
      seen.add(path.replace(/params\..*/, 'params.*'));
      if (hashOfBasket(facts as unknown as PricedBasket) === hash) expect.fail(`${name}: ${path}`);
    }
    expect(hashOfBasket(facts as unknown as PricedBasket), name).toBe(hash);
  }

  expect([...seen].sort()).toEqual(everyFact.trim().split(/\s+/));
});

test('two lines that change places give another hash', () => {
  for (const { name, result } of results) {
    const lines = result.lines.toReversed();
    if (lines.length > 1) expect(hashOfBasket({ ...result, lines }), name).not.toBe(result.hash);
  }
});

test('what does not say what the basket costs stays out', () => {
  for (const { name, result } of results) {
    expect(hashOfBasket({ ...result, validUntil: 'whenever' } as PricedBasket), name).toBe(result.hash);
  }
});

/** Where the worked cases have something to change: nothing that the engine says is left out. */
const everyFact = `
  applied applied[].amount applied[].code applied[].couponId applied[].pieces applied[].promotionId applied[].times
  byHand byHand[].amount byHand[].baseAmount byHand[].isShort byHand[].lineId
  lines lines[].allocations lines[].allocations[].amount lines[].allocations[].baseAmount lines[].allocations[].code
  lines[].allocations[].promotionId lines[].allocations[].units lines[].allocations[].units[].count
  lines[].allocations[].units[].from lines[].allocations[].units[].perUnit lines[].amount lines[].compareAtAmount
  lines[].discountAmount lines[].grossAmount lines[].id lines[].listAmount lines[].listUnitAmount lines[].netAmount
  lines[].priceListId lines[].taxAmount lines[].taxes lines[].taxes[].amount lines[].taxes[].name lines[].taxes[].rateId
  lines[].taxes[].ratePpm
  offers offers[].choices offers[].choices[].unitAmount offers[].choices[].variantId offers[].count offers[].kind
  offers[].promotionId
  refused refused[].code refused[].params refused[].params.* refused[].promotionId refused[].reason
  ruleSetNumber
  shipping shipping.allocations shipping.allocations[].amount shipping.allocations[].code
  shipping.allocations[].promotionId shipping.amount shipping.discountAmount shipping.grossAmount shipping.listAmount
  shipping.netAmount shipping.taxAmount shipping.taxes shipping.taxes[].amount shipping.taxes[].name
  shipping.taxes[].rateId shipping.taxes[].ratePpm
  taxes taxes[].amount taxes[].name taxes[].netAmount taxes[].rateId taxes[].ratePpm
  totals.discountAmount totals.listAmount totals.netAmount totals.taxAmount totals.totalAmount
`;

/** Changes one thing after the other, says where, and puts it back; all items of a list have one path. */
function* plantIn(owner: Fields | unknown[], path: string): Generator<string> {
  const fields = owner as Fields;
  for (const key of Object.keys(owner)) {
    const value = fields[key];
    const place = Array.isArray(owner) ? `${path}[]` : `${path}.${key}`.replace(/^\./, '');
    for (const other of othersOf(place, value)) {
      fields[key] = other;
      yield place;
    }
    fields[key] = value;
    if (typeof value === 'object' && value !== null) yield* plantIn(value as Fields, place);
  }
}

const freeShipping = {
  ...{ listAmount: 0, discountAmount: 0, amount: 0, netAmount: 0, taxAmount: 0, grossAmount: 0 },
  ...{ taxes: [], allocations: [] },
};

function othersOf(place: string, value: unknown): unknown[] {
  if (place === 'shipping') return [value === null ? freeShipping : null];
  if (place === 'refused[].params')
    return [
      { ...(value as Fields), more: 1 },
      { ...(value as Fields), other: '' },
    ];
  if (typeof value === 'number') return [value + 1, value + 2 ** 40, -1 - value];
  if (typeof value === 'string') return [`${value} `, value.slice(1), ''].filter((other) => other !== value);
  if (typeof value === 'boolean') return [!value];
  if (value === null) return place.endsWith('compareAtAmount') ? [0, 1] : ['', 'null'];
  if (Array.isArray(value)) return value.length === 0 ? [] : [value.slice(1), value.slice(0, -1), [...value, value[0]]];
  return [];
}
