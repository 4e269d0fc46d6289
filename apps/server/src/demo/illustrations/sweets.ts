/** Cookies, honey and chocolate. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import {
  box,
  disc,
  flatShadow,
  floorShadow,
  gleam,
  group,
  line,
  mark,
  oval,
  row,
  shape,
  smallPrint,
} from './shapes.ts';
import { mix, tones } from './tones.ts';

/** An open tin of cookies. */
export function cookies(ink: Ink, { main, second, accent }: Palette): string {
  const tin = tones(main);
  const cookie = (x: number, y: number, radius: number, index: number) => {
    const bake = tones(['#d9a55f', '#c98f4a', '#e2b878'][index % 3] ?? '#d9a55f');
    const swirl =
      index % 2
        ? row(
            7,
            (turn) =>
              `<g transform="rotate(${turn * 51.4} ${x} ${y})">${shape(`M${x} ${y} C${x - radius * 0.1} ${y - radius * 0.5} ${x + radius * 0.3} ${y - radius * 0.8} ${x + radius * 0.42} ${y - radius * 0.78} C${x + radius * 0.5} ${y - radius * 0.4} ${x + radius * 0.3} ${y - radius * 0.1} ${x} ${y} Z`, bake.light)}</g>`,
          ) + disc(x, y, radius * 0.22, accent)
        : row(6, (chip) =>
            disc(
              x + Math.round(Math.cos(chip * 1.05) * radius * 0.52),
              y + Math.round(Math.sin(chip * 1.05) * radius * 0.5),
              radius * 0.11,
              '#5a3822',
            ),
          ) + disc(x, y, radius * 0.1, '#5a3822');
    return (
      disc(x + 4, y + 7, radius, '#2b1d12', `opacity="0.4" ${ink.blur(4)}`) +
      disc(
        x,
        y,
        radius,
        ink.radial(
          [
            [0, bake.glint],
            [0.4, bake.base],
            [1, bake.deep],
          ],
          0.36,
          0.3,
          0.75,
        ),
      ) +
      swirl
    );
  };
  const spots = [
    [400, 300],
    [296, 342],
    [504, 342],
    [256, 446],
    [544, 446],
    [330, 520],
    [470, 520],
    [400, 412],
  ] as const;
  const rim = 'M150 410 a250 250 0 1 0 500 0 a250 250 0 1 0 -500 0 Z';
  return [
    flatShadow(ink, rim, 1.3),
    disc(400, 418, 252, tin.line),
    disc(400, 410, 250, ink.graded([tin.glint, tin.base, tin.deep], 1, 1)),
    disc(400, 410, 232, tin.deep),
    disc(400, 414, 224, mix(second, '#fffaf0', 0.35)),
    row(
      28,
      (index) =>
        `<g transform="rotate(${index * 12.86} 400 412)">${shape('M388 196 Q400 178 412 196 L410 240 H390 Z', mix(second, '#ffffff', 0.6))}${line('M400 190 V236', mix(second, '#8a7c66', 0.4), 2)}</g>`,
    ),
    disc(400, 412, 196, mix(second, '#5a3f28', 0.35)),
    ...spots.map(([x, y], index) => cookie(x, y, 64, index)),
    shape('M176 330 C200 250 260 194 340 172 C276 204 224 258 204 336 Z', '#ffffff', `opacity="0.45" ${ink.blur(4)}`),
  ].join('');
}

/** A jar of honey with a cloth lid and a dipper. */
export function honey(ink: Ink, { main, second, accent }: Palette): string {
  const amber = tones(mix(main, '#d98a1c', 0.55));
  const cloth = tones(mix(second, '#fffaf0', 0.3));
  const body =
    'M256 330 C236 350 226 372 226 404 V588 C226 634 250 656 294 656 H490 C534 656 558 634 558 588 V404 C558 372 548 350 528 330 Z';
  const lid =
    'M242 236 C300 210 484 210 542 236 C556 262 566 300 574 334 C556 346 544 330 530 342 C510 356 494 334 472 346 C450 356 430 336 404 346 C380 356 356 336 332 346 C310 356 292 334 270 344 C252 352 236 336 212 334 C220 300 230 262 242 236 Z';
  const gingham = ink.pattern(
    26,
    26,
    `<rect width="13" height="26" fill="${accent}" opacity=".5"/><rect width="26" height="13" fill="${accent}" opacity=".5"/>`,
    6,
  );
  return [
    floorShadow(ink, 400, 654, 190),
    shape(
      body,
      ink.radial(
        [
          [0, '#ffe29a'],
          [0.3, amber.light],
          [0.65, amber.base],
          [1, amber.deep],
        ],
        0.4,
        0.5,
        0.7,
      ),
    ),
    gleam(ink, 'M250 420 C248 480 248 540 252 600', '#ffffff', 13, 0.6, 4),
    gleam(ink, 'M536 400 V600', amber.deep, 14, 0.5, 6),
    ...[
      [300, 610, 7],
      [480, 620, 5],
      [520, 560, 6],
      [286, 396, 5],
    ].map(([x = 0, y = 0, r = 0]) => disc(x, y, r, '#fff1c2', 'opacity="0.6"')),
    box(292, 418, 200, 160, 6, ink.flat(tones(mix(second, '#fffaf0', 0.45)))) +
      box(302, 428, 180, 140, 3, 'none', `stroke="${amber.deep}" stroke-width="2"`),
    shape('M392 446 l26 15 v30 l-26 15 l-26 -15 v-30 Z', amber.base) +
      shape('M392 446 l26 15 v30 l-26 15 l-26 -15 v-30 Z', 'none', `stroke="${amber.deep}" stroke-width="3"`) +
      mark(392, 476, 14, '#fff6dc'),
    smallPrint(392, 526, [112, 76], amber.line, 15),
    shape(lid, ink.flat(cloth)),
    shape(lid, gingham, 'opacity="0.9"'),
    shape(
      lid,
      ink.linear(
        [
          [0, '#ffffff', 0.25],
          [0.5, '#ffffff', 0],
          [1, '#1d1720', 0.3],
        ],
        0,
        0,
        1,
        0.5,
      ),
    ),
    line('M232 296 C320 318 470 318 552 296', tones(accent).deep, 8) +
      line('M392 308 C370 330 350 336 344 360 M392 308 C410 330 430 338 438 358', tones(accent).deep, 5),
    dipper(ink),
  ].join('');
}

function dipper(ink: Ink): string {
  const wood = tones('#b98a55');
  return [
    floorShadow(ink, 640, 660, 70, 10),
    group([
      line('M700 470 L640 590', wood.shade, 14) + line('M698 470 L638 590', wood.light, 6),
      ...[0, 1, 2, 3, 4].map((index) =>
        oval(
          633 - index * 7,
          602 + index * 13,
          30 - Math.abs(index - 2) * 4,
          10,
          index % 2 ? wood.shade : wood.base,
          `transform="rotate(-63 ${633 - index * 7} ${602 + index * 13}) rotate(90 ${633 - index * 7} ${602 + index * 13})"`,
        ),
      ),
    ]),
  ].join('');
}

/** A bar of chocolate, its wrapper folded back. */
export function chocolate(ink: Ink, { main, second, accent }: Palette): string {
  const cocoa = tones(mix(main, '#4a2a1a', 0.78));
  const wrap = tones(main);
  const bar = 'M244 104 H556 V500 H244 Z';
  const sleeve = 'M228 392 H572 V704 H228 Z';
  const square = (index: number) => {
    const x = 254 + (index % 3) * 99;
    const y = 114 + Math.floor(index / 3) * 72;
    return (
      box(x, y, 92, 65, 5, ink.graded([cocoa.light, cocoa.base, cocoa.deep], 1, 1)) +
      box(x + 10, y + 9, 72, 46, 3, ink.graded([cocoa.shade, cocoa.light], 1, 1)) +
      line(`M${x + 4} ${y + 3} H${x + 86}`, cocoa.glint, 2.5, 'opacity="0.5"')
    );
  };
  return group(
    [
      flatShadow(ink, `${bar} ${sleeve}`, 1.1),
      shape(bar, cocoa.deep),
      row(15, square),
      shape(
        'M232 396 L250 372 L276 390 L306 366 L334 388 L366 362 L398 386 L430 364 L462 390 L492 368 L522 390 L550 372 L568 396 V440 H232 Z',
        ink.linear([
          [0, '#f4f0e6'],
          [0.3, '#c9c4b8'],
          [0.5, '#fbf9f2'],
          [0.75, '#b8b2a5'],
          [1, '#e3ded2'],
        ]),
      ),
      shape(sleeve, ink.flat(wrap)),
      box(228, 430, 344, 12, 0, accent) + box(228, 676, 344, 8, 0, accent),
      box(268, 470, 264, 180, 3, mix(second, '#fffaf0', 0.3)) +
        box(278, 480, 244, 160, 2, 'none', `stroke="${wrap.base}" stroke-width="2.5"`),
      mark(400, 536, 34, wrap.shade) + smallPrint(400, 588, [140, 96, 54], wrap.deep, 15),
      gleam(ink, 'M240 400 V696', '#ffffff', 6, 0.35, 3),
      gleam(ink, 'M562 400 V696', '#1d1720', 8, 0.25, 4),
    ],
    'transform="rotate(-9 400 400)"',
  );
}
