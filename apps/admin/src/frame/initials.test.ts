import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test('a name in both scripts is told by its Latin letters, a Chinese one by its given name', () => {
  expect(initialsOf('Vivian Lam 林慧敏')).toBe('VL');
  expect(initialsOf('林慧敏')).toBe('慧敏');
  expect(initialsOf('May')).toBe('M');
});
