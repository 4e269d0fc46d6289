/** Trains, trams and boats to play with. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { box, disc, floorShadow, gleam, line, mark, oval, row, shape } from './shapes.ts';
import { mix, tones } from './tones.ts';

/** A wooden steam train with one wagon. */
export function train(ink: Ink, { main, second, accent }: Palette): string {
  const red = tones(main);
  const wood = tones('#d4a66c');
  const other = tones(accent);
  const wheel = (x: number, y: number, radius: number) =>
    disc(x, y, radius, ink.domed(wood)) +
    disc(x, y, radius * 0.72, 'none', `stroke="${wood.deep}" stroke-width="3" opacity="0.6"`) +
    disc(x, y, radius * 0.24, red.base);
  return [
    floorShadow(ink, 400, 612, 330, 30),
    box(84, 596, 640, 16, 8, tones('#b98a55').shade) +
      row(13, (index) => box(100 + index * 48, 606, 18, 14, 3, '#8a6238')),
    wagon(ink, accent, mix(second, '#fffaf0', 0.4)),
    line('M300 534 H350', '#6b6258', 9) + disc(326, 534, 9, '#8d8478'),
    box(344, 500, 360, 56, 14, ink.flat(wood)),
    box(360, 300, 136, 212, 10, ink.flat(red)) + box(344, 274, 168, 34, 12, ink.flat(other)),
    box(384, 334, 88, 82, 8, mix(second, '#bcd3de', 0.6)) +
      shape('M384 342 q0 -8 8 -8 h34 l-42 62 Z', '#ffffff', 'opacity="0.5"'),
    box(
      482,
      392,
      206,
      118,
      36,
      ink.linear(
        [
          [0, red.light],
          [0.3, red.glint],
          [0.55, red.base],
          [1, red.deep],
        ],
        0,
        0,
        0,
        1,
      ),
    ),
    box(540, 392, 14, 118, 2, '#d9bd72') + box(618, 392, 14, 118, 2, '#d9bd72'),
    shape('M596 398 L588 316 H650 L640 398 Z', ink.turned(tones('#46423f'))) +
      box(578, 296, 82, 28, 10, ink.turned(tones('#46423f'), true)),
    disc(518, 384, 20, ink.domed(tones('#d9bd72'))),
    oval(688, 450, 15, 46, red.shade) + disc(694, 450, 20, ink.domed(tones('#f3d98c'))),
    ...[
      [640, 244, 24],
      [664, 194, 32],
      [706, 142, 40],
    ].map(([x = 0, y = 0, r = 0]) =>
      disc(
        x,
        y,
        r,
        ink.radial([
          [0, '#ffffff', 0.95],
          [0.6, '#ffffff', 0.6],
          [1, '#ffffff', 0.15],
        ]),
      ),
    ),
    wheel(142, 560, 38) + wheel(252, 560, 38) + wheel(416, 552, 50) + wheel(548, 566, 34) + wheel(646, 566, 34),
    line('M416 552 H646', '#8d8478', 11) +
      line('M416 549 H646', '#d8d2c6', 4) +
      disc(416, 552, 9, '#6b6258') +
      disc(646, 566, 6, '#6b6258'),
  ].join('');
}

function wagon(ink: Ink, colour: string, sign: string): string {
  const paint = tones(colour);
  return [
    box(96, 440, 200, 104, 12, ink.flat(paint)) + box(96, 440, 200, 24, 12, paint.light, 'opacity="0.5"'),
    ...[
      [126, 420, '#c9543a'],
      [172, 404, '#e0b04a'],
      [220, 418, '#5a86a8'],
      [264, 410, '#7d9a6a'],
    ].map(([x, y, colour]) => box(Number(x) - 21, Number(y), 42, 42, 6, ink.flat(tones(String(colour))))),
    box(88, 446, 216, 96, 10, ink.flat(paint)) + mark(196, 494, 28, sign),
  ].join('');
}

/** A wooden double-deck tram of Hong Kong Island. */
export function tram(ink: Ink, { main, second, accent }: Palette): string {
  const paint = tones(main);
  const pale = tones(mix(second, '#fffaf0', 0.35));
  const wood = tones('#d4a66c');
  const glass = mix('#c4d6d8', second, 0.2);
  const panes = (y: number, count: number, width: number) =>
    row(count, (index) => {
      const x = 214 + index * (372 / count);
      return (
        box(x, y, width, 84, 10, glass) +
        shape(`M${x + 6} ${y + 8} h${width * 0.5} l-${width * 0.4} 66 h-${width * 0.1} Z`, '#ffffff', 'opacity="0.45"')
      );
    });
  const wheel = (x: number) =>
    disc(x, 622, 40, ink.domed(wood)) +
    disc(x, 622, 27, 'none', `stroke="${wood.deep}" stroke-width="3" opacity="0.6"`) +
    disc(x, 622, 9, paint.deep);
  return [
    floorShadow(ink, 400, 660, 260, 30),
    line('M400 128 L486 62 M400 128 L446 62 M420 62 H520', '#5b554d', 7),
    box(182, 120, 436, 40, 20, ink.graded([wood.glint, wood.base, wood.deep], 0, 1)),
    shape(
      'M196 150 H604 C612 150 616 156 616 166 V608 H184 V166 C184 156 188 150 196 150 Z',
      ink.graded([paint.light, paint.base, paint.deep], 1, 0.4),
    ),
    panes(178, 5, 58),
    box(184, 282, 432, 84, 0, ink.graded([pale.glint, pale.base, pale.shade], 1, 0.3)) +
      line('M184 282 H616 M184 366 H616', accent, 6),
    mark(286, 324, 26, paint.base) +
      row(3, (index) => box(340, 300 + index * 18, [210, 160, 120][index] ?? 100, 8, 4, paint.base, 'opacity="0.8"')),
    panes(386, 5, 58),
    box(500, 386, 80, 196, 10, paint.deep) +
      box(510, 396, 60, 90, 8, glass) +
      shape('M516 402 h26 l-24 70 h-2 Z', '#ffffff', 'opacity="0.4"') +
      disc(520, 520, 6, '#d9bd72'),
    box(184, 494, 306, 10, 0, pale.base) + box(176, 586, 448, 34, 10, ink.graded([wood.light, wood.deep], 0, 1)),
    disc(214, 552, 17, '#8d7434') + disc(213, 551, 14, ink.domed(tones('#f3d98c'))),
    box(250, 526, 96, 38, 6, '#2f2a28') + row(4, (index) => box(262 + index * 19, 538, 12, 15, 2, '#f0c85a')),
    gleam(ink, 'M196 170 V580', '#ffffff', 8, 0.4, 4),
    wheel(282) + wheel(518),
  ].join('');
}

/** A toy junk with a red sail, on a little sea. */
export function junk(ink: Ink, { main, second, accent }: Palette): string {
  const sail = tones(main);
  const wood = tones('#b5804d');
  const water = tones(mix('#7fa6a8', second, 0.15));
  const batten = (x: number, y: number, length: number, lean: number) =>
    line(`M${x} ${y} L${x + length} ${y + lean}`, tones('#8a5d36').deep, 5);
  const large = 'M318 470 C306 340 312 220 352 110 C440 150 506 250 524 404 C460 430 390 456 318 470 Z';
  const small = 'M540 462 C530 380 536 310 556 240 C612 280 646 350 652 430 C616 446 580 456 540 462 Z';
  return [
    floorShadow(ink, 400, 650, 290, 30),
    line('M350 100 V520', wood.line, 13) + line('M348 100 V520', wood.light, 5) + line('M556 226 V520', wood.line, 10),
    shape(large, ink.graded([sail.light, sail.base, sail.deep], 1, 0.5)),
    shape(small, ink.graded([sail.light, sail.base, sail.deep], 1, 0.5)),
    batten(334, 172, 62, 14) +
      batten(320, 240, 128, 16) +
      batten(314, 314, 176, 10) +
      batten(312, 390, 204, 0) +
      batten(544, 300, 58, 12) +
      batten(538, 366, 92, 8),
    gleam(ink, 'M346 122 C318 220 312 330 322 460', '#ffffff', 9, 0.35, 4),
    mark(414, 306, 32, mix(accent, '#fff2cf', 0.3)),
    shape(
      'M118 470 C190 500 240 512 300 512 H540 C600 506 660 470 700 426 L716 446 C700 540 640 610 560 622 H290 C200 616 138 560 118 470 Z',
      ink.graded([wood.light, wood.base, wood.deep], 0.2, 1),
    ),
    line('M124 484 C200 518 250 530 310 530 H540 C610 522 668 488 708 446', mix(second, '#fffaf0', 0.4), 9),
    line(
      'M150 536 C210 566 260 570 320 570 H560 C610 562 650 540 686 506 M180 580 C230 600 270 600 330 600 H560',
      wood.line,
      2.5,
      'opacity="0.5"',
    ),
    shape('M590 436 L690 388 L700 426 C660 470 620 494 590 500 Z', ink.graded([wood.base, wood.deep])) +
      row(
        3,
        (index) =>
          disc(612 + index * 26, 466 - index * 14, 9, '#3c2a1c') +
          disc(611 + index * 26, 465 - index * 14, 6, mix(second, '#ffe9b0', 0.4)),
      ),
    shape('M352 100 C380 92 396 108 430 96 C420 116 424 120 426 132 C400 140 380 124 352 130 Z', accent),
    shape(
      'M96 622 C150 590 190 640 246 616 C300 592 340 640 400 618 C460 594 500 640 560 616 C620 594 660 634 712 612 L716 652 C600 676 200 676 92 654 Z',
      ink.graded([water.light, water.shade], 0, 1),
      'opacity="0.95"',
    ),
    line(
      'M150 636 C190 622 220 646 260 634 M340 646 C380 632 420 654 460 642 M540 638 C580 626 620 648 660 634',
      '#ffffff',
      5,
      'opacity="0.65"',
    ),
  ].join('');
}
