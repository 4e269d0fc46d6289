/** Colours for the pictures of the demo goods. */

export interface Palette {
  /** The thing itself. */
  readonly main: string;
  /** Its second material or its lining. */
  readonly second: string;
  /** A small surprise: a label, a stitch, a button. */
  readonly accent: string;
  /** The paper of the studio behind it. */
  readonly ground: string;
}

export const palettes = {
  black: { main: '#2f2f33', second: '#cbbfa9', accent: '#c98a3a', ground: '#e8e4dd' },
  blush: { main: '#d9a79a', second: '#f3e4d8', accent: '#9c5a54', ground: '#f0e7e0' },
  brown: { main: '#8f5f40', second: '#d9bd95', accent: '#3f5b4d', ground: '#ece4d9' },
  celadon: { main: '#9dbfae', second: '#eae6d8', accent: '#b5704f', ground: '#e6e9e2' },
  charcoal: { main: '#505056', second: '#b9b2a6', accent: '#c8843c', ground: '#e6e4e0' },
  clay: { main: '#b86a4b', second: '#ecd9c0', accent: '#3d5a50', ground: '#f0e5da' },
  cream: { main: '#eadfc9', second: '#c9a77c', accent: '#4f6f5e', ground: '#e6e2d9' },
  forest: { main: '#2f5d4c', second: '#dccfae', accent: '#d39b3b', ground: '#e4e8e0' },
  grey: { main: '#a3a09a', second: '#e7e2d9', accent: '#6b4c4a', ground: '#e9e6e1' },
  indigo: { main: '#3a4a73', second: '#e5dcc8', accent: '#c9773f', ground: '#e3e5e9' },
  mustard: { main: '#d39b3b', second: '#f1e3c4', accent: '#2f5d4c', ground: '#f1e9d9' },
  natural: { main: '#d8c4a0', second: '#8a5f3f', accent: '#2f5d4c', ground: '#ebe5da' },
  navy: { main: '#2b3b58', second: '#e9e1d0', accent: '#c1583c', ground: '#e2e5e8' },
  olive: { main: '#77754d', second: '#ded0ab', accent: '#a8552f', ground: '#e8e7dc' },
  plum: { main: '#7d3d55', second: '#e8cfc4', accent: '#c8963f', ground: '#efe4e2' },
  red: { main: '#c1442f', second: '#f0d9b5', accent: '#e0a83c', ground: '#f2e6dc' },
  sage: { main: '#99a98c', second: '#efe9da', accent: '#a8663f', ground: '#e9ebe2' },
  sand: { main: '#cdb891', second: '#f2eadb', accent: '#4f6757', ground: '#efe9dd' },
  sky: { main: '#9dbcd2', second: '#f2ece0', accent: '#c9684a', ground: '#e5ebee' },
  white: { main: '#f4f1ea', second: '#bfb6a6', accent: '#2f5d4c', ground: '#dfdcd4' },
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof palettes;

/** The palette with the thing itself in another colour, for the picture of one colour choice. */
export function inColour(palette: Palette, main: string): Palette {
  return { ...palette, main };
}
