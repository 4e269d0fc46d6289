import { describe, expect, test } from 'vitest';
import { newId } from './ids.ts';
import { readCursor } from './read-cursor.ts';

const id = newId();
const at = '2026-03-01T08:00:00.000Z';

describe('a cursor', () => {
  test('gives its parts, and none where there is none', () => {
    expect(readCursor(`${at}_${id}_12`, ['instant', 'id', 'number'])).toEqual([at, id, '12']);
    expect(readCursor('50', ['count'])).toEqual(['50']);
    expect(readCursor(undefined, ['id'])).toBeUndefined();
  });

  test.each(['rubbish', '-1', '12345678', '5 or 1=1'])('refuses %j as a number of rows', (text) => {
    expect(() => readCursor(text, ['count'])).toThrow('input.invalid');
  });

  test.each([
    '',
    '_',
    id,
    `${id}_`,
    `${id}_${id}_${id}`,
    `${at}_${id}x`,
    `2026-99-01T08:00:00.000Z_${id}`,
    `2026_${id}`,
    `${at}_${id.toUpperCase()}`,
  ])('refuses %j, which no list gave', (text) => {
    expect(() => readCursor(text, ['instant', 'id'])).toThrow('input.invalid');
  });
});
