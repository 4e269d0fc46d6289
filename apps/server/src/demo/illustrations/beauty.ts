/** Soap, cream and combs. */
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

/** A bar of soap in a paper band, on a second bar. */
export function soap(ink: Ink, { main, second, accent }: Palette): string {
  const bar = (y: number, colour: string, turn: number) => {
    const tone = tones(colour);
    return group(
      [
        box(180, y + 34, 440, 132, 42, tone.deep),
        box(180, y, 440, 140, 44, ink.graded([tone.light, tone.base, tone.shade], 0.3, 1)),
        box(206, y + 12, 388, 80, 34, 'none', `stroke="${tone.glint}" stroke-width="4" opacity="0.8"`),
        row(16, (index) =>
          disc(
            220 + ((index * 89) % 370),
            y + 40 + ((index * 53) % 84),
            2 + (index % 3),
            mix(colour, accent, 0.6),
            'opacity="0.5"',
          ),
        ),
        gleam(ink, `M226 ${y + 20} H520`, '#ffffff', 8, 0.5, 4),
      ],
      `transform="rotate(${turn} 400 ${y + 80})"`,
    );
  };
  const paper = tones(mix(second, '#fffaf0', 0.4));
  return [
    floorShadow(ink, 404, 620, 250, 34),
    bar(456, mix(main, second, 0.35), -1.5),
    floorShadow(ink, 400, 478, 190, 18),
    bar(306, main, 2),
    group(
      [
        shape(
          'M312 302 H488 V452 C488 466 486 472 484 474 H316 C314 472 312 466 312 452 Z',
          ink.graded([paper.light, paper.base, paper.shade], 0.3, 1),
        ),
        line('M320 302 V474 M480 302 V474', accent, 3, 'opacity="0.7"'),
        mark(400, 360, 30, tones(accent).shade) + smallPrint(400, 408, [104, 70, 44], tones(accent).deep, 14),
      ],
      'transform="rotate(2 400 386)"',
    ),
    ...[
      [212, 250, 20],
      [262, 214, 12],
      [580, 262, 15],
      [610, 226, 8],
    ].map(
      ([x = 0, y = 0, r = 0]) =>
        disc(x, y, r, '#ffffff', 'opacity="0.25"') +
        disc(x, y, r, 'none', 'stroke="#ffffff" stroke-width="2" opacity="0.8"') +
        disc(x - r * 0.3, y - r * 0.3, r * 0.22, '#ffffff'),
    ),
  ].join('');
}

/** A jar of cream with its lid beside it. */
export function cream(ink: Ink, { main, second, accent }: Palette): string {
  const glass = tones(main);
  const lid = tones(mix(second, '#b49a6a', 0.3));
  const body = 'M196 420 H508 V588 C508 632 484 650 446 650 H258 C220 650 196 632 196 588 Z';
  return group(
    [
      floorShadow(ink, 360, 648, 190),
      shape(body, ink.turned(glass, true)),
      shape('M208 440 H496 V584 C496 622 476 638 444 638 H260 C228 638 208 622 208 584 Z', '#ffffff', 'opacity="0.12"'),
      oval(352, 420, 156, 38, glass.light) +
        oval(352, 422, 142, 31, glass.deep) +
        oval(352, 424, 136, 28, ink.graded(['#efe6d8', '#ffffff', '#e2d6c4'], 1, 0.5)),
      shape(
        'M250 420 C280 372 330 416 346 380 C356 356 384 362 378 388 C372 416 430 404 456 424 C420 448 290 450 250 420 Z',
        ink.graded(['#ffffff', '#fbf6ec', '#ded1bd'], 0.6, 1),
      ),
      line('M284 424 C310 404 350 424 372 404', '#d9cbb5', 4, 'opacity="0.8"'),
      box(252, 486, 200, 112, 3, ink.turned(tones(mix(second, '#fffaf0', 0.5)))),
      mark(352, 522, 20, accent) + smallPrint(352, 556, [112, 76, 40], accent, 13),
      gleam(ink, 'M222 446 V600', '#ffffff', 9, 0.6, 3),
      floorShadow(ink, 574, 660, 104, 14),
      group([
        oval(574, 560, 104, 104, lid.deep),
        oval(562, 556, 104, 104, ink.flat(lid)),
        oval(562, 556, 90, 90, 'none', `stroke="${lid.shade}" stroke-width="3"`),
        mark(562, 556, 36, lid.deep),
        shape(
          'M480 526 C490 490 526 464 562 462 C530 480 506 506 496 546 Z',
          '#ffffff',
          `opacity="0.45" ${ink.blur(4)}`,
        ),
      ]),
    ],
    'transform="translate(-68 -138) scale(1.16)"',
  );
}

/** A comb of wood or acetate. */
export function comb(ink: Ink, { main, second }: Palette): string {
  const wood = tones(main);
  const count = 23;
  const teeth = row(count, (index) => {
    const x = 130 + index * 23.4;
    const depth = 570 - Math.abs(index - 11) * 2.4;
    return `M${x} 400 H${x + 13} L${x + 10} ${depth} Q${x + 6.5} ${depth + 14} ${x + 3} ${depth} Z `;
  });
  const spine =
    'M110 396 C104 300 250 236 400 236 C550 236 696 300 690 396 C690 420 680 432 660 432 H140 C120 432 110 420 110 396 Z';
  return group(
    [
      flatShadow(ink, `${spine} ${teeth}`),
      shape(teeth, ink.graded([wood.base, wood.shade], 0, 1)),
      shape(spine, ink.graded([wood.light, wood.base, wood.shade], 0.25, 1)),
      group(
        [
          row(9, (index) =>
            line(
              `M90 ${270 + index * 22} C280 ${246 + index * 20} 520 ${290 + index * 18} 710 ${262 + index * 22}`,
              wood.line,
              2,
              'opacity="0.22"',
            ),
          ),
        ],
        ink.clip(spine),
      ),
      gleam(ink, 'M150 344 C200 284 300 254 400 252', '#ffffff', 8, 0.5, 3),
      line('M132 424 H668', wood.deep, 3, 'opacity="0.7"'),
      mark(400, 338, 38, mix(main, second, 0.75)),
      disc(652, 386, 10, wood.line) + disc(653, 387, 7, mix(second, '#e8e2d6', 0.6)),
    ],
    'transform="rotate(-14 400 400)"',
  );
}
