/** Knives and pans. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { box, disc, flatShadow, group, line, mark, oval, row, shape } from './shapes.ts';
import { mix, tones } from './tones.ts';

/** A kitchen knife, laid across the sheet. */
export function knife(ink: Ink, { main, accent }: Palette): string {
  const wood = tones(mix(main, '#6b4429', 0.4));
  const blade = 'M318 332 L690 336 C728 340 750 356 752 372 C728 424 680 456 610 462 L318 462 Z';
  const handle =
    'M70 352 C66 340 74 330 88 330 L296 336 L312 344 V446 L296 452 C220 448 150 446 96 452 C76 452 66 440 68 424 C72 400 74 376 70 352 Z';
  return group(
    [
      flatShadow(ink, `${blade} ${handle} M296 340 H330 V452 H296 Z`),
      shape(
        blade,
        ink.linear(
          [
            [0, '#fbfbfa'],
            [0.4, '#d3d6d8'],
            [0.62, '#f1f2f2'],
            [1, '#a4a9ad'],
          ],
          0,
          0,
          0.15,
          1,
        ),
      ),
      shape(
        'M318 424 C460 428 560 420 640 396 C690 384 730 378 752 370 C728 424 680 456 610 462 L318 462 Z',
        '#ffffff',
        'opacity="0.55"',
      ),
      line(
        'M318 424 C380 414 420 436 480 422 C540 410 580 424 640 396 C690 384 724 378 748 371',
        '#8d9398',
        2.5,
        'opacity="0.75"',
      ),
      row(5, (index) =>
        line(
          `M330 ${352 + index * 14} C430 ${346 + index * 14} 520 ${360 + index * 12} 640 ${356 + index * 8}`,
          '#7f868b',
          1.4,
          'opacity="0.35"',
        ),
      ),
      line('M320 333 L690 337', '#ffffff', 3, 'opacity="0.8"'),
      shape('M296 336 L332 331 V462 L296 452 Z', ink.graded(['#8b8e90', '#e6e7e6', '#7b7e80'], 0, 1)),
      shape(handle, ink.graded([wood.light, wood.base, wood.deep], 0.05, 1)),
      row(6, (index) =>
        line(
          `M84 ${350 + index * 16} C150 ${342 + index * 17} 220 ${358 + index * 15} 292 ${348 + index * 17}`,
          wood.line,
          1.8,
          'opacity="0.4"',
        ),
      ),
      row(3, (index) => disc(126 + index * 66, 391, 9, '#8d7434') + disc(125 + index * 66, 390, 7, '#d9bd72')),
      box(268, 340, 12, 110, 2, accent),
      mark(390, 382, 17, '#6f757a'),
    ],
    'transform="rotate(-24 400 400)"',
  );
}

/** A frying pan from above. */
export function pan(ink: Ink, { main, second, accent }: Palette): string {
  const iron = tones(mix(main, '#2c2b2e', 0.35));
  const wood = tones(mix(second, '#9c6b42', 0.6));
  const handle = 'M520 496 L706 664 C730 690 694 726 668 702 L490 526 Z';
  const rim = 'M116 342 a248 248 0 1 0 496 0 a248 248 0 1 0 -496 0 Z';
  return [
    flatShadow(ink, `${rim} ${handle}`, 1.3),
    shape('M504 472 L560 530 L530 562 L474 504 Z', ink.graded(['#55565a', '#8d8e92', '#3a3a3d'], 1, 1)),
    shape(
      handle,
      ink.linear(
        [
          [0, wood.light],
          [0.5, wood.base],
          [1, wood.deep],
        ],
        0.7,
        0,
        0.3,
        1,
      ),
    ),
    line('M560 550 L690 680', wood.line, 3, 'opacity="0.45"') +
      line('M548 562 L676 692', wood.line, 2, 'opacity="0.35"'),
    disc(690, 690, 11, wood.line) + disc(688, 688, 7, '#e8e2d6'),
    disc(364, 342, 248, ink.graded([iron.glint, iron.base, iron.line], 1, 1)),
    disc(364, 342, 236, iron.deep),
    disc(366, 345, 222, ink.graded([iron.line, iron.deep, iron.base], 1, 1)),
    disc(
      368,
      348,
      182,
      ink.radial(
        [
          [0, iron.light],
          [0.5, iron.base],
          [1, iron.deep],
        ],
        0.4,
        0.34,
        0.75,
      ),
    ),
    row(6, (index) =>
      disc(368, 348, 30 + index * 26, 'none', `stroke="${iron.glint}" stroke-width="1.2" opacity="0.16"`),
    ),
    shape('M200 300 C214 226 270 182 342 174 C276 206 236 250 224 330 Z', '#ffffff', `opacity="0.3" ${ink.blur(8)}`),
    friedEgg(ink, accent),
  ].join('');
}

function friedEgg(ink: Ink, pepper: string): string {
  const white =
    'M270 330 C262 270 340 236 404 250 C470 254 520 320 490 380 C480 440 400 460 350 436 C300 440 262 390 270 330 Z';
  return [
    shape(white, '#1c1a1c', `opacity="0.35" transform="translate(6 9)" ${ink.blur(7)}`),
    shape(
      white,
      ink.radial(
        [
          [0, '#ffffff'],
          [0.7, '#fbf5e6'],
          [1, '#ecdcb8'],
        ],
        0.4,
        0.35,
        0.75,
      ),
    ),
    disc(380, 346, 54, '#e2921c') +
      disc(
        378,
        343,
        53,
        ink.radial(
          [
            [0, '#ffdf7e'],
            [0.4, '#fbb938'],
            [1, '#ec961f'],
          ],
          0.36,
          0.3,
          0.75,
        ),
      ) +
      oval(358, 322, 16, 9, '#ffffff', `opacity="0.75" transform="rotate(-30 358 322)" ${ink.blur(2)}`),
    row(9, (index) =>
      disc(
        310 + ((index * 61) % 160),
        290 + ((index * 43) % 120),
        2.4,
        index % 2 ? '#3b3430' : pepper,
        'opacity="0.75"',
      ),
    ),
  ].join('');
}
