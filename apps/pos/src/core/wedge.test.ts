import { expect, test } from 'vitest';
import { createWedge } from './wedge.ts';

function press(keys: readonly string[], gapMs: number): (string | undefined)[] {
  const wedge = createWedge();
  return keys.map((key, index) => wedge.press(key, 1000 + index * gapMs));
}

test('a scanner types fast and ends with Enter or Tab', () => {
  expect(press([...'4891234567895', 'Enter'], 8).at(-1)).toBe('4891234567895');
  expect(press([...'SHIRT-M', 'Tab'], 20).at(-1)).toBe('SHIRT-M');
});

test('capitals come with the Shift key', () => {
  expect(press(['Shift', 'A', 'Shift', 'B', '1', '2', 'Enter'], 8).at(-1)).toBe('AB12');
});

test('a person is slower, and a short burst is no code', () => {
  expect(press([...'4891234567895', 'Enter'], 60)).not.toContain('4891234567895');
  expect(press(['1', '2', 'Enter'], 8).at(-1)).toBeUndefined();
});

test('what a person typed before is not part of the code', () => {
  const wedge = createWedge();
  wedge.press('t', 0);
  wedge.press('e', 300);
  for (const [index, key] of [...'12345670'].entries()) wedge.press(key, 900 + index * 5);

  expect(wedge.press('Enter', 945)).toBe('12345670');
});

test('Enter long after the last key is a person again', () => {
  const wedge = createWedge();
  for (const [index, key] of [...'12345670'].entries()) wedge.press(key, index * 5);

  expect(wedge.press('Enter', 500)).toBeUndefined();
});
