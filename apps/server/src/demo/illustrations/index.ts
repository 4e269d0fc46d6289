/** Pictures of the demo goods, drawn by the project itself: one drawing for each kind, in any palette. */
import { drawings } from './drawings.ts';
import { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { studio } from './studio.ts';

export { inColour, type Palette, type PaletteName, palettes } from './palettes.ts';

export type IllustrationKind = keyof typeof drawings;

export const illustrationKinds = Object.keys(drawings) as IllustrationKind[];

/** A square picture as SVG text, self-contained and the same for the same kind and palette. */
export function illustrate(kind: IllustrationKind, palette: Palette): string {
  const ink = new Ink(`${kind}-`);
  const ground = studio(ink, palette.ground);
  const drawn = drawings[kind](ink, palette);
  const frame = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800"';
  return `<svg ${frame}>${ink.definitions()}${ground}${drawn}</svg>`;
}
