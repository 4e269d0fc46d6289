import { missingTexts } from '@tandem/ui/messages.ts';
import { expect, test } from 'vitest';
import { orderEditTexts } from '../messages/order-edit.ts';
import { editBody, editValues, isEdited, withArticle } from './edit-values.ts';

const tea = { lineNo: 1, variantId: 'tea', name: { en: 'Tea' }, sku: 'TEA', quantity: 2000 };
const order = { version: 3, codes: ['HELLO'], lines: [tea, { ...tea, lineNo: 2, variantId: null }] };

test('every text stands in both languages', () => {
  expect(missingTexts(orderEditTexts)).toEqual([]);
});

test('an order as it is changes nothing; what is unknown by now cannot be kept', () => {
  const values = editValues(order);
  expect(isEdited(order, values)).toBe(false);
  expect(isEdited(order, { ...values, reason: 'because' })).toBe(false);
  expect(editBody(order, values)).toEqual({
    version: 3,
    lines: [{ lineNo: 1, variantId: 'tea', quantity: 2000 }],
    codes: ['HELLO'],
    addedPrices: 'original',
  });
});

test('an article that the order has becomes one more of it, another a line of its own', () => {
  const cup = { variantId: 'cup', name: { en: 'Cup' }, sku: 'CUP' };
  const values = withArticle(withArticle(editValues(order), cup), { ...cup, variantId: 'tea' });
  expect(values.lines.map((line) => [line.lineNo, line.variantId, line.quantity])).toEqual([
    [1, 'tea', 3000],
    [undefined, 'cup', 1000],
  ]);
  expect(isEdited(order, values)).toBe(true);
});
