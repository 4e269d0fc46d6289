/** Chopping boards and chopsticks. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { box, disc, flatShadow, group, line, mark, oval, row, shape } from './shapes.ts';
import { mix, tones } from './tones.ts';

/** A chopping board with a lemon on it. */
export function board(ink: Ink, { main, accent }: Palette): string {
  const wood = tones(mix(main, '#c39560', 0.35));
  const outline =
    'M196 190 C196 166 212 154 236 154 H352 C362 154 366 146 366 136 V112 C366 84 434 84 434 112 V136 C434 146 438 154 448 154 H564 C588 154 604 166 604 190 V646 C604 672 588 686 564 686 H236 C212 686 196 672 196 646 Z M400 112 m-15 0 a15 15 0 1 0 30 0 a15 15 0 1 0 -30 0 Z';
  const grain = row(13, (index) => {
    const x = 214 + index * 30;
    const sway = (index % 4) * 6 - 8;
    return line(
      `M${x} 150 C${x + sway} 320 ${x - sway} 480 ${x + sway / 2} 690`,
      wood.line,
      1.5 + (index % 3) * 0.8,
      'opacity="0.26"',
    );
  });
  return group(
    [
      flatShadow(ink, outline, 1.1),
      shape(outline, wood.deep, 'transform="translate(4 7)" fill-rule="evenodd"'),
      shape(outline, ink.flat(wood), 'fill-rule="evenodd"'),
      group(
        [
          grain,
          oval(300, 420, 14, 26, 'none', `stroke="${wood.line}" stroke-width="2" opacity="0.35"`),
          oval(300, 420, 6, 13, wood.line, 'opacity="0.35"'),
        ],
        ink.clip(outline),
      ),
      box(222, 182, 356, 476, 14, 'none', `stroke="${wood.shade}" stroke-width="8"`) +
        box(222, 184, 356, 476, 14, 'none', `stroke="${wood.glint}" stroke-width="2.5" opacity="0.7"`),
      line('M394 108 C372 60 350 40 330 28', accent, 9),
      mark(540, 624, 16, wood.line),
      lemon(ink, 372, 470, 84),
      lemon(ink, 474, 372, 64),
    ],
    'transform="rotate(9 400 400)"',
  );
}

function lemon(ink: Ink, x: number, y: number, radius: number): string {
  const slices = row(
    8,
    (index) =>
      `<g transform="rotate(${index * 45} ${x} ${y})">${shape(`M${x} ${y - 5} L${x - radius * 0.26} ${y - radius * 0.68} Q${x} ${y - radius * 0.84} ${x + radius * 0.26} ${y - radius * 0.68} Z`, '#f7cf52')}</g>`,
  );
  return [
    disc(x + 5, y + 9, radius, '#3b2f24', `opacity="0.35" ${ink.blur(6)}`),
    disc(x, y, radius, '#e9b22f'),
    disc(x, y, radius * 0.93, '#fdf3d0'),
    slices,
    disc(x - radius * 0.25, y - radius * 0.3, radius * 0.4, '#ffffff', `opacity="0.3" ${ink.blur(8)}`),
  ].join('');
}

/** Two pairs of chopsticks on a rest. */
export function chopsticks(ink: Ink, { main, second, accent }: Palette): string {
  const wood = tones(mix(main, '#5c3822', 0.25));
  const tip = tones(accent);
  const stick = (x: number, lean: number, isLacquered: boolean) => {
    const path = `M${x - 12} 86 H${x + 12} L${x + 6 + lean} 716 Q${x + lean} 724 ${x - 6 + lean} 716 Z`;
    const tone = isLacquered ? tip : wood;
    return [
      flatShadow(ink, path, 0.7),
      shape(
        path,
        ink.linear([
          [0, tone.light],
          [0.4, tone.base],
          [0.55, tone.shade],
          [1, tone.deep],
        ]),
      ),
      shape(`M${x - 12} 86 H${x + 12} L${x + 11} 190 H${x - 11} Z`, isLacquered ? wood.deep : tip.base),
      box(x - 12, 190, 23, 7, 0, '#d9bd72') + box(x - 12, 206, 23, 3, 0, '#d9bd72'),
      row(4, (index) => line(`M${x - 6 + lean * 0.9} ${640 + index * 14} h12`, tone.deep, 2, 'opacity="0.6"')),
    ].join('');
  };
  const rest =
    'M226 556 C226 534 252 536 270 546 C350 566 450 566 530 546 C548 536 574 534 574 556 C574 600 226 600 226 556 Z';
  const glaze = tones(mix(second, '#fffaf0', 0.3));
  return group(
    [
      flatShadow(ink, rest, 0.9),
      shape(
        rest,
        ink.linear([
          [0, glaze.shade],
          [0.3, glaze.glint],
          [0.6, glaze.base],
          [1, glaze.deep],
        ]),
      ),
      line('M240 560 C330 586 470 586 560 560', mix(main, accent, 0.4), 4, 'opacity="0.6"'),
      stick(310, 8, false),
      stick(360, 2, false),
      stick(442, -2, true),
      stick(492, -8, true),
    ],
    'transform="rotate(24 400 400)"',
  );
}
