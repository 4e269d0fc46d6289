import { expect, test } from 'vitest';
import { missingTexts } from '../messages.ts';
import { reactTexts } from './react-texts.ts';

test('the shared parts speak both languages', () => {
  expect(missingTexts(reactTexts)).toEqual([]);
});
