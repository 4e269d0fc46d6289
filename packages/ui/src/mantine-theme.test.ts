import { expect, test } from 'vitest';
import { contrastRatio } from './contrast.ts';
import { tandemVariables } from './mantine-theme.ts';
import { amber, green, night, type Ramp, red, stone } from './palette.ts';
import { schemeTokens } from './read-tokens.ts';

const light = schemeTokens('light');
const dark = schemeTokens('dark');

test('every token that Mantine is pointed at exists in both schemes', () => {
  const { light: variables } = tandemVariables({} as never);
  const named = Object.values(variables).map((value) => /^var\(--(color-[\w-]+)\)$/.exec(value)?.[1]);

  expect(named.filter((name) => name === undefined || !(name in light) || !(name in dark))).toEqual([]);
  expect(named.length).toBe(72);
});

test('the shades of the ramps that Mantine fills with are the tokens', () => {
  expect([green[7], amber[7], red[7]]).toEqual([
    light['color-primary'],
    light['color-attention'],
    light['color-danger'],
  ]);
  expect([green[6], red[6]]).toEqual([dark['color-primary'], dark['color-danger']]);
  expect([stone[0], stone[9]]).toEqual([light['color-ground'], light['color-text']]);
  expect([night[0], night[7], night[8]]).toEqual([dark['color-text'], dark['color-surface'], dark['color-ground']]);
});

test.each<[string, Ramp]>([
  ['green', green],
  ['amber', amber],
  ['red', red],
  ['stone', stone],
  ['night', night],
])('each shade of %s is darker than the one before', (_name, ramp) => {
  const onWhite = ramp.map((shade) => contrastRatio(shade, '#ffffff'));

  expect(onWhite).toEqual([...onWhite].sort((a, b) => a - b));
  expect(new Set(onWhite).size).toBe(10);
});
