import { describe, expect, test } from 'vitest';
import { illustrate, illustrationKinds, inColour, palettes } from './index.ts';
import { mix } from './tones.ts';

test('there is a drawing for each of 57 kinds and 20 palettes', () => {
  expect([illustrationKinds.length, Object.keys(palettes).length]).toEqual([57, 20]);
});

describe.each(illustrationKinds)('a picture of a %s', (kind) => {
  const picture = illustrate(kind, palettes.forest);

  test('is well formed: every tag is closed, no attribute stands twice, no number went wrong', () => {
    const open: string[] = [];
    for (const [, slash, name = '', attributes = '', closed] of picture.matchAll(/<(\/?)(\w+)([^>]*?)(\/?)>/g)) {
      const names = [...attributes.matchAll(/([\w-]+)="/g)].map(([, attribute]) => attribute);
      expect(new Set(names).size, attributes).toBe(names.length);
      if (slash) expect(open.pop()).toBe(name);
      else if (!closed) open.push(name);
    }

    expect(open).toEqual([]);
    expect(picture).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('defines every paint that it uses, and uses every one that it defines', () => {
    const defined = [...picture.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name);
    const used = [...picture.matchAll(/url\(#([^)]+)\)/g)].map(([, name]) => name);

    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(used)].sort()).toEqual([...defined].sort());
  });

  test('is light enough for a page, and shows the palette', () => {
    expect(picture.length).toBeLessThan(24_000);
    expect(illustrate(kind, palettes.clay)).not.toBe(picture);
    expect(illustrate(kind, palettes.forest)).toBe(picture);
  });
});

test('a colour choice changes the thing and not the studio', () => {
  const red = inColour(palettes.sage, '#c1442f');

  expect(red).toEqual({ ...palettes.sage, main: '#c1442f' });
});

test('half of white in black is grey', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
});
