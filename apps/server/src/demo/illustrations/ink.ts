/** Gradients, patterns, clips and blurs of one picture, each defined once under a name of its own. */
import { boundsOf } from './bounds.ts';
import type { Tones } from './tones.ts';

/** Where along a gradient (0 to 1), which colour, and how opaque if not wholly. */
export type Stop = readonly [at: number, colour: string, opacity?: number];

export class Ink {
  readonly #prefix: string;
  readonly #definitions: string[] = [];

  /** The prefix keeps the names of several pictures in one page apart. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** A straight gradient over the shape that it fills, from one corner fraction to another. */
  linear(stops: readonly Stop[], x1 = 0, y1 = 0, x2 = 1, y2 = 0): string {
    const name = this.#next();
    const ends = `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`;
    return this.#paint(name, `<linearGradient id="${name}" ${ends}>${stopsOf(stops)}</linearGradient>`);
  }

  /** A straight gradient from the upper left corner to a corner fraction, its colours evenly apart. */
  graded(colours: readonly string[], x2 = 1, y2 = 0): string {
    return this.linear(
      colours.map((colour, index) => [index / (colours.length - 1), colour]),
      0,
      0,
      x2,
      y2,
    );
  }

  /** A round gradient over the shape that it fills. */
  radial(stops: readonly Stop[], cx = 0.36, cy = 0.3, r = 0.8): string {
    const name = this.#next();
    const circle = `cx="${cx}" cy="${cy}" r="${r}"`;
    return this.#paint(name, `<radialGradient id="${name}" ${circle}>${stopsOf(stops)}</radialGradient>`);
  }

  /** The surface of a standing round thing, lit from the left. */
  turned({ glint, light, base, shade, deep }: Tones, shine = false): string {
    return this.linear([
      [0, shade],
      [0.12, base],
      [0.28, shine ? glint : light],
      [0.42, base],
      [0.78, shade],
      [1, deep],
    ]);
  }

  /** A flat thing, lit from the upper left. */
  flat({ light, base, shade }: Tones): string {
    return this.linear(
      [
        [0, light],
        [0.5, base],
        [1, shade],
      ],
      0,
      0,
      0.8,
      1,
    );
  }

  /** A ball or dome, lit from the upper left. */
  domed({ glint, light, base, shade, deep }: Tones): string {
    return this.radial([
      [0, glint],
      [0.18, light],
      [0.5, base],
      [0.8, shade],
      [1, deep],
    ]);
  }

  /** A tile that repeats, such as a weave. Small tiles are laid out in a larger one: renderers pay for each repeat. */
  pattern(width: number, height: number, small: string, turn = 0): string {
    const name = this.#next();
    const times = Math.max(1, Math.round(48 / Math.max(width, height)));
    const copies = Array.from({ length: times * times }, (_, index) => {
      const shift = `${(index % times) * width} ${Math.floor(index / times) * height}`;
      return `<g transform="translate(${shift})">${small}</g>`;
    });
    const tile = times === 1 ? small : copies.join('');
    const frame = `width="${width * times}" height="${height * times}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})"`;
    return this.#paint(name, `<pattern id="${name}" ${frame}>${tile}</pattern>`);
  }

  /** An attribute that shows only what lies inside a path. */
  clip(path: string): string {
    const name = this.#next();
    this.#definitions.push(`<clipPath id="${name}"><path d="${path}"/></clipPath>`);
    return `clip-path="url(#${name})"`;
  }

  /**
   * An attribute that blurs by so many units. Give it the path if that is thin or wide: the blur is then cut neither
   * short, as a share of a thin line's box would, nor paid for over more of the sheet than it covers.
   */
  blur(radius: number, path?: string): string {
    const name = this.#next();
    const region =
      path === undefined ? 'x="-40%" y="-40%" width="180%" height="180%"' : regionAround(path, radius * 3 + 10);
    this.#definitions.push(`<filter id="${name}" ${region}><feGaussianBlur stdDeviation="${radius}"/></filter>`);
    return `filter="url(#${name})"`;
  }

  /** All definitions so far. */
  definitions(): string {
    return `<defs>${this.#definitions.join('')}</defs>`;
  }

  #next(): string {
    return `${this.#prefix}${this.#definitions.length}`;
  }

  #paint(name: string, definition: string): string {
    this.#definitions.push(definition);
    return `url(#${name})`;
  }
}

function regionAround(path: string, margin: number): string {
  const { left, top, right, bottom } = boundsOf(path);
  const corner = `x="${Math.floor(left - margin)}" y="${Math.floor(top - margin)}"`;
  const size = `width="${Math.ceil(right - left + margin * 2)}" height="${Math.ceil(bottom - top + margin * 2)}"`;
  return `filterUnits="userSpaceOnUse" ${corner} ${size}`;
}

function stopsOf(stops: readonly Stop[]): string {
  return stops
    .map(([at, colour, opacity]) => {
      const veil = opacity === undefined ? '' : ` stop-opacity="${opacity}"`;
      return `<stop offset="${at}" stop-color="${colour}"${veil}/>`;
    })
    .join('');
}
