/** Shoes: sneakers from the side, sandals from above. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { box, disc, flatShadow, floorShadow, folds, group, line, oval, row, shape, stitches } from './shapes.ts';
import { mix, tones } from './tones.ts';

/** A pair of sneakers, one a little behind the other. */
export function sneakers(ink: Ink, palette: Palette): string {
  return [
    floorShadow(ink, 410, 604, 290, 34),
    group([sneaker(ink, palette, true)], 'transform="translate(96 -74) scale(.93)"'),
    floorShadow(ink, 380, 622, 250, 22),
    sneaker(ink, palette, false),
  ].join('');
}

function sneaker(ink: Ink, { main, second, accent }: Palette, isBehind: boolean): string {
  const upper = tones(isBehind ? mix(main, '#2a2430', 0.12) : main);
  const rubber = tones(isBehind ? mix('#f3eee2', '#2a2430', 0.14) : '#f3eee2');
  const trim = tones(second);
  const sole =
    'M104 540 C100 572 108 606 132 618 C300 630 520 630 664 616 C690 604 694 568 686 540 C500 560 280 560 104 540 Z';
  const body =
    'M112 546 C104 480 112 404 138 360 C158 352 180 366 196 392 C232 410 262 400 286 372 C310 362 336 372 352 392 C396 446 470 470 566 482 C640 492 684 512 688 548 C500 566 280 566 112 546 Z';
  const toe = 'M538 480 C620 486 684 510 688 548 C640 556 580 560 528 560 C512 532 514 500 538 480 Z';
  const laces = row(5, (index) => {
    const x = 336 + index * 32;
    const y = 388 + index * 19;
    return (
      line(`M${x - 26} ${y + 34} L${x + 16} ${y - 4}`, rubber.deep, 11) +
      line(`M${x - 27} ${y + 31} L${x + 15} ${y - 7}`, rubber.light, 8)
    );
  });
  return [
    shape('M140 364 C170 340 260 350 290 372 C262 404 226 412 196 394 C180 366 160 352 140 364 Z', tones(second).deep),
    shape('M262 392 C286 340 316 330 344 352 C350 370 352 384 348 396 Z', upper.shade),
    shape(body, ink.graded([upper.light, upper.base, upper.shade], 0.5, 1)),
    folds(
      ink,
      body,
      ['M470 470 C450 500 452 540 470 560', 'M150 430 C170 480 160 520 150 550'],
      ['M150 380 C140 430 140 470 146 520', 'M560 492 C610 498 650 510 668 528'],
    ),
    shape(toe, ink.graded([upper.light, upper.shade], 0.6, 1), `stroke="${upper.deep}" stroke-width="2.5"`),
    row(5, (index) => disc(572 + index * 22, 514 + (index % 2) * 12, 3, upper.deep)),
    shape(
      'M112 546 C104 480 112 404 138 360 C158 352 178 364 190 384 C196 440 190 500 196 552 Z',
      trim.base,
      `stroke="${trim.shade}" stroke-width="2"`,
    ),
    stitches('M178 384 C186 440 180 500 184 550', trim.stitch, 2),
    shape('M286 410 C330 440 400 486 510 498 L492 522 C400 514 320 476 270 440 Z', upper.shade, 'opacity="0.9"'),
    laces,
    shape('M224 548 C250 490 290 470 346 476 C316 500 300 524 296 556 Z', accent),
    stitches('M234 546 C258 498 292 480 334 484', mix(accent, '#fffaf0', 0.5), 2),
    shape(sole, ink.graded([rubber.light, rubber.base, rubber.deep], 0, 1)),
    line('M108 566 C300 584 500 584 688 562', accent, 5),
    line('M110 592 C300 606 500 606 684 590', rubber.deep, 2, 'opacity="0.6"'),
    row(13, (index) => line(`M${628 + (index % 13) * 4} ${572 - index * 0.5} v30`, rubber.deep, 1.4, 'opacity="0.5"')),
  ].join('');
}

/** A pair of sandals from above. */
export function sandals(ink: Ink, palette: Palette): string {
  return [
    group([sandal(ink, palette)], 'transform="translate(-32 8) rotate(-7 300 400)"'),
    group([sandal(ink, palette)], 'transform="translate(832 -6) scale(-1 1) rotate(-9 300 400)"'),
  ].join('');
}

function sandal(ink: Ink, { main, second, accent }: Palette): string {
  const leather = tones(main);
  const bed = tones(mix(second, '#c8a273', 0.6));
  const outline =
    'M286 116 C360 112 404 190 398 290 C392 360 382 420 390 500 C396 590 366 684 298 686 C226 686 204 600 214 510 C222 430 196 370 190 280 C186 190 218 120 286 116 Z';
  const strap = (y: number, rise: number) =>
    `M172 ${y} C220 ${y - 50} 350 ${y - 64} 416 ${y - 40 - rise} L418 ${y + 34 - rise} C350 ${y + 14} 230 ${y + 26} 178 ${y + 74} Z`;
  const cork = ink.pattern(
    26,
    22,
    `<path d="M4 5h3M15 3h2M9 14h4M21 11h2M18 18h3" stroke="${bed.line}" stroke-width="2" stroke-linecap="round"/>`,
    12,
  );
  return [
    flatShadow(ink, outline, 1.1),
    shape(outline, bed.deep, 'transform="translate(5 7)"'),
    shape(outline, ink.flat(bed)),
    shape(outline, cork, 'opacity="0.35"'),
    stitches(
      'M286 130 C350 128 390 196 384 290 C378 360 368 420 376 500 C382 580 354 670 298 672 C240 672 220 600 228 510 C236 430 210 370 204 280 C200 196 232 132 286 130 Z',
      bed.glint,
      2.4,
    ),
    oval(300, 596, 56, 66, bed.shade, `opacity="0.5" ${ink.blur(12)}`) +
      oval(290, 210, 66, 56, bed.shade, `opacity="0.4" ${ink.blur(14)}`),
    ...[strap(300, 0), strap(420, 12)].map(
      (path) =>
        flatShadow(ink, path, 0.4) +
        shape(
          path,
          ink.linear(
            [
              [0, leather.shade],
              [0.3, leather.light],
              [0.6, leather.base],
              [1, leather.deep],
            ],
            0,
            0,
            1,
            0.3,
          ),
        ),
    ),
    stitches(
      'M176 306 C226 264 346 248 412 268 M182 366 C236 322 346 314 412 326 M176 424 C226 384 346 368 412 376 M184 484 C236 444 346 434 412 434',
      leather.glint,
      2.2,
    ),
    box(
      196,
      418,
      50,
      42,
      8,
      'none',
      `stroke="${accent === main ? '#c9b98f' : '#c2a35a'}" stroke-width="8" transform="rotate(-22 220 440)"`,
    ),
    line('M208 444 L238 430', '#8f7638', 5),
  ].join('');
}
