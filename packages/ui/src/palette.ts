// The colours of tokens.css as ramps of ten, from a breath to a depth, as Mantine wants them.

/** Ten shades of one colour, lightest first. */
export type Ramp = readonly [string, string, string, string, string, string, string, string, string, string];

export const green: Ramp = [
  '#edf7f3',
  '#d3e9e0',
  '#a9d5c5',
  '#7cbfa9',
  '#4bb392',
  '#2f9678',
  '#1b7a60',
  '#0f6b54',
  '#0b5846',
  '#084535',
];

export const amber: Ramp = [
  '#fdf4e1',
  '#fae4b8',
  '#f5d08a',
  '#efbb5d',
  '#dba441',
  '#c98a1b',
  '#b0750f',
  '#96600a',
  '#7d4f06',
  '#5d3a03',
];

export const red: Ramp = [
  '#fcebe8',
  '#f8d3cc',
  '#f2b0a5',
  '#e98b7d',
  '#dd6a59',
  '#cb4a37',
  '#b83a28',
  '#b3311f',
  '#952716',
  '#721c0f',
];

/** Warm greys of the light scheme. */
export const stone: Ramp = [
  '#faf9f7',
  '#f3f1ed',
  '#edeae4',
  '#e3dfd8',
  '#d3cec5',
  '#a19b8e',
  '#686258',
  '#5b564d',
  '#403d37',
  '#211f1b',
];

/** Warm greys of the dark scheme: words first, grounds last. */
export const night: Ramp = [
  '#edeae4',
  '#d5d0c6',
  '#b3ada2',
  '#7c766b',
  '#38352f',
  '#302d28',
  '#282622',
  '#1e1c19',
  '#161512',
  '#11100e',
];
