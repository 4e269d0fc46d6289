import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endingsOf, filledPrice, ruleOf } from './fill-prices.ts';
import { fromClipboard, pastePlaces, toClipboard } from './sheet-clipboard.ts';
import {
  amountIn,
  conflictsOf,
  emptySheet,
  letGo,
  redo,
  type SheetState,
  settled,
  typeInto,
  undo,
} from './sheet-edits.ts';
import { at, moved, rangeOf, sizeOf, stepped, within } from './sheet-ranges.ts';
import {
  breaksOf,
  differenceOf,
  filterRows,
  marginOf,
  type SheetRow,
  sheetColumns,
  sheetRow,
  sortRows,
} from './sheet-rows.ts';

const item = (sku: string, more: object = {}) => ({
  variantId: `v-${sku}`,
  productId: `p-${sku}`,
  sku,
  name: { en: `Shirt ${sku}`, 'zh-Hant': `襯衫 ${sku}` },
  optionNames: [{ en: 'Blue' }],
  imageUrl: null,
  baseAmount: 10_000,
  compareAtAmount: null,
  entries: [],
  ...more,
});
const english = (text: Readonly<Record<string, string>>) => text.en ?? '';
const rowOf = (sku: string, more: object = {}): SheetRow =>
  sheetRow(item(sku, more), { variantId: `v-${sku}`, categoryId: 'shirts', brand: 'Grove', costAmount: 4000 }, english);
const columns = sheetColumns([3000], true);
const column = (key: string) => columns.find((one) => one.key === key) ?? { kind: 'margin' as const, key };

test('a price that somebody else stored meanwhile is told, and theirs can be taken', () => {
  const priced = (amount: number) => rowOf('A', { entries: [{ minQuantity: 0, amount, compareAtAmount: null }] });
  const price = column('price:0');
  const typed = typeInto(emptySheet, [{ row: priced(9000), column: price, typed: '85' }], 'HKD');
  const conflicts = (row: SheetRow, state = typed) => conflictsOf([row], columns, state.edits);
  expect(conflicts(priced(9000))).toEqual([]);
  expect(conflicts(priced(8000))).toEqual(['v-A price:0']);
  // Both typed the same.
  expect(conflicts(priced(8500))).toEqual([]);
  // Whoever types again has seen what stands there now.
  const again = typeInto(typed, [{ row: priced(8000), column: price, typed: '84' }], 'HKD');
  expect(conflicts(priced(8000), again)).toEqual([]);
  expect(letGo(typed, conflicts(priced(8000)))).toEqual(emptySheet);
});

describe('what is typed', () => {
  const row = rowOf('A', { entries: [{ minQuantity: 0, amount: 9000, compareAtAmount: 9900 }] });
  const type = (state: SheetState, key: string, typed: string) =>
    typeInto(state, [{ row, column: column(key), typed }], 'HKD');

  test('is kept until it is what is stored again, and a blank takes the price out', () => {
    const one = type(emptySheet, 'price:0', ' HK$85 ');
    expect(one.edits).toEqual(new Map([['v-A price:0', { typed: 'HK$85', amount: 8500, onto: 9000 }]]));
    expect(amountIn(row, column('price:0'), one.edits)).toBe(8500);
    expect(type(one, 'price:0', '90').edits.size).toBe(0);
    expect(amountIn(row, column('price:0'), type(one, 'price:0', '').edits)).toBeNull();
    expect(amountIn(row, column('was'), one.edits)).toBe(9900);
    expect(type(emptySheet, 'price:3000', 'cheap').edits.get('v-A price:3000')?.amount).toBeUndefined();
    expect(type(emptySheet, 'base', '1')).toBe(emptySheet);
  });

  test('goes back step by step and forward again', () => {
    const one = type(emptySheet, 'price:0', '85');
    const two = type(one, 'price:0', '80');
    expect(undo(two).edits).toEqual(one.edits);
    expect(undo(undo(two)).edits.size).toBe(0);
    expect(undo(undo(undo(two)))).toEqual(undo(undo(two)));
    expect(redo(undo(two)).edits).toEqual(two.edits);
    expect(type(undo(two), 'was', '98').future).toEqual([]);
  });

  test('any acts, taken back one by one, leave nothing', () => {
    const act = fc.record({ key: fc.constantFrom('price:0', 'was', 'price:3000'), typed: fc.string({ maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let state = emptySheet;
        for (const { key, typed } of acts) state = type(state, key, typed);
        for (const _ of acts) state = undo(state);
        expect(state.edits.size).toBe(0);
      }),
    );
  });

  test('is settled only where nothing else was typed meanwhile', () => {
    const sent = type(type(emptySheet, 'price:0', '85'), 'price:3000', '70');
    const meanwhile = type(sent, 'price:0', '84');
    expect(settled(sent, sent.edits, ['v-A price:0'], new Map([['v-A price:3000', 'gone']])).edits).toEqual(
      new Map([['v-A price:3000', { typed: '70', amount: 7000, onto: null, refusal: 'gone' }]]),
    );
    expect(settled(meanwhile, sent.edits, ['v-A price:0'], new Map()).edits.get('v-A price:0')?.amount).toBe(8400);
  });
});

describe('places', () => {
  const bounds = { rows: 3, columns: 4 };
  test('arrows stay in the sheet, with Shift they mark', () => {
    expect(moved(at(0, 0), { row: -1, column: 2 }, bounds)).toEqual(at(0, 2));
    const marked = moved(at(1, 1), { row: 9, column: -1 }, bounds, true);
    expect(rangeOf(marked)).toEqual({ top: 1, bottom: 2, left: 0, right: 1 });
    expect(sizeOf(rangeOf(marked))).toBe(4);
    expect(within(at(2, 3), { rows: 1, columns: 2 })).toEqual(at(0, 1));
  });
  test('Tab goes on with the next row and leaves the sheet at its end', () => {
    expect(stepped(at(0, 3), 1, bounds)).toEqual(at(1, 0));
    expect(stepped(at(1, 0), -1, bounds)).toEqual(at(0, 3));
    expect(stepped(at(2, 3), 1, bounds)).toBeUndefined();
    expect(stepped(at(0, 0), -1, bounds)).toBeUndefined();
  });
});

describe('the clipboard', () => {
  test('reads what Excel and Google Sheets write', () => {
    expect(fromClipboard('1\t2\r\n3\t\r\n')).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
    expect(fromClipboard('"a\tb"\t"say ""hi"""\n5" nail')).toEqual([['a\tb', 'say "hi"'], ['5" nail']]);
    expect(fromClipboard('')).toEqual([['']]);
  });
  test('brings back whatever was copied', () => {
    const cells = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(
        fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '1', ',') }), {
          minLength: width,
          maxLength: width,
        }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
    );
    fc.assert(
      fc.property(cells, (block) => {
        expect(fromClipboard(`${toClipboard(block)}\n`)).toEqual(block);
      }),
    );
  });
  test('fills a marked range with one cell, or with a block that fits in whole times', () => {
    const range = { top: 2, bottom: 5, left: 1, right: 1 };
    expect(pastePlaces([['9']], range).map((one) => [one.row, one.column, one.text])).toEqual(
      [2, 3, 4, 5].map((row) => [row, 1, '9']),
    );
    expect(pastePlaces([['1'], ['2']], range).map((one) => one.text)).toEqual(['1', '2', '1', '2']);
    expect(pastePlaces([['1', '2'], ['3']], { ...range, bottom: 2 })).toHaveLength(4);
    expect(pastePlaces([['1'], ['2'], ['3']], range).map((one) => one.row)).toEqual([2, 3, 4]);
  });
});

describe('figures', () => {
  test('the difference to the base price and the margin without tax', () => {
    expect(differenceOf(10_000, 8500)).toBe(-1500);
    expect(differenceOf(0, 8500)).toBeNull();
    expect(marginOf(8500, 4000, 0)).toBe(5294);
    // 105.00 with 5 % tax in it is 100.00 net.
    expect(marginOf(10_500, 4000, 50_000)).toBe(6000);
    expect(marginOf(0, 4000, 0)).toBeNull();
    expect(marginOf(3000, 4000, 0)).toBe(-3333);
  });
  test('prices by a rule end as the merchant likes', () => {
    const row = rowOf('A', { baseAmount: 32_800 });
    const ending = (key: string) => endingsOf(2).find((one) => one.key === key)?.ending ?? null;
    expect(filledPrice(row, { kind: 'percent', ppm: -100_000, ending: null })).toBe(29_520);
    expect(filledPrice(row, { kind: 'percent', ppm: -100_000, ending: ending('.90') })).toBe(29_490);
    expect(filledPrice(row, { kind: 'percent', ppm: -100_000, ending: ending('9') })).toBe(29_900);
    expect(filledPrice(row, { kind: 'amount', amount: -40_000, ending: null })).toBeNull();
    expect(filledPrice(row, { kind: 'markup', ppm: 1_500_000, ending: ending('8') })).toBe(9800);
    expect(ruleOf('percent', ' −10 %', null, 'HKD')).toEqual({ kind: 'percent', ppm: -100_000, ending: null });
    expect(ruleOf('amount', '-HK$5', null, 'HKD')).toEqual({ kind: 'amount', amount: -500, ending: null });
    expect(ruleOf('markup', '150', null, 'HKD')).toEqual({ kind: 'markup', ppm: 1_500_000, ending: null });
    expect([
      ruleOf('set', '-1', null, 'HKD'),
      ruleOf('percent', 'x', null, 'HKD'),
      ruleOf('set', '', null, 'HKD'),
    ]).toEqual([undefined, undefined, undefined]);
    expect(filledPrice(rowOf('B', { baseAmount: null }), { kind: 'percent', ppm: 0, ending: null })).toBeNull();
    expect(endingsOf(0).map((one) => one.key)).toEqual(['none', '0 / 5', '8', '9', '0']);
  });
});

test('columns come from the quantities that have prices, rows from the words that are searched', () => {
  const rows = [
    rowOf('A', { entries: [{ minQuantity: 10_000, amount: 1, compareAtAmount: null }] }),
    rowOf('Q7', { entries: [{ minQuantity: 0, amount: 1, compareAtAmount: null }] }),
  ];
  expect(breaksOf(rows, [3000, 10_000])).toEqual([3000, 10_000]);
  expect(sheetColumns([3000], false).map((one) => one.key)).toEqual([
    'base',
    'price:0',
    'was',
    'price:3000',
    'difference',
  ]);
  const none = { search: '', categoryId: '', brand: '' };
  expect(filterRows(rows, none)).toBe(rows);
  expect(filterRows(rows, { ...none, search: '襯衫 q7' }).map((row) => row.sku)).toEqual(['Q7']);
  expect(filterRows(rows, { ...none, brand: 'Grove', categoryId: 'shirts' })).toHaveLength(2);
  expect(filterRows(rows, { ...none, categoryId: 'hats' })).toHaveLength(0);
});

test('rows stand by the names of their products, sizes in their own order', () => {
  const of = (sku: string, name: string, productId: string) => rowOf(sku, { name: { en: name }, productId });
  const rows = [of('B-M', 'Coat 10', 'b'), of('A-S', 'Coat 9', 'a'), of('B-S', 'Coat 10', 'b'), of('C', 'Bag', 'c')];
  expect(sortRows(rows).map((row) => row.sku)).toEqual(['C', 'A-S', 'B-M', 'B-S']);
});
