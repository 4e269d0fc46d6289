/** Trousers, dresses, and what is worn on head, neck and feet. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import {
  box,
  disc,
  flatShadow,
  floorShadow,
  folds,
  group,
  line,
  mark,
  oval,
  row,
  shape,
  stitches,
  woven,
} from './shapes.ts';
import { tones } from './tones.ts';

/** Pleated trousers, laid flat. */
export function trousers(ink: Ink, { main, second }: Palette): string {
  const cloth = tones(main);
  const outline =
    'M282 116 L518 116 C536 260 556 460 570 690 C526 702 470 704 432 696 C426 560 416 420 402 312 L398 312 C384 420 374 560 368 696 C330 704 274 702 230 690 C244 460 264 260 282 116 Z';
  const twill = ink.pattern(6, 6, `<path d="M0 0V6" stroke="${cloth.line}" stroke-width="1.2"/>`, 40);
  return [
    flatShadow(ink, outline),
    shape(outline, ink.flat(cloth)),
    folds(
      ink,
      outline,
      [
        'M398 312 C350 350 310 360 282 352',
        'M402 312 C450 350 490 360 520 352',
        'M372 660 C364 560 376 460 396 340',
        'M428 660 C436 560 424 460 404 340',
        'M256 640 C270 560 262 480 276 400',
        'M548 640 C530 560 540 480 526 400',
      ],
      ['M322 190 C312 340 300 520 296 690', 'M476 190 C490 340 502 520 506 690'],
    ),
    woven(outline, twill, 0.1),
    line('M330 168 C322 340 306 520 300 694 M470 168 C480 340 494 520 500 694', cloth.shade, 2.5),
    shape('M280 116 H520 L524 164 H276 Z', cloth.base, `stroke="${cloth.shade}" stroke-width="3"`),
    row(4, (index) => box(304 + index * 61, 110, 13, 62, 3, cloth.shade)),
    line('M400 164 L400 312', cloth.deep, 3),
    stitches('M412 166 C420 220 420 262 404 286', cloth.stitch, 2),
    line('M350 166 L344 236 M374 166 L370 220 M450 166 L456 236 M430 166 L432 214', cloth.deep, 2.5, 'opacity="0.6"'),
    line('M274 176 C292 210 290 240 270 262 M526 176 C508 210 510 240 530 262', cloth.deep, 3),
    disc(400, 140, 9, cloth.line) + disc(399, 139, 7, second),
    stitches('M232 664 C276 674 330 676 369 668 M568 664 C524 674 470 676 431 668', cloth.stitch, 2),
  ].join('');
}

/** A summer dress with straps and a gathered skirt. */
export function dress(ink: Ink, { main, second, accent }: Palette): string {
  const cloth = tones(main);
  const outline =
    'M312 112 L340 108 C344 160 366 196 400 204 C434 196 456 160 460 108 L488 112 C492 190 520 220 528 240 C520 290 510 326 506 352 C566 450 612 570 636 682 C560 716 240 716 164 682 C188 570 234 450 294 352 C290 326 280 290 272 240 C280 220 308 190 312 112 Z';
  const dots = ink.pattern(
    46,
    46,
    `<path d="M11 8q4 -7 8 0q-4 7 -8 0M34 31q4 -7 8 0q-4 7 -8 0" fill="${second}"/>`,
    18,
  );
  return [
    flatShadow(ink, outline),
    shape('M322 240 C340 180 460 180 478 240 Z', cloth.deep, 'opacity="0.7"'),
    shape(outline, ink.flat(cloth)),
    woven(outline, dots, 0.8),
    folds(
      ink,
      outline,
      [
        'M330 360 C300 460 262 580 226 700',
        'M372 360 C360 460 340 580 330 706',
        'M428 360 C442 470 458 590 470 708',
        'M470 360 C500 460 544 580 580 700',
        'M276 250 C300 290 300 320 296 350',
        'M524 250 C500 290 500 320 504 350',
      ],
      ['M350 370 C330 470 300 590 280 700', 'M400 370 C400 480 404 600 402 700', 'M450 370 C474 470 508 590 530 690'],
    ),
    shape('M292 344 C350 362 450 362 508 344 L510 368 C450 386 350 386 290 368 Z', cloth.shade),
    line(
      'M310 374 l-4 26 M340 380 l-3 30 M372 384 l-2 26 M404 385 l1 32 M436 383 l3 26 M466 379 l5 30 M492 374 l6 24',
      cloth.deep,
      2.5,
      'opacity="0.6"',
    ),
    line('M340 108 C344 160 366 196 400 204 C434 196 456 160 460 108', cloth.deep, 3),
    stitches('M330 112 C336 172 362 210 400 218 C438 210 464 172 470 112', cloth.stitch, 1.8),
    line('M166 676 C244 708 556 708 634 676', cloth.shade, 3),
    row(
      3,
      (index) => disc(400, 240 + index * 34, 7, accent) + disc(398, 238 + index * 34, 2.5, '#fffaf0', 'opacity="0.7"'),
    ),
  ].join('');
}

/** A cap of six panels, seen from the side. */
export function cap(ink: Ink, { main, second, accent }: Palette): string {
  const cloth = tones(main);
  const crown = 'M246 500 C224 356 306 232 448 228 C580 228 664 336 660 498 C540 538 360 540 246 500 Z';
  const visor =
    'M244 488 C186 500 116 532 84 576 C82 598 106 606 136 602 C236 590 348 566 446 530 C376 530 300 520 244 488 Z';
  return [
    floorShadow(ink, 450, 540, 230, 26),
    floorShadow(ink, 190, 598, 130, 12),
    shape(crown, ink.domed(cloth)),
    folds(
      ink,
      crown,
      ['M620 340 C640 400 648 450 646 500', 'M300 520 C380 540 520 540 620 506'],
      ['M320 300 C290 360 280 420 284 480'],
    ),
    line('M446 230 C372 290 340 400 346 522', cloth.deep, 2.5),
    line('M450 230 C540 280 572 400 566 522', cloth.deep, 2.5),
    stitches('M436 234 C360 296 330 404 335 520 M462 234 C552 284 584 404 578 520', cloth.stitch, 2),
    shape(visor, ink.graded([cloth.light, cloth.base, cloth.deep], 0.4, 1)),
    row(4, (index) =>
      stitches(
        `M${240 - index * 34} ${514 + index * 15} C${190 - index * 22} ${530 + index * 13} ${150 - index * 10} ${550 + index * 8} ${126 - index * 4} ${572 + index * 5}`,
        cloth.line,
        1.8,
      ),
    ),
    line('M246 492 C300 520 380 530 446 530', cloth.line, 4),
    line('M248 486 C360 526 540 526 659 486', cloth.shade, 3),
    oval(449, 228, 20, 10, cloth.deep) + oval(447, 225, 17, 8, cloth.light),
    ...[
      [392, 330],
      [520, 326],
    ].map(([x = 0, y = 0]) => disc(x, y, 7, cloth.deep) + disc(x, y, 3, cloth.line)),
    group(
      [
        disc(434, 418, 50, second),
        disc(434, 418, 50, 'none', `stroke="${accent}" stroke-width="4" stroke-dasharray="6 5"`),
        mark(434, 418, 34, main === second ? accent : cloth.deep),
      ],
      'transform="rotate(-3 434 418)"',
    ),
  ].join('');
}

/** A pair of socks, one over the other. */
export function socks(ink: Ink, palette: Palette): string {
  const outline =
    'M300 130 L432 130 C434 250 430 350 442 420 C500 452 566 480 592 528 C606 572 580 606 536 606 C450 604 368 570 322 520 C292 484 302 300 300 130 Z';
  return [
    group([sock(ink, palette, outline)], 'transform="translate(96 24) rotate(9 400 400)"'),
    group([sock(ink, palette, outline)], 'transform="translate(-78 34) rotate(-5 400 400)"'),
  ].join('');
}

function sock(ink: Ink, { main, second, accent }: Palette, outline: string): string {
  const wool = tones(main);
  const tip = tones(second);
  const ribs = ink.pattern(11, 11, `<path d="M3 0V11" stroke="${wool.line}" stroke-width="2.5"/>`);
  return [
    flatShadow(ink, outline),
    shape(outline, ink.flat(wool)),
    group(
      [
        shape('M560 440 C600 480 640 560 560 640 L500 640 C540 590 540 520 506 470 Z', tip.base),
        shape('M270 470 C330 440 372 470 386 500 C376 560 340 580 300 590 Z', tip.base),
        box(280, 210, 170, 20, 0, accent) + box(280, 242, 170, 10, 0, tip.base),
        shape('M290 120 H440 V190 H290 Z', wool.base) + shape('M290 120 H440 V190 H290 Z', ribs, 'opacity="0.4"'),
        line('M300 190 H434', wool.deep, 3),
        woven(outline, ribs, 0.1),
      ],
      ink.clip(outline),
    ),
    folds(
      ink,
      outline,
      ['M436 200 C426 300 430 380 446 430', 'M440 424 C410 450 380 452 350 444', 'M330 524 C400 590 480 604 560 604'],
      ['M330 220 C322 320 324 420 340 480', 'M400 500 C450 530 500 548 540 552'],
    ),
  ].join('');
}

/** A scarf, folded once, with its fringe. */
export function scarf(ink: Ink, { main, second, accent }: Palette): string {
  const wool = tones(main);
  const stripe = tones(second);
  const back = 'M388 140 C460 128 530 140 560 176 L604 620 L430 636 Z';
  const front = 'M236 166 C300 120 420 116 470 150 C440 180 420 230 414 300 L396 640 L206 628 Z';
  const felt = ink.pattern(8, 8, `<path d="M0 2L8 6M2 8L6 0" stroke="${wool.line}" stroke-width=".9"/>`);
  const fringe = (x: number, y: number, lean: number, count: number) =>
    row(count, (index) => {
      const left = x + index * 15.4;
      const fall = y + (index % 3) * 4;
      return line(
        `M${left} ${y - 8} C${left + lean} ${fall + 20} ${left - lean} ${fall + 40} ${left + lean * 0.6} ${fall + 66}`,
        index % 2 ? wool.base : wool.shade,
        7,
      );
    });
  const bands = (left: number, right: number, y: number, slope: number) =>
    [0, 30, 86]
      .map((down, index) =>
        line(
          `M${left} ${y + down} L${right} ${y + down + slope}`,
          [stripe.base, accent, stripe.base][index] ?? accent,
          [20, 7, 20][index] ?? 8,
          'stroke-linecap="butt"',
        ),
      )
      .join('');
  return [
    flatShadow(ink, `${back} ${front}`, 1.1),
    fringe(438, 634, 5, 11),
    shape(back, ink.flat({ ...wool, light: wool.base, base: wool.shade, shade: wool.deep })),
    group([bands(380, 640, 494, -12)], ink.clip(back)),
    folds(
      ink,
      back,
      ['M420 200 C440 340 450 480 446 640', 'M520 180 C540 340 552 480 556 620'],
      ['M490 180 C506 340 514 480 516 620'],
    ),
    flatShadow(ink, front, 0.6),
    fringe(214, 630, -4, 12),
    shape(front, ink.flat(wool)),
    group([bands(180, 440, 486, 12)], ink.clip(front)),
    woven(front, felt, 0.22),
    woven(back, felt, 0.22),
    folds(
      ink,
      front,
      ['M300 150 C270 300 262 460 270 640', 'M460 150 C380 210 362 420 356 640', 'M240 170 C226 300 216 460 212 620'],
      ['M350 140 C318 300 312 460 314 640'],
    ),
  ].join('');
}
