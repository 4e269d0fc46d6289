/** The few strokes that every picture is made of. Coordinates are of an 800 by 800 sheet. */
import type { Ink } from './ink.ts';

const shadowColour = '#3b2f24';

export function shape(path: string, fill: string, more = ''): string {
  return `<path d="${path}" fill="${fill}"${spaced(more)}/>`;
}

export function line(path: string, colour: string, width: number, more = ''): string {
  const ends = more.includes('stroke-linecap') ? '' : ' stroke-linecap="round" stroke-linejoin="round"';
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"${ends}${spaced(more)}/>`;
}

/** A soft stroke of light or shade. */
export function gleam(
  ink: Ink,
  path: string,
  colour: string,
  width: number,
  opacity: number,
  softness: number,
): string {
  return line(path, colour, width, `opacity="${opacity}" ${ink.blur(softness, path)}`);
}

/** A row of stitches. */
export function stitches(path: string, colour: string, width = 2.5): string {
  return line(path, colour, width, 'stroke-dasharray="7 6" opacity="0.75"');
}

export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  fill: string,
  more = '',
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"${spaced(more)}/>`;
}

export function oval(cx: number, cy: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"${spaced(more)}/>`;
}

export function disc(cx: number, cy: number, radius: number, fill: string, more = ''): string {
  return `<circle cx="${cx}" cy="${cy}" r="${radius}" fill="${fill}"${spaced(more)}/>`;
}

export function group(content: readonly string[], more = ''): string {
  return `<g${spaced(more)}>${content.join('')}</g>`;
}

/** The same on the other side of the middle line. */
export function mirrored(content: readonly string[]): string {
  return group(content, 'transform="translate(800 0) scale(-1 1)"');
}

/** So many things in a row, each made from its number. */
export function row(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

/** The shadow of a thing that stands on the floor at `y`: dark where it touches, long to the right. */
export function floorShadow(ink: Ink, cx: number, y: number, rx: number, ry = rx * 0.16): string {
  const fade = (opacity: number) =>
    ink.radial(
      [
        [0, shadowColour, opacity],
        [0.55, shadowColour, opacity * 0.55],
        [1, shadowColour, 0],
      ],
      0.5,
      0.5,
      0.5,
    );
  return (
    oval(cx + rx * 0.42, y + ry * 0.2, rx * 1.5, ry * 1.5, fade(0.3)) +
    oval(cx + 6, y + 2, rx * 1.08, ry * 0.8, fade(0.55))
  );
}

/** The shadow of a thing that lies on the sheet, in its own outline: one soft, and a few hard ones close to it. */
export function flatShadow(ink: Ink, path: string, height = 1): string {
  const far = `opacity="0.24" transform="translate(${18 * height} ${26 * height})" ${ink.blur(18 * height, path)}`;
  const near = row(4, (index) => {
    const step = (index + 1) * 1.8 * height;
    return shape(path, shadowColour, `opacity="0.09" transform="translate(${round(step)} ${round(step * 1.6)})"`);
  });
  return shape(path, shadowColour, far) + near;
}

/** Soft creases of cloth: where it bends away from the light, and where it catches it. */
export function folds(ink: Ink, inside: string, dark: readonly string[], bright: readonly string[] = []): string {
  const creases = [
    ...dark.map((path) => line(path, '#1d1720', 15, 'opacity="0.17"')),
    ...bright.map((path) => line(path, '#fffdf6', 13, 'opacity="0.22"')),
  ];
  return group([group(creases, ink.blur(7, [...dark, ...bright].join(' ')))], ink.clip(inside));
}

/** A pattern laid over a shape, quietly. */
export function woven(path: string, pattern: string, opacity: number): string {
  return shape(path, pattern, `opacity="${opacity}"`);
}

/** The mark of the shop: a hill over water, in a ring. */
export function mark(cx: number, cy: number, radius: number, colour: string): string {
  const unit = radius / 20;
  const at = (x: number, y: number) => `${round(cx + x * unit)} ${round(cy + y * unit)}`;
  return group([
    `<circle cx="${cx}" cy="${cy}" r="${radius}" fill="none" stroke="${colour}" stroke-width="${round(unit * 1.8)}"/>`,
    shape(`M${at(-12, 3)} L${at(-3, -9)} L${at(2, -3)} L${at(5, -6)} L${at(12, 3)} Z`, colour),
    line(`M${at(-11, 8)} Q${at(-7, 5.5)} ${at(-3.5, 8)} T${at(4, 8)} T${at(11, 8)}`, colour, round(unit * 1.8)),
  ]);
}

/** Lines that read as small print from afar. */
export function smallPrint(cx: number, y: number, widths: readonly number[], colour: string, gap = 15): string {
  return widths
    .map((width, index) => box(cx - width / 2, y + index * gap, width, 5, 2.5, colour, 'opacity="0.75"'))
    .join('');
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

function spaced(more: string): string {
  return more === '' ? '' : ` ${more}`;
}
