import { expect, test } from 'vitest';
import { type Pressed, sheetAct } from './sheet-keys.ts';

const press = (key: string, more: Partial<Pressed> = {}) =>
  sheetAct({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

test('keys do what they do in a spreadsheet', () => {
  expect(press('ArrowDown')).toEqual({ kind: 'move', row: 1, column: 0, isExtending: false });
  expect(press('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'move', row: 0, column: -1, isExtending: true });
  expect(press('ArrowUp', { ctrlKey: true })).toMatchObject({ kind: 'move', row: -10_000_000 });
  expect(press('End', { metaKey: true, shiftKey: true })).toMatchObject({ row: 10_000_000, isExtending: true });
  expect(press('Tab', { shiftKey: true })).toEqual({ kind: 'step', by: -1 });
  expect(press('7')).toEqual({ kind: 'type', text: '7' });
  expect([press('Enter'), press('F2'), press('Delete'), press('Escape')].map((act) => act?.kind)).toEqual([
    'edit',
    'edit',
    'clear',
    'leave',
  ]);
  const ctrl = (key: string, more = {}) => press(key, { ctrlKey: true, ...more })?.kind;
  expect([ctrl('z'), ctrl('Z', { shiftKey: true }), ctrl('y'), ctrl('d'), ctrl('a'), ctrl('s')]).toEqual([
    'undo',
    'redo',
    'redo',
    'fillDown',
    'all',
    'save',
  ]);
});

test('leaves the browser’s own keys alone', () => {
  expect([press('c', { ctrlKey: true }), press('v', { metaKey: true }), press('F5'), press('Shift')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
