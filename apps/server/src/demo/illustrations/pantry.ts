/** Noodles, sauces and snacks in their packs. */
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

/** A packet of dried noodles with a window. */
export function noodles(ink: Ink, { main, second, accent }: Palette): string {
  const paper = tones(main);
  const pasta = tones('#e5bf6e');
  const outline = 'M220 120 H580 L588 148 V652 L580 680 H220 L212 652 V148 Z';
  const swirl = (x: number, y: number) =>
    row(6, (index) =>
      oval(
        x,
        y,
        74 - index * 11,
        58 - index * 9,
        'none',
        `stroke="${index % 2 ? pasta.base : pasta.shade}" stroke-width="8" transform="rotate(${index * 24} ${x} ${y})"`,
      ),
    );
  const window =
    'M266 400 C266 384 278 372 294 372 H506 C522 372 534 384 534 400 V560 C534 576 522 588 506 588 H294 C278 588 266 576 266 560 Z';
  return group(
    [
      flatShadow(ink, outline, 1.1),
      shape(
        outline,
        ink.linear([
          [0, paper.shade],
          [0.1, paper.light],
          [0.5, paper.base],
          [0.9, paper.shade],
          [1, paper.deep],
        ]),
      ),
      box(212, 118, 376, 40, 2, paper.deep, 'opacity="0.45"') + box(212, 642, 376, 40, 2, paper.deep, 'opacity="0.45"'),
      row(30, (index) =>
        line(`M${222 + index * 12.3} 122 V154 M${222 + index * 12.3} 646 V678`, paper.line, 2, 'opacity="0.35"'),
      ),
      box(266, 186, 268, 150, 4, mix(second, '#fffaf0', 0.3)) +
        box(275, 195, 250, 132, 2, 'none', `stroke="${main}" stroke-width="2.5"`),
      mark(400, 242, 31, paper.base) + smallPrint(400, 290, [130, 86], paper.deep, 15),
      shape(window, mix(second, '#6b4d2c', 0.55)),
      group(
        [swirl(330, 440), swirl(478, 444), swirl(404, 540), swirl(280, 556), swirl(524, 556), swirl(404, 396)],
        ink.clip(window),
      ),
      shape(
        'M266 400 C266 384 278 372 294 372 H420 L310 588 H294 C278 588 266 576 266 560 Z',
        '#ffffff',
        'opacity="0.2"',
      ),
      line(window, mix(second, '#fffaf0', 0.4), 5),
      box(266, 606, 268, 14, 7, accent),
      gleam(ink, 'M244 170 C236 300 240 500 246 630', '#ffffff', 12, 0.32, 5),
      gleam(ink, 'M560 170 C566 300 562 500 558 630', '#1d1720', 12, 0.22, 6),
    ],
    'transform="rotate(5 400 400)"',
  );
}

/** A bottle of sauce with a long neck. */
export function sauce(ink: Ink, { main, second, accent }: Palette): string {
  const liquid = tones(mix(main, '#3a1a10', 0.42));
  const lid = tones(accent);
  const body =
    'M368 210 H432 C432 270 440 300 474 330 C500 354 508 376 508 410 V620 C508 648 492 660 464 660 H336 C308 660 292 648 292 620 V410 C292 376 300 354 326 330 C360 300 368 270 368 210 Z';
  return [
    floorShadow(ink, 400, 658, 136),
    shape(body, ink.turned(liquid, true)),
    shape('M368 210 H432 V246 C412 252 388 252 368 246 Z', '#f6ead2', 'opacity="0.35"'),
    box(356, 122, 88, 96, 8, ink.turned(lid, true)) +
      row(9, (index) => line(`M${364 + index * 9} 134 V206`, lid.deep, 2, 'opacity="0.45"')) +
      box(352, 206, 96, 16, 4, ink.turned(tones('#cdb06a'), true)),
    shape(
      'M292 424 C350 438 450 438 508 424 V606 C450 620 350 620 292 606 Z',
      ink.turned(tones(mix(second, '#fffaf0', 0.3))),
    ),
    line('M292 438 C350 452 450 452 508 438 M292 592 C350 606 450 606 508 592', main, 6),
    disc(400, 502, 42, tones(main).base) + mark(400, 502, 30, '#fff6e0'),
    smallPrint(400, 560, [110, 70], tones(main).deep, 14),
    gleam(ink, 'M384 256 C382 310 348 336 330 366 C318 384 312 400 312 420', '#ffffff', 9, 0.55, 3),
    gleam(ink, 'M314 620 V640', '#ffffff', 8, 0.3, 3),
    floorShadow(ink, 606, 664, 74, 9),
    oval(606, 648, 82, 22, tones(mix(second, '#fffaf0', 0.6)).shade) +
      oval(606, 643, 82, 21, mix(second, '#fffaf0', 0.7)) +
      oval(606, 645, 58, 13, liquid.base) +
      oval(590, 642, 24, 4, '#ffffff', 'opacity="0.5"'),
  ].join('');
}

/** A pouch of snacks, standing. */
export function pouch(ink: Ink, { main, second, accent }: Palette): string {
  const foil = tones(main);
  const outline =
    'M228 128 H572 C570 200 586 300 592 420 C596 520 590 600 576 652 C520 668 280 668 224 652 C210 600 204 520 208 420 C214 300 230 200 228 128 Z';
  return [
    floorShadow(ink, 400, 656, 200),
    shape(
      outline,
      ink.linear([
        [0, foil.deep],
        [0.1, foil.base],
        [0.24, foil.glint],
        [0.36, foil.base],
        [0.7, foil.base],
        [0.86, foil.shade],
        [0.92, foil.light],
        [1, foil.deep],
      ]),
    ),
    shape('M228 128 H572 L574 176 H227 Z', foil.shade, 'opacity="0.7"') +
      row(27, (index) => line(`M${238 + index * 12.5} 132 V172`, foil.deep, 2, 'opacity="0.5"')),
    disc(400, 148, 9, mix(main, '#ffffff', 0.75)),
    group(
      [
        shape('M190 520 C280 440 350 560 440 490 C510 440 560 500 610 470 V700 H190 Z', mix(second, '#fffaf0', 0.2)),
        line('M190 520 C280 440 350 560 440 490 C510 440 560 500 610 470', accent, 9),
        ...[
          [290, 590, -20],
          [370, 610, 14],
          [450, 580, -8],
          [520, 600, 24],
          [330, 640, 30],
          [480, 640, -24],
          [410, 650, 4],
          [250, 630, 10],
          [556, 640, -12],
        ].map(
          ([x = 0, y = 0, turn = 0], index) =>
            `<g transform="translate(${x} ${y}) rotate(${turn})">${shape('M-40 4 C-30 -26 26 -30 40 -2 C30 24 -24 28 -40 4 Z', mix(accent, index % 2 ? '#f0c46a' : '#d98a3a', 0.75))}${line('M-26 2 C-12 -12 14 -14 28 -2', '#fff3d0', 4, 'opacity="0.6"')}</g>`,
        ),
      ],
      ink.clip(outline),
    ),
    mark(400, 286, 62, mix(second, '#fffaf0', 0.55)),
    smallPrint(400, 380, [190, 140], mix(second, '#fffaf0', 0.55), 18),
    gleam(ink, 'M252 190 C246 320 230 460 244 630', '#ffffff', 16, 0.4, 7),
    gleam(ink, 'M548 190 C556 340 572 480 556 640', '#1d1720', 16, 0.25, 8),
    line(
      'M300 180 C310 210 296 240 304 262 M500 180 C492 214 506 236 498 262',
      foil.deep,
      8,
      `opacity="0.4" ${ink.blur(4)}`,
    ),
  ].join('');
}
