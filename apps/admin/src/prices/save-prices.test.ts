import { ProblemError } from '@tandem/contract/client.ts';
import { expect, test } from 'vitest';
import { type Change, changesOf, type Entry, saveChanges, sentMax } from './save-prices.ts';
import { emptySheet, typeInto } from './sheet-edits.ts';
import { type SheetRow, sheetColumns } from './sheet-rows.ts';

const columns = sheetColumns([3000], false);
const rowOf = (variantId: string, prices: SheetRow['prices'] = new Map()): SheetRow => ({
  variantId,
  productId: 'p',
  sku: variantId,
  name: variantId,
  productName: variantId,
  imageUrl: null,
  baseAmount: 10_000,
  costAmount: null,
  categoryId: null,
  brand: '',
  prices,
  words: '',
});
const typed = (row: SheetRow, cells: Readonly<Record<string, string>>) =>
  typeInto(
    emptySheet,
    Object.entries(cells).map(([key, text]) => ({
      row,
      column: columns.find((one) => one.key === key) ?? { kind: 'base' as const, key: 'base' },
      typed: text,
    })),
    'HKD',
  ).edits;

test('a price travels with the compare-at price that stands beside it', () => {
  const row = rowOf(
    'v',
    new Map([
      [0, { amount: 9000, compareAtAmount: 9900 }],
      [3000, { amount: 8000, compareAtAmount: 9500 }],
    ]),
  );
  expect(changesOf([row], columns, typed(row, { 'price:0': '85', 'price:3000': '75' })).changes).toEqual([
    { entry: { variantId: 'v', minQuantity: 0, amount: 8500, compareAtAmount: 9900 }, keys: ['v price:0'] },
    { entry: { variantId: 'v', minQuantity: 3000, amount: 7500, compareAtAmount: 9500 }, keys: ['v price:3000'] },
  ]);
  expect(changesOf([row], columns, typed(row, { was: '' })).changes).toEqual([
    { entry: { variantId: 'v', minQuantity: 0, amount: 9000, compareAtAmount: null }, keys: ['v was'] },
  ]);
  expect(changesOf([row], columns, typed(row, { 'price:0': '' })).changes).toEqual([
    { entry: { variantId: 'v', minQuantity: 0, amount: null }, keys: ['v price:0'] },
  ]);
});

test('what is no amount, and a compare-at price alone, is not sent', () => {
  const row = rowOf('v');
  expect(changesOf([row], columns, typed(row, { 'price:0': 'x', was: '9' }))).toEqual({
    changes: [],
    wrong: [{ key: 'v price:0', why: 'amount' }],
  });
  expect(changesOf([row], columns, typed(row, { was: '9' }))).toEqual({
    changes: [],
    wrong: [{ key: 'v was', why: 'alone' }],
  });
});

const changes = (count: number): Change[] =>
  Array.from({ length: count }, (_, index) => ({
    entry: { variantId: `v${index}`, minQuantity: 0, amount: 1 },
    keys: [`v${index} price:0`],
  }));

test('a price that is refused is put aside, and all others are taken', async () => {
  const store = new Set<string>();
  const sizes: number[] = [];
  const send = async (entries: Entry[]) => {
    sizes.push(entries.length);
    const index = entries.findIndex((entry) => ['v3', 'v2500'].includes(entry.variantId));
    if (index >= 0)
      throw new ProblemError({ status: 404, code: 'variant.not_found', field: `entries.${index}.variantId` });
    for (const entry of entries) store.add(entry.variantId);
  };
  const outcome = await saveChanges(changes(sentMax + 600), send);
  expect(sizes).toEqual([2000, 1999, 600, 599]);
  expect([...outcome.refused.keys()]).toEqual(['v3 price:0', 'v2500 price:0']);
  expect(outcome.taken).toHaveLength(sentMax + 598);
  expect(store.size).toBe(sentMax + 598);
});

test('an outage ends it, and what was sent before stays taken', async () => {
  const taken: number[] = [];
  let calls = 0;
  const send = async () => {
    calls += 1;
    if (calls === 2) throw new ProblemError({ status: 0, code: 'network' });
  };
  await expect(saveChanges(changes(sentMax + 1), send, (part) => taken.push(part.length))).rejects.toMatchObject({
    code: 'network',
  });
  expect(taken).toEqual([sentMax]);
});
