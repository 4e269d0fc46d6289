import { expect, test } from 'vitest';
import { isUuid } from './ids.ts';

test('an id made by a device is a UUID in its written form', () => {
  expect(isUuid('019d2f4e-7c1b-7a55-8b0f-2f6d0c9e1a34')).toBe(true);
  expect(isUuid('019D2F4E-7C1B-7A55-8B0F-2F6D0C9E1A34')).toBe(true);
});

test('what only looks like a UUID is none', () => {
  const others = [
    '',
    '019d2f4e7c1b7a558b0f2f6d0c9e1a34',
    '019d2f4e-7c1b-7a55-8b0f-2f6d0c9e1a3',
    '019d2f4e-7c1b-7a55-8b0f-2f6d0c9e1a3g',
    '{019d2f4e-7c1b-7a55-8b0f-2f6d0c9e1a34}',
    '019d2f4e-7c1b-7a55-8b0f-2f6d0c9e1a34\n',
  ];

  expect(others.map(isUuid)).toEqual(others.map(() => false));
});
