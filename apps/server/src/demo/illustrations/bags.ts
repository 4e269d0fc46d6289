/** Bags, wallets, umbrellas and watches. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import {
  box,
  disc,
  flatShadow,
  floorShadow,
  folds,
  gleam,
  group,
  line,
  mark,
  oval,
  row,
  shape,
  smallPrint,
  stitches,
  woven,
} from './shapes.ts';
import { mix, tones } from './tones.ts';

/** A canvas tote with two handles, standing. */
export function tote(ink: Ink, { main, second, accent }: Palette): string {
  const canvas = tones(main);
  const strap = tones(second);
  const body = 'M204 318 L596 318 C606 440 618 570 622 660 C560 680 240 680 178 660 C182 570 194 440 204 318 Z';
  const weave = ink.pattern(6, 6, `<path d="M0 1.5H6M1.5 0V6" stroke="${canvas.line}" stroke-width="1"/>`);
  return [
    floorShadow(ink, 400, 664, 250),
    line('M306 322 C310 210 350 150 402 150 C454 150 494 210 498 322', strap.deep, 24),
    shape(
      body,
      ink.linear(
        [
          [0, canvas.base],
          [0.25, canvas.light],
          [0.62, canvas.base],
          [1, canvas.deep],
        ],
        0,
        0,
        1,
        0.25,
      ),
    ),
    woven(body, weave, 0.2),
    folds(
      ink,
      body,
      [
        'M206 420 C260 450 270 560 240 660',
        'M594 400 C550 470 560 570 590 660',
        'M340 420 C360 520 350 600 344 670',
        'M470 660 C500 600 480 520 500 460',
      ],
      ['M300 340 C296 460 290 560 296 660', 'M540 350 C530 460 536 560 546 650'],
    ),
    shape('M204 318 H596 L598 346 H202 Z', canvas.shade, 'opacity="0.75"'),
    stitches('M204 340 H597', canvas.stitch, 2),
    line('M286 430 L290 322 C296 196 344 122 400 122 C456 122 504 196 510 322 L514 430', strap.base, 26),
    line('M279 430 L283 322 C290 190 340 115 400 115', strap.glint, 5, 'opacity="0.55"'),
    box(270, 400, 32, 50, 3, strap.base) + box(498, 400, 32, 50, 3, strap.shade),
    line('M276 406 L296 444 M296 406 L276 444 M504 406 L524 444 M524 406 L504 444', mix(second, '#fffaf0', 0.5), 2),
    mark(400, 500, 60, mix(accent, main, 0.12)),
    smallPrint(400, 586, [104, 66], accent, 16),
  ].join('');
}

/** A backpack with a front pocket and leather tabs. */
export function backpack(ink: Ink, { main, second, accent }: Palette): string {
  const cloth = tones(main);
  const leather = tones(accent);
  const body =
    'M238 270 C240 180 310 140 400 140 C490 140 560 180 562 270 L580 620 C582 662 552 676 400 676 C248 676 218 662 220 620 Z';
  const pocket = 'M268 446 C350 434 450 434 532 446 L544 616 C544 640 500 648 400 648 C300 648 256 640 256 616 Z';
  return [
    floorShadow(ink, 400, 672, 220),
    shape('M232 300 C190 330 178 480 196 630 C204 650 222 650 226 630 Z', cloth.deep),
    shape('M568 300 C610 330 622 480 604 630 C596 650 578 650 574 630 Z', cloth.line),
    line('M352 150 C352 96 448 96 448 150', cloth.deep, 20) + line('M354 148 C354 104 446 104 446 148', cloth.base, 9),
    shape(
      body,
      ink.linear(
        [
          [0, cloth.shade],
          [0.16, cloth.base],
          [0.34, cloth.light],
          [0.66, cloth.base],
          [1, cloth.deep],
        ],
        0,
        0,
        1,
        0.18,
      ),
    ),
    folds(
      ink,
      body,
      ['M560 300 C548 420 560 560 566 650', 'M240 640 C320 664 480 664 566 640', 'M262 400 C340 426 460 426 540 400'],
      ['M286 230 C268 320 262 400 262 430'],
    ),
    line('M248 262 C300 232 500 232 552 262', cloth.line, 9) +
      line('M248 260 C300 230 500 230 552 260', mix(second, '#8a8272', 0.5), 3, 'stroke-dasharray="4 4"'),
    box(330, 236, 14, 44, 5, leather.base) + disc(337, 232, 8, '#c9b98f'),
    shape(
      pocket,
      ink.graded([cloth.light, cloth.base, cloth.shade], 0.8, 1),
      `stroke="${cloth.deep}" stroke-width="3"`,
    ),
    line('M272 476 C350 464 450 464 528 476', cloth.line, 8) +
      line('M272 474 C350 462 450 462 528 474', mix(second, '#8a8272', 0.5), 3, 'stroke-dasharray="4 4"'),
    stitches('M268 612 C268 630 310 636 400 636 C490 636 532 630 532 612', cloth.stitch, 2),
    box(500, 468, 13, 40, 5, leather.base),
    shape('M360 318 h80 v52 l-40 16 -40 -16 Z', leather.base) +
      stitches('M367 325 h66 v41 l-33 13 -33 -13 Z', leather.glint, 1.8),
    mark(400, 346, 15, leather.glint),
    box(232, 560, 24, 60, 4, second) + box(544, 560, 24, 60, 4, tones(second).shade),
  ].join('');
}

/** A small wallet of leather, half open, with cards in it. */
export function wallet(ink: Ink, { main, second, accent }: Palette): string {
  const leather = tones(main);
  const outline =
    'M168 268 C168 252 180 244 196 244 H604 C620 244 632 252 632 268 V548 C632 564 620 572 604 572 H196 C180 572 168 564 168 548 Z';
  const grain = ink.pattern(
    14,
    14,
    `<path d="M2 3q2 2 4 0M9 8q2 -2 4 1M4 12q1 -2 3 0" fill="none" stroke="${leather.line}" stroke-width="1"/>`,
    20,
  );
  return group(
    [
      flatShadow(ink, outline, 1.1),
      box(206, 204, 360, 120, 12, accent) + box(206, 204, 360, 30, 12, tones(accent).light, 'opacity="0.5"'),
      box(222, 224, 360, 120, 12, second) + smallPrint(320, 236, [120], tones(second).deep),
      shape(outline, ink.flat(leather)),
      woven(outline, grain, 0.22),
      shape(
        'M168 330 C260 352 330 360 400 360 C470 360 540 352 632 330 V548 C632 564 620 572 604 572 H196 C180 572 168 564 168 548 Z',
        ink.flat(leather),
      ),
      line('M168 330 C260 352 330 360 400 360 C470 360 540 352 632 330', leather.deep, 4),
      line('M168 336 C260 358 330 366 400 366 C470 366 540 358 632 336', leather.glint, 2.5, 'opacity="0.5"'),
      stitches('M182 350 V544 C182 554 188 558 198 558 H602 C612 558 618 554 618 544 V350', leather.glint, 2.6),
      folds(
        ink,
        outline,
        ['M560 560 C600 540 626 500 628 440'],
        ['M190 262 C300 252 400 252 480 256', 'M186 420 C190 480 196 520 210 548'],
      ),
      mark(546, 504, 26, leather.deep),
    ],
    'transform="rotate(-7 400 400)"',
  );
}

/** An open umbrella, resting on its rim. */
export function umbrella(ink: Ink, { main, second, accent }: Palette): string {
  const cloth = tones(main);
  const wood = tones(mix(accent, '#8a5a35', 0.65));
  const dome =
    'M96 420 C112 236 244 128 400 124 C556 128 688 236 704 420 C676 392 632 390 602 418 C572 388 528 388 500 418 C470 388 430 386 400 416 C370 386 330 388 300 418 C272 388 228 388 198 418 C168 390 124 392 96 420 Z';
  const panel = (from: number, to: number) =>
    `M400 124 C${from} 170 ${from} 300 ${from} 440 L${to} 440 C${to} 300 ${to} 170 400 124 Z`;
  return [
    floorShadow(ink, 420, 690, 190, 24),
    line('M400 400 V640 C400 690 330 690 330 642', wood.deep, 20) +
      line('M398 400 V640 C398 682 333 682 332 642', wood.light, 8),
    line('M400 404 V560', '#8b8d90', 9) + line('M398 404 V560', '#dfe1e2', 3),
    shape('M120 412 C240 380 560 380 680 412 C560 440 240 440 120 412 Z', cloth.line, 'opacity="0.55"'),
    shape(
      dome,
      ink.linear(
        [
          [0, cloth.light],
          [0.35, cloth.base],
          [1, cloth.deep],
        ],
        0.1,
        0,
        0.9,
        0.7,
      ),
    ),
    group(
      [
        shape(panel(300, 400), cloth.glint, 'opacity="0.22"'),
        shape(panel(96, 198), cloth.deep, 'opacity="0.18"'),
        shape(panel(500, 602), cloth.deep, 'opacity="0.2"'),
        shape(panel(602, 720), cloth.deep, 'opacity="0.32"'),
        line(
          'M80 438 C112 410 160 408 198 436 C228 408 272 406 300 436 C330 406 370 404 400 434 C430 404 470 406 500 436 C528 406 572 406 602 436 C640 408 688 410 724 438',
          second,
          18,
          'opacity="0.9"',
        ),
      ],
      ink.clip(dome),
    ),
    line(
      'M400 126 C330 180 300 300 300 418 M400 126 C470 180 500 300 500 418 M400 126 C260 160 200 290 198 418 M400 126 C540 160 600 290 602 418 M400 126 V416',
      cloth.deep,
      2.5,
      'opacity="0.75"',
    ),
    gleam(ink, 'M190 250 C230 200 280 168 332 152', cloth.glint, 10, 0.45, 4),
    line('M400 126 V92', wood.deep, 10) + disc(400, 90, 6, wood.base),
    row(7, (index) => disc([96, 198, 300, 400, 500, 602, 704][index] ?? 0, 419, 5, wood.shade)),
  ].join('');
}

/** A wrist watch, laid flat. */
export function watch(ink: Ink, { main, second, accent }: Palette): string {
  const strap = tones(main === '#f4f1ea' ? '#8a5a3c' : accent);
  const dial = tones(main);
  const steel = ink.linear(
    [
      [0, '#f6f6f4'],
      [0.3, '#c9cac9'],
      [0.55, '#eeeeec'],
      [0.8, '#a3a4a4'],
      [1, '#7f8080'],
    ],
    0,
    0,
    1,
    1,
  );
  const upper = 'M344 90 C344 76 456 76 456 90 L466 286 H334 Z';
  const lower = 'M334 514 H466 L452 704 C450 730 350 730 348 704 Z';
  const hand = (angle: number, length: number, width: number, colour: string) =>
    `<g transform="rotate(${angle} 400 400)">${box(400 - width / 2, 400 - length, width, length + 14, width / 2, colour)}</g>`;
  const hours = row(
    12,
    (index) =>
      `<g transform="rotate(${index * 30} 400 400)">${box(397.5, 298, index % 3 ? 4 : 6, index % 3 ? 14 : 22, 2, dial.line)}</g>`,
  );
  return group(
    [
      flatShadow(ink, `${upper} ${lower} M270 400 a130 130 0 1 0 260 0 a130 130 0 1 0 -260 0 Z`),
      shape(upper, ink.turned(strap)) + shape(lower, ink.turned(strap)),
      stitches('M356 96 L348 276 M444 96 L452 276 M348 526 L360 700 M452 526 L440 700', strap.glint, 2.6),
      row(4, (index) => oval(400, 570 + index * 34, 6, 8, strap.line)),
      box(524, 386, 26, 30, 5, '#a9aaa9') + line('M530 388 V414 M537 388 V414 M544 388 V414', '#7b7c7c', 2),
      disc(400, 400, 132, steel) + disc(400, 400, 116, '#8d8e8e') + disc(401, 402, 113, ink.flat(dial)),
      hours,
      mark(400, 346, 12, dial.line),
      disc(400, 448, 24, 'none', `stroke="${dial.shade}" stroke-width="3"`) +
        line('M400 448 L408 436', second === dial.base ? dial.line : accent, 2.5),
      hand(-58, 64, 9, dial.line) +
        hand(52, 92, 7, dial.line) +
        hand(200, 90, 2.6, '#c1583c') +
        disc(400, 400, 8, dial.line) +
        disc(400, 400, 3, '#f6f6f4'),
      shape(
        'M308 360 C326 310 372 288 420 290 C370 318 330 360 318 420 C308 404 304 380 308 360 Z',
        '#ffffff',
        'opacity="0.22"',
      ),
    ],
    'transform="rotate(14 400 400)"',
  );
}
