/** Cups, pots, bowls, tins and flasks. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { box, disc, floorShadow, gleam, group, line, mark, oval, row, shape, smallPrint } from './shapes.ts';
import { mix, tones } from './tones.ts';

/** A mug with steam. */
export function mug(ink: Ink, { main, second, accent }: Palette): string {
  const glaze = tones(main);
  const clay = tones(mix(second, '#b58a63', 0.35));
  const body =
    'M226 290 H530 C530 420 524 530 496 600 C486 628 468 640 440 640 H316 C288 640 270 628 260 600 C232 530 226 420 226 290 Z';
  const steam = (x: number) =>
    line(
      `M${x} 236 C${x - 26} 200 ${x + 26} 176 ${x} 136 C${x - 14} 112 ${x + 4} 96 ${x + 8} 84`,
      '#ffffff',
      14,
      `opacity="0.5" ${ink.blur(7)}`,
    );
  return [
    floorShadow(ink, 390, 638, 160),
    steam(340) + steam(408),
    line('M516 348 C630 330 640 500 500 520', glaze.deep, 38) +
      line('M516 344 C622 328 632 492 502 512', glaze.base, 28) +
      line('M540 342 C608 342 616 420 594 462', glaze.glint, 6, 'opacity="0.6"'),
    shape(body, ink.turned(glaze, true)),
    group(
      [
        shape('M220 556 C300 572 450 572 540 556 V660 H220 Z', ink.turned(clay)),
        line('M234 556 C310 574 446 574 520 556', mix(main, '#ffffff', 0.3), 4, 'opacity="0.7"'),
        row(14, (index) =>
          disc(262 + ((index * 71) % 240), 330 + ((index * 97) % 210), 1.8 + (index % 3), accent, 'opacity="0.28"'),
        ),
      ],
      ink.clip(body),
    ),
    oval(378, 290, 152, 34, glaze.light) +
      oval(378, 292, 140, 28, glaze.deep) +
      oval(378, 300, 130, 20, '#5b3a25') +
      oval(360, 297, 80, 9, '#8a5f40', 'opacity="0.7"'),
    shape('M250 330 C254 420 262 510 282 580 C268 560 244 460 240 334 Z', '#ffffff', `opacity="0.6" ${ink.blur(3)}`),
    mark(400, 440, 34, mix(main, accent, 0.72)),
  ].join('');
}

/** A round teapot with its cup. */
export function teapot(ink: Ink, { main, second, accent }: Palette): string {
  const clay = tones(main);
  const body =
    'M210 470 C210 370 290 316 380 316 C470 316 550 370 550 470 C550 560 490 636 440 640 H320 C270 636 210 560 210 470 Z';
  const cup = tones(mix(second, '#fffaf0', 0.35));
  return [
    floorShadow(ink, 380, 636, 190),
    line('M222 412 C110 376 110 560 240 560', clay.deep, 32) +
      line('M222 408 C122 380 122 548 240 550', clay.base, 22) +
      line('M190 404 C140 410 138 480 160 514', clay.glint, 5, 'opacity="0.6"'),
    shape(
      'M520 520 C590 510 610 420 650 372 L676 388 C660 460 620 590 520 590 Z',
      ink.graded([clay.base, clay.light, clay.deep], 0.7, 1),
    ),
    oval(663, 380, 17, 9, clay.line, 'transform="rotate(32 663 380)"'),
    shape(
      body,
      ink.radial(
        [
          [0, clay.glint],
          [0.2, clay.light],
          [0.5, clay.base],
          [0.8, clay.shade],
          [1, clay.deep],
        ],
        0.34,
        0.28,
        0.8,
      ),
    ),
    line('M230 540 C310 572 450 572 530 540', clay.line, 2, 'opacity="0.35"') +
      line('M216 500 C310 534 450 534 546 500', clay.line, 2, 'opacity="0.25"'),
    shape(
      'M284 336 C300 280 460 280 476 336 C430 352 330 352 284 336 Z',
      ink.graded([clay.base, clay.light, clay.deep]),
    ),
    line('M280 338 C330 356 430 356 480 338', clay.line, 5),
    disc(380, 274, 24, ink.domed(clay)) + line('M362 296 C372 302 388 302 398 296', clay.line, 4),
    shape('M256 420 C270 372 300 350 334 342 C306 370 284 400 272 450 Z', '#ffffff', `opacity="0.4" ${ink.blur(5)}`),
    mark(384, 464, 30, mix(main, accent === main ? second : accent, 0.6)),
    floorShadow(ink, 604, 668, 74, 10),
    shape('M536 590 H672 C670 640 650 668 622 670 H586 C558 668 538 640 536 590 Z', ink.turned(cup, true)),
    oval(604, 590, 68, 15, cup.light) +
      oval(604, 592, 60, 11, '#b7793a') +
      oval(592, 590, 34, 4, '#dba860', 'opacity="0.8"'),
  ].join('');
}

/** A round tin of tea with a paper band. */
export function teaTin(ink: Ink, { main, second, accent }: Palette): string {
  const tin = tones(main);
  const band = tones(mix(second, '#fff6e6', 0.25));
  const body = 'M252 296 H548 V620 C548 660 252 660 252 620 Z';
  const hills = ink.pattern(
    64,
    40,
    `<path d="M-4 36q20 -34 36 0q16 -34 36 0" fill="none" stroke="${tin.glint}" stroke-width="2.4"/>`,
  );
  return [
    floorShadow(ink, 400, 642, 176),
    shape(body, ink.turned(tin, true)),
    shape(body, hills, 'opacity="0.28"'),
    shape('M252 390 C330 412 470 412 548 390 V560 C470 582 330 582 252 560 Z', ink.turned(band)),
    line('M252 402 C330 424 470 424 548 402 M252 548 C330 570 470 570 548 548', accent, 4),
    mark(400, 462, 34, tones(accent).shade),
    smallPrint(400, 514, [120, 84, 48], tones(accent).deep, 15),
    shape('M242 206 C242 170 558 170 558 206 V300 C558 336 242 336 242 300 Z', ink.turned(tin, true)),
    oval(400, 206, 158, 32, ink.graded([tin.light, tin.glint, tin.shade], 1, 0.4)) +
      oval(400, 203, 128, 24, 'none', `stroke="${tin.shade}" stroke-width="3"`),
    mark(400, 203, 15, tin.deep),
    line('M242 302 C250 338 550 338 558 302', tin.line, 4),
    gleam(ink, 'M278 232 V600', '#ffffff', 9, 0.4, 3),
    line('M534 330 V610', '#ffffff', 4, 'opacity="0.2"'),
  ].join('');
}

/** Two bowls, one in the other, with a painted rim. */
export function bowl(ink: Ink, { main, accent }: Palette): string {
  const glaze = tones(mix(main, '#fbf7ec', 0.72));
  const paint = tones(main);
  const skin = ink.linear([
    [0, glaze.shade],
    [0.14, glaze.base],
    [0.3, glaze.glint],
    [0.6, glaze.base],
    [1, glaze.deep],
  ]);
  const body = 'M150 0 C170 66 630 66 650 0 C640 120 560 214 478 232 H322 C240 214 160 120 150 0 Z';
  const petals = row(11, (index) => {
    const x = 206 + index * 39;
    const y = 128 - Math.abs(index - 5) ** 2 * 1.5;
    return shape(
      `M${x} ${y} c-14 -22 -8 -38 0 -48 c8 10 14 26 0 48 Z`,
      index % 2 ? accent : paint.base,
      'opacity="0.85"',
    );
  });
  const front = [
    shape('M330 222 H470 L462 258 C430 268 370 268 338 258 Z', ink.turned(glaze)),
    shape(body, skin),
    group(
      [
        line('M140 16 C190 84 610 84 660 16', paint.base, 9),
        line('M156 112 C260 158 540 158 650 112', paint.base, 4),
        petals,
        line('M230 176 C330 204 470 204 570 176', paint.base, 4),
        line('M280 206 C350 224 450 224 520 206', accent, 4),
      ],
      ink.clip(body),
    ),
    line('M150 0 C170 66 630 66 650 0', paint.base, 6),
    shape('M190 66 C206 116 238 160 276 186 C236 172 198 126 180 68 Z', '#ffffff', `opacity="0.75" ${ink.blur(3)}`),
  ].join('');
  const back =
    oval(400, 0, 250, 50, glaze.deep) +
    oval(400, 8, 236, 40, ink.graded([glaze.deep, glaze.shade, glaze.light])) +
    oval(400, 0, 250, 50, 'none', `stroke="${paint.base}" stroke-width="6"`);
  const at = (y: number, content: string) => group([content], `transform="translate(0 ${y})"`);
  return [floorShadow(ink, 400, 622, 190), at(368, back), at(272, back), at(272, front), at(368, front)].join('');
}

/** A slim vacuum flask with a loop on its lid. */
export function flask(ink: Ink, { main, second, accent }: Palette): string {
  const steel = tones(main);
  const lid = tones(mix(second, '#b7a98f', 0.12));
  const body =
    'M312 286 C312 260 326 250 350 246 H450 C474 250 488 260 488 286 V624 C488 650 474 660 450 660 H350 C326 660 312 650 312 624 Z';
  const grain = ink.pattern(5, 5, `<circle cx="1.5" cy="1.5" r=".8" fill="${steel.line}"/>`);
  return [
    floorShadow(ink, 400, 656, 110),
    line('M352 150 C350 84 450 84 448 150', tones(accent).deep, 18) +
      line('M353 150 C353 92 447 92 447 150', accent, 10),
    box(334, 140, 132, 96, 14, ink.turned(lid, true)),
    row(10, (index) => line(`M${346 + index * 12} 160 V220`, lid.deep, 2.5, 'opacity="0.45"')),
    box(326, 228, 148, 24, 6, ink.turned(tones('#c9cac8'), true)),
    shape(body, ink.turned(steel, true)),
    shape(body, grain, 'opacity="0.3"'),
    shape('M312 586 H488 V624 C488 650 474 660 450 660 H350 C326 660 312 650 312 624 Z', steel.deep, 'opacity="0.45"'),
    line('M312 586 H488', accent, 5),
    gleam(ink, 'M346 276 V630', '#ffffff', 12, 0.4, 4),
    mark(410, 420, 36, mix(main, '#fffaf0', 0.72)),
    smallPrint(410, 476, [60, 40], mix(main, '#fffaf0', 0.72), 14),
  ].join('');
}
