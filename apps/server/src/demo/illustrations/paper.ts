/** Notebooks, calendars and cards. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import {
  box,
  disc,
  flatShadow,
  floorShadow,
  group,
  line,
  mark,
  row,
  shape,
  smallPrint,
  stitches,
  woven,
} from './shapes.ts';
import { mix, tones } from './tones.ts';

/** A bound notebook with a ribbon and an elastic. */
export function notebook(ink: Ink, { main, second, accent }: Palette): string {
  const cover = tones(main);
  const outline =
    'M212 148 C212 136 220 128 232 128 H566 C584 128 596 140 596 158 V646 C596 664 584 676 566 676 H232 C220 676 212 668 212 656 Z';
  const linen = ink.pattern(5, 5, `<path d="M0 1H5M1 0V5" stroke="${cover.line}" stroke-width=".8"/>`);
  return group(
    [
      flatShadow(ink, outline, 1.1),
      shape('M222 140 H604 V688 H222 Z', '#b9ae9a'),
      row(6, (index) =>
        line(`M${226} ${678 + index * 1.8} H${600 + (index % 2)}`, index % 2 ? '#f7f1e3' : '#cfc4b0', 1.6),
      ),
      row(5, (index) => line(`M${597 + index * 1.8} 150 V${684}`, index % 2 ? '#f7f1e3' : '#cfc4b0', 1.6)),
      line('M470 670 L474 742 L486 728 L498 740 L492 670', accent, 9),
      shape(outline, ink.flat(cover)),
      woven(outline, linen, 0.22),
      shape(
        'M212 148 C212 136 220 128 232 128 H268 V676 H232 C220 676 212 668 212 656 Z',
        cover.deep,
        'opacity="0.45"',
      ),
      line('M268 128 V676', cover.line, 2.5, 'opacity="0.6"') +
        line('M272 128 V676', cover.glint, 1.6, 'opacity="0.5"'),
      stitches('M240 140 V666', second, 3),
      box(332, 226, 196, 128, 3, mix(second, '#fffaf0', 0.35)) +
        box(341, 235, 178, 110, 1, 'none', `stroke="${cover.deep}" stroke-width="1.8" opacity="0.6"`),
      mark(430, 274, 20, cover.deep) + smallPrint(430, 312, [96, 60], cover.deep, 13),
      box(548, 124, 13, 556, 2, tones(accent).shade) + box(549, 124, 4, 556, 2, tones(accent).light, 'opacity="0.6"'),
      line('M222 138 H560', '#ffffff', 3, 'opacity="0.25"'),
    ],
    'transform="rotate(-8 400 400)"',
  );
}

/** A desk calendar on its stand. */
export function calendar(ink: Ink, { main, second, accent }: Palette): string {
  const card = tones(mix(second, '#fffdf6', 0.72));
  const stand = tones(mix(main, '#3a2f2a', 0.12));
  const sheet = 'M188 210 H596 L620 610 H168 Z';
  const days = row(35, (index) => {
    const column = index % 7;
    const line7 = Math.floor(index / 7);
    const x = 214 + column * 55 + (line7 - 2) * (column - 3) * 1.6;
    const y = 424 + line7 * 34;
    if (index === 17) return disc(x + 9, y + 5, 17, accent) + box(x + 2, y, 14, 10, 3, '#fffaf0');
    return index < 2 || index > 32
      ? ''
      : box(x, y, 18, 10, 3, column === 0 ? mix(main, '#c1442f', 0.5) : card.line, 'opacity="0.62"');
  });
  return [
    floorShadow(ink, 410, 634, 260, 30),
    shape('M596 210 L700 616 L620 632 Z', stand.line),
    shape('M160 606 H628 L634 640 H154 Z', stand.base) + shape('M628 606 L700 606 L708 634 L634 640 Z', stand.deep),
    shape(sheet, '#2b2320', `opacity="0.3" transform="translate(8 8)" ${ink.blur(6)}`),
    shape(sheet, ink.graded([card.glint, card.base, card.shade], 0.5, 1)),
    group(
      [
        shape('M160 196 H640 V392 H160 Z', ink.graded([tones(main).light, tones(main).shade], 0.4, 1)),
        disc(500, 268, 38, mix(accent, '#ffe9b0', 0.35)),
        shape(
          'M150 392 C210 330 250 300 290 330 C320 290 360 262 400 312 C440 340 500 330 640 392 Z',
          tones(main).deep,
          'opacity="0.75"',
        ),
        shape(
          'M150 400 C240 352 330 360 420 372 C500 380 560 366 650 392 V404 H150 Z',
          mix(second, '#fffaf0', 0.3),
          'opacity="0.85"',
        ),
      ],
      ink.clip(sheet),
    ),
    days,
    row(16, (index) =>
      line(
        `M${206 + index * 25} 222 C${198 + index * 25} 186 ${214 + index * 25} 180 ${212 + index * 25} 222`,
        '#54504a',
        5,
      ),
    ),
    row(16, (index) => disc(208 + index * 25, 226, 5, '#3c3833')),
  ].join('');
}

/** A card, its envelope and a seal. */
export function card(ink: Ink, { main, second, accent }: Palette): string {
  const paper = tones(mix(second, '#fffaf0', 0.25));
  const print = tones(main);
  const envelope = 'M150 300 L600 226 L668 604 L216 680 Z';
  const front = 'M232 138 H560 V600 H232 Z';
  const petal = (turn: number, colour: string) =>
    `<g transform="rotate(${turn} 396 330)">${shape('M396 330 C350 290 356 226 396 206 C436 226 442 290 396 330 Z', colour)}${line('M396 322 V246', print.deep, 2, 'opacity="0.35"')}</g>`;
  return [
    flatShadow(ink, envelope),
    shape(envelope, ink.flat(print)),
    shape('M150 300 L420 462 L600 226', print.deep, 'opacity="0.5"') +
      line('M150 300 L420 462 L600 226', print.glint, 2.5, 'opacity="0.5"'),
    group(
      [
        flatShadow(ink, front, 0.8),
        shape(front, ink.flat(paper)),
        box(252, 158, 288, 422, 2, 'none', `stroke="${accent}" stroke-width="3"`),
        line('M396 330 C400 420 384 470 392 520', '#5f7a5c', 7),
        shape('M392 450 C430 410 470 416 490 430 C464 462 430 470 392 462 Z', '#7d9a77') +
          shape('M390 490 C350 450 316 456 296 472 C322 502 356 508 390 500 Z', '#6b8a67'),
        ...[0, 72, 144, 216, 288].map((turn) => petal(turn, turn % 144 === 0 ? print.base : print.light)),
        disc(396, 330, 26, accent) +
          row(
            8,
            (index) =>
              `<g transform="rotate(${index * 45} 396 330)">${line('M396 316 V290', accent, 3)}${disc(396, 286, 4, tones(accent).light)}</g>`,
          ),
        smallPrint(396, 548, [110, 70], print.deep, 14),
      ],
      'transform="rotate(5 400 400)"',
    ),
  ].join('');
}
