import { expect, test } from 'vitest';
import { commandIds } from './command-ids.ts';

function counting() {
  let count = 0;
  return commandIds(() => `id-${++count}`);
}

test('a try without an answer is sent again under its first id', () => {
  const ids = counting();
  expect(ids.idFor('receive 5')).toBe('id-1');
  expect(ids.idFor('receive 5')).toBe('id-1');
});

test('a changed form is another command', () => {
  const ids = counting();
  ids.idFor('receive 5');
  expect(ids.idFor('receive 6')).toBe('id-2');
});

test('after a verdict the same form may be sent once more, as another command', () => {
  const ids = counting();
  ids.idFor('receive 5');
  ids.settle();
  expect(ids.idFor('receive 5')).toBe('id-2');
});
