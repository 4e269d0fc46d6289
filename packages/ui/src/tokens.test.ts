import { describe, expect, test } from 'vitest';
import { contrastRatio } from './contrast.ts';
import { readTokens, type Scheme, schemeTokens } from './read-tokens.ts';

const grounds = ['ground', 'surface', 'raised', 'sunken', 'hover'];
const wordsOnGrounds = ['text', 'muted', 'faint', 'primary-text', 'attention-text', 'danger-text'];
const ramps = ['primary', 'attention', 'danger', 'neutral'];

const textPairs = [
  ...wordsOnGrounds.flatMap((word) => grounds.map((ground) => [word, ground] as const)),
  ...ramps.flatMap((ramp) => [
    [`on-${ramp}`, ramp] as const,
    [`on-${ramp}`, `${ramp}-hover`] as const,
    [`on-${ramp}-soft`, `${ramp}-soft`] as const,
    [`on-${ramp}-soft`, `${ramp}-soft-hover`] as const,
    ['text', `${ramp}-soft`] as const,
  ]),
  ['muted', 'primary-soft'] as const,
  ['inverse', 'text'] as const,
];

const shapePairs = [
  ...['border-strong', 'focus', 'primary'].flatMap((shape) =>
    ['ground', 'surface', 'sunken'].map((ground) => [shape, ground] as const),
  ),
];

describe.each<Scheme>(['light', 'dark'])('in the %s scheme', (scheme) => {
  const tokens = schemeTokens(scheme);
  const colour = (name: string) => tokens[`color-${name}`] ?? `no --color-${name}`;

  test.each(textPairs)('%s can be read on %s', (word, ground) => {
    expect(contrastRatio(colour(word), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapePairs)('%s can be made out on %s', (shape, ground) => {
    expect(contrastRatio(colour(shape), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

test('a page that follows the system has the same dark as one that asks for it', () => {
  expect(readTokens(':root:not([data-mantine-color-scheme])')).toEqual(schemeTokens('dark'));
});

test('dark gives a value for every colour and shadow of light', () => {
  expect(Object.keys(schemeTokens('dark'))).toEqual(Object.keys(schemeTokens('light')));
});

test('the contrast of black on white is 21, and of a colour on itself 1', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBe(21);
  expect(contrastRatio('#0f6b54', '#0f6b54')).toBe(1);
});
