/** A colour in the light of the studio: warm where the lamp falls, cool where it does not. */

export interface Tones {
  readonly glint: string;
  readonly light: string;
  readonly base: string;
  readonly shade: string;
  readonly deep: string;
  /** For seams and outlines. */
  readonly line: string;
  /** For thread, which shows on dark cloth, too. */
  readonly stitch: string;
}

const lamp = '#fffaf0';
const dusk = '#221d26';

/** Six tones of a colour given as #rrggbb, from the brightest to the darkest. */
export function tones(colour: string): Tones {
  return {
    glint: mix(colour, lamp, 0.5),
    light: mix(colour, lamp, 0.22),
    base: colour,
    shade: mix(colour, dusk, 0.16),
    deep: mix(colour, dusk, 0.34),
    line: mix(colour, dusk, 0.46),
    stitch: isDark(colour) ? mix(colour, lamp, 0.34) : mix(colour, dusk, 0.46),
  };
}

function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
  return red * 3 + green * 6 + blue < 900;
}

/** `share` of `other` in `colour`, from 0 to 1, both as #rrggbb. */
export function mix(colour: string, other: string, share: number): string {
  const channel = (from: number) => {
    const own = Number.parseInt(colour.slice(from, from + 2), 16);
    const added = Number.parseInt(other.slice(from, from + 2), 16);
    return Math.round(own + (added - own) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
