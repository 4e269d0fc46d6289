/** Bears, puzzles and gifts. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { box, disc, flatShadow, floorShadow, gleam, group, line, mark, oval, row, shape, stitches } from './shapes.ts';
import { mix, tones } from './tones.ts';

/** A sitting plush bear with a scarf. */
export function bear(ink: Ink, { main, second, accent }: Palette): string {
  const fur = tones(main);
  const pale = tones(mix(main, mix(second, '#fff4e2', 0.4), 0.72));
  const knit = tones(accent);
  const cord = ink.pattern(9, 9, `<path d="M2 0V9" stroke="${fur.line}" stroke-width="1.6"/>`);
  const ear = (x: number) => disc(x, 196, 50, ink.domed(fur)) + disc(x, 200, 28, pale.shade);
  const foot = (x: number, turn: number) =>
    `<g transform="rotate(${turn} ${x} 602)">${oval(x, 602, 70, 78, ink.domed(fur))}${oval(x, 608, 46, 52, ink.domed(pale))}${disc(x - 22, 574, 9, pale.shade)}${disc(x, 566, 9, pale.shade)}${disc(x + 22, 574, 9, pale.shade)}</g>`;
  const belly =
    'M400 384 C500 384 544 470 540 548 C536 630 480 664 400 664 C320 664 264 630 260 548 C256 470 300 384 400 384 Z';
  return [
    floorShadow(ink, 400, 664, 220),
    oval(262, 484, 50, 96, ink.domed(fur), 'transform="rotate(24 262 484)"'),
    oval(540, 484, 50, 96, ink.domed({ ...fur, glint: fur.light }), 'transform="rotate(-24 540 484)"'),
    shape(belly, ink.domed(fur)) + shape(belly, cord, 'opacity="0.14"'),
    oval(400, 544, 86, 92, ink.domed(pale)),
    stitches('M400 458 V632', pale.deep, 2.4),
    foot(286, 14) + foot(516, -14),
    ear(282) + ear(518),
    oval(400, 292, 156, 136, ink.domed(fur)) + oval(400, 292, 156, 136, cord, 'opacity="0.12"'),
    oval(400, 342, 74, 58, ink.domed(pale)),
    shape('M372 312 C376 300 424 300 428 312 C428 330 410 340 400 340 C390 340 372 330 372 312 Z', '#33272a') +
      oval(390, 311, 9, 4, '#ffffff', 'opacity="0.6"'),
    line('M400 340 V360 C396 374 376 374 370 364 M400 360 C404 374 424 374 430 364', '#4a3835', 4.5),
    ...[336, 464].map((x) => disc(x, 272, 14, '#2b2024') + disc(x - 4, 267, 4.5, '#ffffff')),
    oval(306, 326, 24, 15, mix(main, '#d96a5a', 0.4), `opacity="0.5" ${ink.blur(6)}`) +
      oval(494, 326, 24, 15, mix(main, '#d96a5a', 0.4), `opacity="0.5" ${ink.blur(6)}`),
    shape(
      'M284 396 C330 440 470 440 516 396 C522 414 520 430 512 440 C460 478 340 478 288 440 C280 430 278 414 284 396 Z',
      ink.graded([knit.shade, knit.light, knit.deep]),
    ),
    shape('M444 446 L500 430 L520 548 L466 556 Z', ink.graded([knit.light, knit.shade])) +
      row(6, (index) => line(`M${468 + index * 10} 555 v20`, knit.base, 5)),
    line('M452 476 L504 462 M458 506 L510 494', mix(second, '#fffaf0', 0.4), 8),
  ].join('');
}

/** A picture puzzle, nearly done. */
export function puzzle(ink: Ink, { main, second, accent }: Palette): string {
  const right = (out: number) => `h46 c-10 ${-26 * out} 46 ${-26 * out} 36 0 h46`;
  const down = (out: number) => `v46 c${26 * out} -10 ${26 * out} 46 0 36 v46`;
  const cuts = row(3, (index) => {
    const at = 272 + index * 128;
    const across = [1, -1, 1, -1].map((out) => right(index % 2 ? -out : out)).join(' ');
    const along = [-1, 1, -1, 1].map((out) => down(index % 2 ? -out : out)).join(' ');
    return (
      line(`M144 ${at} ${across} M${at} 144 ${along}`, '#33261f', 2.4, 'opacity="0.5"') +
      line(`M145.6 ${at + 1.6} ${across} M${at + 1.6} 145.6 ${along}`, '#ffffff', 1.4, 'opacity="0.4"')
    );
  });
  const last = `M528 528 ${right(-1)} V656 H528 ${down(1).replace('v46', 'v-46').replace('-10', '10').replace(' 46 0 36 v46', ' -46 0 -36 v-46')} Z`;
  const board = `M144 144 H656 V528 ${right(-1).replace('h46', 'h-46').replace('c-10', 'c10').replace(' 46 ', ' -46 ').replace(' 36 0 h46', ' -36 0 h-46')} ${down(1)} H144 Z`;
  const scene = [
    box(100, 100, 640, 640, 0, ink.graded([mix(main, '#fff3d8', 0.55), mix(accent, '#ffe2b0', 0.6), main], 0, 1)),
    disc(500, 290, 58, mix(accent, '#fff1c4', 0.55)),
    shape(
      'M100 470 C180 380 240 330 310 400 C350 340 420 320 470 390 C540 330 640 400 740 430 V740 H100 Z',
      tones(main).deep,
      'opacity="0.55"',
    ),
    row(
      14,
      (index) =>
        box(130 + index * 40, 400 - ((index * 67) % 120), 30, 260, 3, index % 2 ? tones(main).deep : tones(main).line) +
        row(5, (floor) =>
          box(
            137 + index * 40,
            418 - ((index * 67) % 120) + floor * 26,
            16,
            8,
            2,
            '#ffe4a3',
            `opacity="${(index + floor) % 3 ? 0.8 : 0.2}"`,
          ),
        ),
    ),
    box(100, 560, 640, 200, 0, mix(main, '#24405a', 0.3)),
    line(
      'M120 590 C200 580 240 600 320 590 M380 612 C460 600 520 622 600 608 M200 640 C280 630 330 650 420 640',
      '#ffffff',
      5,
      'opacity="0.5"',
    ),
    shape('M300 590 H440 L424 616 H316 Z', '#fffaf0') + box(330, 570, 70, 20, 4, '#2f5d4c'),
  ];
  return group(
    [
      flatShadow(ink, board),
      group([...scene, cuts], ink.clip(board)),
      group(
        [
          flatShadow(ink, last, 0.8),
          group(scene, ink.clip(last)),
          line(last, mix(second, '#fffaf0', 0.5), 2.5, 'opacity="0.8"'),
        ],
        'transform="translate(40 46) rotate(14 592 592)"',
      ),
    ],
    'transform="translate(-16 -18) rotate(-5 400 400)"',
  );
}

/** A wrapped gift with a ribbon. */
export function gift(ink: Ink, { main, second, accent }: Palette): string {
  const paper = tones(main);
  const ribbon = tones(accent);
  const waves = ink.pattern(
    40,
    24,
    `<path d="M0 12q10 -12 20 0t20 0" fill="none" stroke="${mix(second, '#fffaf0', 0.4)}" stroke-width="2.4"/>`,
  );
  return [
    floorShadow(ink, 400, 654, 240),
    shape('M196 372 H560 V640 C560 650 554 656 544 656 H212 C202 656 196 650 196 640 Z', ink.flat(paper)) +
      shape('M560 372 L632 344 V604 L560 656 Z', paper.deep),
    shape('M196 372 H560 V656 H196 Z', waves, 'opacity="0.4"'),
    shape('M336 372 H416 V656 H336 Z', ink.graded([ribbon.light, ribbon.base, ribbon.shade])) +
      shape('M586 362 L610 352 V620 L586 638 Z', ribbon.deep),
    shape('M176 300 H578 V380 H176 Z', ink.graded([paper.light, paper.base, paper.shade], 0.6, 1)) +
      shape('M578 300 L654 274 V346 L578 380 Z', paper.line),
    shape('M176 300 L262 268 H654 L578 300 Z', paper.glint),
    shape('M176 372 H578 V392 H186 Z', '#1d1720', `opacity="0.22" ${ink.blur(5)}`),
    shape('M334 300 H418 V380 H334 Z', ink.graded([ribbon.light, ribbon.base, ribbon.shade])) +
      shape('M334 300 L412 268 H490 L418 300 Z', ribbon.light),
    shape(
      'M398 284 C330 150 200 160 210 226 C218 282 320 290 398 284 Z',
      ink.graded([ribbon.light, ribbon.base, ribbon.deep], 0.8, 1),
    ) + shape('M384 276 C330 196 248 190 246 226 C246 258 320 274 384 276 Z', ribbon.deep),
    shape(
      'M402 284 C470 140 606 160 594 226 C584 282 480 290 402 284 Z',
      ink.graded([ribbon.light, ribbon.base, ribbon.deep], 0.8, 1),
    ) + shape('M418 276 C470 190 556 186 556 224 C554 256 480 274 418 276 Z', ribbon.line),
    shape('M392 290 C350 320 330 356 300 370 L292 342 L266 346 C310 330 350 300 384 276 Z', ribbon.shade) +
      shape('M410 290 C440 322 460 350 496 362 L500 334 L526 336 C482 326 450 300 420 276 Z', ribbon.base),
    box(370, 252, 62, 52, 18, ink.domed(ribbon)),
    group(
      [
        line('M470 300 C500 340 520 380 516 420', mix(second, '#8a7c66', 0.4), 3),
        shape('M486 426 L516 402 L546 426 V512 H486 Z', mix(second, '#fffaf0', 0.5)),
        disc(516, 426, 5, paper.deep),
        mark(516, 466, 17, paper.deep),
      ],
      'transform="rotate(-8 516 410)"',
    ),
    gleam(ink, 'M190 312 H560', '#ffffff', 5, 0.4, 2),
    oval(398, 276, 20, 8, ribbon.glint, `opacity="0.4" ${ink.blur(3)}`),
    stitches('M200 640 H556', paper.deep, 1.6),
  ].join('');
}
