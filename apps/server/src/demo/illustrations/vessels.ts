/** Vases, baskets and scent bottles. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { box, floorShadow, group, line, mark, oval, row, shape, smallPrint } from './shapes.ts';
import { mix, tones } from './tones.ts';

/** A vase with branches of eucalyptus. */
export function vase(ink: Ink, { main, second, accent }: Palette): string {
  const clay = tones(main);
  const leaf = tones(mix('#6f8b6a', accent, 0.12));
  const body =
    'M366 330 H434 C436 380 440 404 470 436 C530 486 534 590 476 640 C456 656 344 656 324 640 C266 590 270 486 330 436 C360 404 364 380 366 330 Z';
  const branch = (path: string) => line(path, leaf.line, 4.5);
  const leaves = (points: readonly (readonly [number, number, number, number])[]) =>
    points
      .map(
        ([x, y, turn, size], index) =>
          `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">${shape('M0 0 C14 -22 38 -26 56 -4 C40 18 14 18 0 0 Z', index % 3 === 0 ? leaf.light : index % 3 === 1 ? leaf.base : leaf.shade)}${line('M4 -1 C20 -6 36 -6 50 -4', leaf.line, 1.4, 'opacity="0.6"')}</g>`,
      )
      .join('');
  const glaze = ink.clip(body);
  return [
    floorShadow(ink, 400, 648, 140),
    branch('M396 340 C380 260 350 180 300 110'),
    branch('M402 340 C410 240 440 160 500 96'),
    branch('M406 340 C430 290 480 240 552 214'),
    branch('M392 340 C360 290 310 260 250 250'),
    leaves([
      [372, 236, -150, 0.9],
      [366, 226, -40, 0.8],
      [346, 182, -165, 0.95],
      [336, 168, -50, 0.85],
      [316, 136, -150, 0.9],
      [302, 112, -110, 0.9],
      [414, 238, -160, 0.85],
      [418, 226, -20, 0.95],
      [440, 176, -150, 0.8],
      [446, 168, -15, 0.9],
      [474, 126, -120, 0.85],
      [500, 98, -50, 0.9],
      [440, 278, -10, 0.9],
      [450, 268, -100, 0.8],
      [492, 240, 8, 0.9],
      [500, 234, -80, 0.85],
      [550, 214, -20, 1],
      [352, 288, -170, 0.85],
      [344, 280, -80, 0.8],
      [306, 258, 170, 0.9],
      [296, 256, -110, 0.8],
      [252, 250, -170, 0.95],
    ]),
    oval(400, 331, 36, 10, clay.line),
    shape(body, ink.turned(clay, true)),
    group(
      [
        shape('M250 540 C330 560 470 560 560 540 V680 H250 Z', mix(main, second, 0.75), 'opacity="0.85"'),
        line('M262 541 C336 561 466 561 540 541', mix(main, accent, 0.5), 4, 'opacity="0.8"'),
        row(9, (index) =>
          line(
            `M262 ${426 + index * 26} C330 ${438 + index * 26} 470 ${438 + index * 26} 540 ${426 + index * 26}`,
            clay.line,
            1.6,
            'opacity="0.16"',
          ),
        ),
      ],
      glaze,
    ),
    oval(400, 330, 36, 10, 'none', `stroke="${clay.light}" stroke-width="5"`),
    shape('M318 470 C294 510 294 570 316 606 C302 560 306 510 330 470 Z', '#ffffff', `opacity="0.55" ${ink.blur(4)}`),
  ].join('');
}

/** A woven basket with two handles and a cloth in it. */
export function basket(ink: Ink, { main, second, accent }: Palette): string {
  const cane = tones(mix(main, '#c9a066', 0.72));
  const cloth = tones(mix(second, '#fff6e6', 0.4));
  const body = 'M184 356 H616 C612 470 600 570 574 640 C540 664 260 664 226 640 C200 570 188 470 184 356 Z';
  const strand = (x: number, y: number, odd: boolean) =>
    `<rect x="${x}" y="${y}" width="34" height="19" rx="9" fill="${odd ? cane.base : cane.light}"/><path d="M${x + 5} ${y + 14}h24" stroke="${cane.deep}" stroke-width="3" opacity=".45"/>`;
  const weave = ink.pattern(
    72,
    44,
    `<rect width="72" height="44" fill="${cane.deep}"/>${strand(1, 1, false)}${strand(37, 1, true)}${strand(-17, 23, true)}${strand(19, 23, false)}${strand(55, 23, true)}`,
  );
  return [
    floorShadow(ink, 400, 650, 230),
    line('M270 352 C262 250 340 250 338 350', cane.deep, 18) + line('M462 350 C460 250 538 250 530 352', cane.deep, 18),
    shape('M210 360 C230 290 300 330 330 300 C380 262 440 320 490 296 C550 280 590 320 590 360 Z', ink.flat(cloth)),
    line(
      'M280 350 C300 320 330 330 340 308 M440 352 C460 330 470 320 486 302 M380 350 C390 330 400 316 410 300',
      cloth.deep,
      4,
      'opacity="0.5"',
    ),
    shape(body, weave),
    shape(
      body,
      ink.linear([
        [0, '#1d1720', 0.3],
        [0.2, '#fffaf0', 0.16],
        [0.34, '#fffaf0', 0.24],
        [0.6, '#1d1720', 0.06],
        [1, '#1d1720', 0.5],
      ]),
    ),
    shape(
      body,
      ink.linear(
        [
          [0, '#1d1720', 0],
          [0.7, '#1d1720', 0.05],
          [1, '#1d1720', 0.35],
        ],
        0,
        0,
        0,
        1,
      ),
    ),
    box(
      172,
      340,
      456,
      34,
      17,
      ink.linear([
        [0, cane.shade],
        [0.28, cane.glint],
        [0.6, cane.base],
        [1, cane.deep],
      ]),
    ),
    row(23, (index) => line(`M${188 + index * 19} 346 l10 22`, cane.deep, 3, 'opacity="0.5"')),
    line('M250 372 C240 268 352 268 350 372 M450 372 C448 268 560 268 550 372', cane.base, 20),
    line('M256 340 C262 290 330 284 340 330 M456 340 C462 290 530 284 540 330', cane.glint, 5, 'opacity="0.55"'),
    box(366, 452, 68, 84, 5, accent) + mark(400, 486, 21, '#f7efdf') + smallPrint(400, 518, [40], '#f7efdf'),
  ].join('');
}

/** A bottle of scent with reeds. */
export function diffuser(ink: Ink, { main, second, accent }: Palette): string {
  const glass = tones(main);
  const reed = tones('#b58f62');
  const bottle =
    'M296 410 C296 392 310 384 330 382 H470 C490 384 504 392 504 410 V612 C504 640 488 652 462 652 H338 C312 652 296 640 296 612 Z';
  const reeds = [
    [-92, -250],
    [-58, -280],
    [-28, -262],
    [6, -292],
    [36, -266],
    [70, -278],
    [104, -246],
  ] as const;
  return [
    floorShadow(ink, 400, 650, 140),
    ...reeds.map(
      ([x, y], index) =>
        line(`M${392 + index * 3} 400 L${400 + x} ${374 + y}`, reed.shade, 8) +
        line(`M${391 + index * 3} 398 L${398 + x} ${374 + y}`, reed.light, 4),
    ),
    shape('M366 330 H434 V386 H366 Z', ink.turned(tones('#c3a05c'), true)),
    box(358, 322, 84, 22, 6, ink.turned(tones('#d0b070'), true)),
    shape(bottle, ink.turned(glass, true)),
    shape('M306 470 H494 V608 C494 632 480 642 460 642 H340 C320 642 306 632 306 608 Z', glass.shade, 'opacity="0.6"'),
    line('M306 470 H494', glass.glint, 3, 'opacity="0.5"'),
    ...reeds.map((_, index) =>
      line(`M${394 + index * 2} 470 L${372 + index * 9} 632`, reed.light, 5, 'opacity="0.35"'),
    ),
    box(326, 474, 148, 132, 3, ink.turned(tones(mix(second, '#fffaf0', 0.4)))),
    mark(400, 514, 22, accent),
    smallPrint(400, 554, [86, 60, 36], accent, 14),
    shape('M312 408 C316 480 316 560 312 620 C306 614 304 606 304 598 V412 Z', '#ffffff', 'opacity="0.5"'),
    line('M490 408 V600', '#ffffff', 4, 'opacity="0.25"'),
  ].join('');
}
