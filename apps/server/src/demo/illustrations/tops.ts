/** Shirts, jackets and knitwear, laid flat. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { box, disc, flatShadow, folds, line, mark, row, shape, stitches, woven } from './shapes.ts';
import { tones } from './tones.ts';

const teeOutline =
  'M322 158 C296 172 258 182 232 198 C186 230 142 286 106 344 C134 376 168 398 206 414 C220 392 234 372 248 356 C254 452 250 560 242 662 C346 676 454 676 558 662 C550 560 546 452 552 356 C566 372 580 392 594 414 C632 398 666 376 694 344 C658 286 614 230 568 198 C542 182 504 172 478 158 C452 212 348 212 322 158 Z';
const longOutline =
  'M318 150 C290 166 252 176 226 194 C176 232 136 380 98 566 C126 586 160 594 196 594 C216 520 232 452 250 400 C256 480 252 570 244 668 C346 682 454 682 556 668 C548 570 544 480 550 400 C568 452 584 520 604 594 C640 594 674 586 702 566 C664 380 624 232 574 194 C548 176 510 166 482 150 C450 186 350 186 318 150 Z';

const bodyFolds = [
  'M252 372 C282 430 276 520 268 640',
  'M548 372 C520 440 528 520 540 650',
  'M250 350 C300 372 330 380 360 376',
  'M552 350 C510 374 480 384 446 380',
  'M420 660 C412 590 432 520 416 450',
];
const bodyLights = ['M300 400 C316 480 308 560 304 650', 'M486 420 C474 500 484 580 492 650'];

/** A plain T-shirt with a pocket. */
export function tee(ink: Ink, { main, accent }: Palette): string {
  const cloth = tones(main);
  const pocket = 'M452 300 L522 300 L522 362 L487 384 L452 362 Z';
  return [
    flatShadow(ink, teeOutline),
    shape('M322 158 C344 140 456 140 478 158 C456 200 344 200 322 158 Z', cloth.deep),
    shape(teeOutline, ink.flat(cloth)),
    folds(
      ink,
      teeOutline,
      [...bodyFolds, 'M236 214 C228 262 238 320 250 356', 'M564 214 C574 262 562 320 550 356'],
      bodyLights,
    ),
    line('M322 158 C348 212 452 212 478 158', cloth.shade, 17),
    stitches('M311 165 C342 232 458 232 489 165', cloth.stitch, 2),
    stitches('M118 362 C146 386 176 404 208 416', cloth.stitch, 2),
    stitches('M682 362 C654 386 624 404 592 416', cloth.stitch, 2),
    stitches('M245 642 C348 656 452 656 555 642', cloth.stitch, 2),
    line('M232 200 C228 260 238 320 249 356', cloth.shade, 2.5),
    line('M568 200 C572 260 562 320 551 356', cloth.shade, 2.5),
    shape(pocket, cloth.base, `stroke="${cloth.shade}" stroke-width="3"`),
    stitches('M458 312 L516 312', cloth.stitch, 2),
    box(452, 326, 12, 24, 2, accent),
  ].join('');
}

/** A shirt of linen with a collar, a placket and long sleeves. */
export function shirt(ink: Ink, { main, second }: Palette): string {
  const cloth = tones(main);
  const weave = ink.pattern(6, 6, `<path d="M0 1H6M0 4H3M1 0V6M4 2V6" stroke="${cloth.line}" stroke-width=".8"/>`, 4);
  const pocket = 'M454 300 L528 298 L530 368 L492 386 L456 370 Z';
  const collar = 'M346 126 C352 158 374 186 401 204 L370 258 C344 230 320 194 311 152 C318 138 330 128 346 126 Z';
  return [
    flatShadow(ink, longOutline),
    shape('M334 142 C360 122 440 122 466 142 L400 214 Z', cloth.deep),
    shape(longOutline, ink.flat(cloth)),
    folds(
      ink,
      longOutline,
      [
        ...bodyFolds,
        'M226 210 C214 280 236 350 250 398',
        'M574 210 C588 290 566 350 552 398',
        'M150 420 C180 440 200 450 226 450',
        'M650 420 C620 440 600 450 574 446',
      ],
      [...bodyLights, 'M190 300 C164 380 146 460 132 540', 'M600 290 C624 370 640 450 652 520'],
    ),
    woven(longOutline, weave, 0.22),
    line('M226 196 C216 270 236 340 250 400', cloth.shade, 2.5),
    line('M574 196 C584 270 564 340 550 400', cloth.shade, 2.5),
    shape(
      'M106 530 L196 556 L196 594 C160 594 126 586 98 566 Z',
      cloth.base,
      `stroke="${cloth.shade}" stroke-width="2.5"`,
    ),
    shape(
      'M694 530 L604 556 L604 594 C640 594 674 586 702 566 Z',
      cloth.shade,
      `stroke="${cloth.deep}" stroke-width="2.5"`,
    ),
    shape('M382 226 L418 226 L420 679 L380 679 Z', cloth.base, `stroke="${cloth.shade}" stroke-width="2.5"`),
    stitches('M389 232 L387 676', cloth.stitch, 1.6),
    shape(pocket, cloth.base, `stroke="${cloth.shade}" stroke-width="2.5"`),
    stitches('M458 312 L525 310', cloth.stitch, 1.8),
    shape(collar, cloth.light, `stroke="${cloth.shade}" stroke-width="2.5"`),
    `<g transform="translate(800 0) scale(-1 1)">${shape(collar, cloth.base, `stroke="${cloth.shade}" stroke-width="2.5"`)}</g>`,
    row(6, (index) => button(400, 258 + index * 76, cloth.deep, second)),
    disc(142, 566, 5, second),
    disc(658, 566, 5, second),
  ].join('');
}

/** A chore jacket of canvas with patch pockets. */
export function jacket(ink: Ink, { main, second, accent }: Palette): string {
  const cloth = tones(main);
  const twill = ink.pattern(7, 7, `<path d="M0 0V7" stroke="${cloth.line}" stroke-width="1.6"/>`, 38);
  const collar = 'M350 120 C354 162 376 204 402 236 L362 290 C332 252 308 204 300 156 C310 136 330 122 350 120 Z';
  const pockets = [
    'M270 480 h106 v120 q-53 14 -106 0 Z',
    'M424 480 h106 v120 q-53 14 -106 0 Z',
    'M436 300 h84 v88 q-42 12 -84 0 Z',
  ];
  return [
    flatShadow(ink, longOutline, 1.15),
    shape('M322 142 C360 116 440 116 478 142 L400 250 Z', tones(second).shade),
    shape(longOutline, ink.flat(cloth)),
    folds(
      ink,
      longOutline,
      [...bodyFolds, 'M160 440 C190 452 214 452 232 440', 'M640 440 C610 452 586 452 566 440'],
      [...bodyLights, 'M186 310 C160 390 146 470 134 540'],
    ),
    woven(longOutline, twill, 0.1),
    line('M226 196 C212 270 234 340 250 400', cloth.deep, 3),
    line('M574 196 C588 270 566 340 550 400', cloth.deep, 3),
    stitches('M218 206 C204 280 226 350 242 408', second, 1.8),
    stitches('M582 206 C596 280 574 350 558 408', second, 1.8),
    ...pockets.map((path) => shape(path, ink.flat(cloth), `stroke="${cloth.deep}" stroke-width="3"`)),
    stitches('M276 500 H370 M430 500 H524 M442 318 H514', second, 2),
    line('M400 250 L400 681', cloth.deep, 3.5),
    stitches('M386 262 L386 676 M247 650 C348 664 452 664 553 650', second, 2),
    stitches('M104 546 L198 572 M696 546 L602 572', second, 2),
    shape(collar, cloth.shade, `stroke="${cloth.deep}" stroke-width="3"`),
    `<g transform="translate(800 0) scale(-1 1)">${shape(collar, cloth.deep, `stroke="${cloth.line}" stroke-width="3"`)}</g>`,
    row(5, (index) => button(414, 296 + index * 82, cloth.line, accent)),
    box(372, 150, 56, 24, 3, '#f3ecdd'),
    mark(400, 162, 8, cloth.deep),
  ].join('');
}

/** A knitted sweater with stripes and ribbed edges. */
export function sweater(ink: Ink, { main, second }: Palette): string {
  const wool = tones(main);
  const stripe = tones(second);
  const knit = ink.pattern(10, 9, `<path d="M0 1L5 7L10 1" fill="none" stroke="${wool.line}" stroke-width="1.7"/>`);
  const ribs = ink.pattern(9, 9, `<path d="M2 0V9" stroke="${wool.line}" stroke-width="2.4"/>`);
  const hem = 'M244 624 C346 640 454 640 556 624 L556 674 C454 688 346 688 244 674 Z';
  const cuffs = [
    'M107 520 L206 554 L196 598 C160 598 124 588 96 570 Z',
    'M693 520 L594 554 L604 598 C640 598 676 588 704 570 Z',
  ];
  const bands = row(5, (index) => {
    const y = 290 + index * 62;
    return shape(
      `M60 ${y} C250 ${y + 16} 550 ${y + 16} 740 ${y} V${y + 24} C550 ${y + 40} 250 ${y + 40} 60 ${y + 24} Z`,
      stripe.base,
    );
  });
  return [
    flatShadow(ink, longOutline, 1.15),
    shape('M318 150 C346 132 454 132 482 150 C452 192 348 192 318 150 Z', wool.deep),
    shape(longOutline, ink.flat(wool)),
    `<g ${ink.clip(longOutline)}>${bands}</g>`,
    woven(longOutline, knit, 0.2),
    folds(
      ink,
      longOutline,
      [
        ...bodyFolds,
        'M232 214 C216 280 236 350 250 398',
        'M568 214 C586 290 566 350 552 398',
        'M130 460 C160 476 190 480 214 470',
      ],
      [...bodyLights, 'M190 300 C164 380 146 460 132 530'],
    ),
    shape(hem, wool.base) + shape(hem, ribs, 'opacity="0.35"'),
    ...cuffs.map((path) => shape(path, wool.base) + shape(path, ribs, 'opacity="0.35"')),
    line('M318 150 C350 200 450 200 482 150', wool.base, 26),
    line(
      'M318 150 C350 200 450 200 482 150',
      wool.line,
      26,
      'stroke-dasharray="2.4 7" stroke-linecap="butt" opacity="0.4"',
    ),
    line('M305 158 C342 216 458 216 495 158', wool.shade, 2.5),
  ].join('');
}

function button(x: number, y: number, dark: string, colour: string): string {
  const holes = `<path d="M${x - 2} ${y - 2}h.1M${x + 2} ${y - 2}h.1M${x - 2} ${y + 2}h.1M${x + 2} ${y + 2}h.1" stroke="${dark}" stroke-width="2" stroke-linecap="round"/>`;
  return (
    disc(x + 1.5, y + 2, 8, dark, 'opacity="0.5"') +
    disc(x, y, 8, tones(colour).light) +
    disc(x, y, 5.5, colour) +
    holes
  );
}
