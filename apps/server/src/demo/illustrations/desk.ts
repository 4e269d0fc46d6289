/** Pens, pencils and tape. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { box, disc, flatShadow, gleam, group, line, mark, oval, row, shape, stitches } from './shapes.ts';
import { mix, tones } from './tones.ts';

/** A pen and its cap, lying side by side. */
export function pen(ink: Ink, { main, second, accent }: Palette): string {
  const barrel = tones(main);
  const metal = tones('#cdb06a');
  const rod = 'M376 118 C376 98 424 98 424 118 L428 520 H372 Z';
  const grip = 'M374 520 H426 L418 600 H382 Z';
  const nib = 'M384 600 H416 C418 640 408 676 400 700 C392 676 382 640 384 600 Z';
  const lid = 'M510 300 C510 282 566 282 566 300 V560 H510 Z';
  return group(
    [
      flatShadow(ink, `${rod} ${grip} ${nib}`),
      shape(rod, ink.turned(barrel, true)),
      box(371, 506, 58, 16, 2, ink.turned(metal, true)) + box(374, 140, 52, 8, 1, ink.turned(metal, true)),
      shape(grip, ink.turned(tones(mix(main, '#1f1b20', 0.5)), true)),
      shape(nib, ink.turned(metal, true)),
      line('M400 622 V696', metal.line, 2) + disc(400, 626, 5, metal.line),
      gleam(ink, 'M385 130 L384 500', '#ffffff', 5, 0.55, 1.6),
      flatShadow(ink, lid),
      shape(lid, ink.turned(barrel, true)),
      box(508, 536, 60, 22, 2, ink.turned(metal, true)),
      box(531, 306, 14, 160, 7, ink.turned(metal, true)) +
        disc(538, 462, 10, metal.shade) +
        disc(536, 460, 7, metal.glint),
      oval(538, 296, 26, 9, barrel.deep) + oval(536, 294, 18, 6, metal.light),
      gleam(ink, 'M522 320 V530', '#ffffff', 4, 0.5, 1.6),
      box(390, 260, 20, 88, 2, mix(second, '#fffaf0', 0.3), 'opacity="0.16"'),
      line('M212 716 C262 680 270 748 318 712 C346 690 352 716 372 712', accent, 7),
    ],
    'transform="rotate(28 400 400)"',
  );
}

/** Three rolls of paper tape, one unrolling. */
export function washi(ink: Ink, { main, second, accent }: Palette): string {
  const roll = (cx: number, cy: number, radius: number, colour: string, motif: string) => {
    const tape = tones(colour);
    return [
      flatShadow(
        ink,
        `M${cx - radius} ${cy} a${radius} ${radius} 0 1 0 ${radius * 2} 0 a${radius} ${radius} 0 1 0 ${-radius * 2} 0 Z`,
        0.9,
      ),
      disc(cx + 5, cy + 8, radius, tape.deep),
      disc(cx, cy, radius, ink.flat(tape)),
      disc(cx, cy, radius, motif, 'opacity="0.85"'),
      row(5, (index) =>
        disc(cx, cy, radius * (0.62 + index * 0.08), 'none', `stroke="${tape.deep}" stroke-width="1.4" opacity="0.28"`),
      ),
      disc(cx, cy, radius * 0.55, '#b28a5d') +
        disc(cx + 2, cy + 3, radius * 0.49, '#7c5c3b') +
        disc(cx + 4, cy + 6, radius * 0.47, ink.flat(tones(mix(second, '#dcd3c3', 0.7)))),
      shape(
        `M${cx - radius * 0.82} ${cy - radius * 0.2} A${radius * 0.85} ${radius * 0.85} 0 0 1 ${cx - radius * 0.1} ${cy - radius * 0.84} L${cx - radius * 0.08} ${cy - radius * 0.7} A${radius * 0.7} ${radius * 0.7} 0 0 0 ${cx - radius * 0.68} ${cy - radius * 0.14} Z`,
        '#ffffff',
        `opacity="0.4" ${ink.blur(4)}`,
      ),
    ].join('');
  };
  const skyline = (colour: string) =>
    ink.pattern(
      96,
      64,
      `<path d="M2 50V30h10v20M16 50V14h12v36M32 50V36h9v14M45 50V22l7 -8 7 8v28M63 50V32h12v18M79 50V8h8v42" fill="${colour}" opacity=".75"/><path d="M0 56q12 -5 24 0t24 0 24 0 24 0" stroke="${colour}" stroke-width="2" fill="none"/>`,
    );
  const dots = ink.pattern(
    34,
    34,
    `<circle cx="9" cy="9" r="5" fill="${second}"/><circle cx="26" cy="26" r="5" fill="${second}"/>`,
    20,
  );
  const bars = ink.pattern(
    26,
    26,
    `<path d="M-2 13H28" stroke="${mix(accent, '#fffaf0', 0.35)}" stroke-width="8"/>`,
    45,
  );
  const strip = 'M64 566 L566 706 L578 664 L596 670 L612 612 L108 474 L100 492 L84 486 Z';
  return [
    flatShadow(ink, strip, 0.5),
    shape(strip, ink.graded([tones(main).light, tones(main).base])),
    shape(strip, skyline(mix(second, '#fffaf0', 0.3)), 'opacity="0.8"'),
    roll(262, 300, 176, main, skyline(mix(second, '#fffaf0', 0.3))),
    roll(556, 232, 128, accent, dots),
    roll(584, 486, 142, mix(second, main, 0.22), bars),
  ].join('');
}

/** A tin of pencils, open. */
export function pencils(ink: Ink, { main, second, accent, ground }: Palette): string {
  const tin = tones(main);
  const colours = [
    '#c1442f',
    '#dd8a35',
    '#e8bf4a',
    '#8fae5a',
    '#2f7d63',
    '#3f8fa8',
    '#3a5a98',
    '#6b4a8f',
    '#b3527d',
    '#7a5236',
    '#4a4a4e',
    '#c9a77c',
  ];
  const outline =
    'M118 196 C118 176 130 164 150 164 H650 C670 164 682 176 682 196 V604 C682 624 670 636 650 636 H150 C130 636 118 624 118 604 Z';
  const one = (index: number) => {
    const x = 156 + index * 41;
    const tone = tones(colours[index] ?? accent);
    return [
      box(x - 2, 206, 42, 398, 4, '#000000', `opacity="0.22" ${ink.blur(3)}`),
      shape(
        `M${x} 292 H${x + 36} V598 H${x} Z`,
        ink.linear([
          [0, tone.light],
          [0.33, tone.base],
          [0.34, tone.glint],
          [0.6, tone.base],
          [0.67, tone.shade],
          [1, tone.deep],
        ]),
      ),
      shape(
        `M${x} 294 C${x + 6} 284 ${x + 10} 284 ${x + 12} 294 C${x + 16} 284 ${x + 20} 284 ${x + 24} 294 C${x + 28} 284 ${x + 32} 284 ${x + 36} 294 L${x + 23} 232 H${x + 13} Z`,
        ink.graded(['#e9cfa4', '#f4e0bd', '#c39b68']),
      ),
      shape(`M${x + 13} 232 H${x + 23} L${x + 18.5} 208 Q${x + 18} 205 ${x + 17.5} 208 Z`, tone.base),
      box(x, 560, 36, 10, 0, '#d9bd72') + box(x, 578, 36, 4, 0, '#d9bd72'),
    ].join('');
  };
  return group(
    [
      flatShadow(ink, outline, 1.1),
      shape(outline, ink.flat(tin)),
      box(134, 180, 532, 440, 16, mix(ground, '#4a4038', 0.35)),
      box(142, 192, 516, 420, 12, ink.graded(['#d8d3c9', '#efebe2', '#cbc5b9'], 0, 1)),
      row(12, one),
      box(134, 440, 532, 52, 0, ink.graded([tin.light, tin.shade], 0, 1)) +
        stitches('M142 448 H658 M142 484 H658', second, 2),
      mark(400, 466, 16, mix(second, '#fffaf0', 0.4)),
      line('M132 176 H640', '#ffffff', 4, 'opacity="0.4"'),
    ],
    'transform="rotate(-6 400 400)"',
  );
}
