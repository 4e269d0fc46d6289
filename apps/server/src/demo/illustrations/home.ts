/** Light, scent and textiles for a room. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import {
  box,
  disc,
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

/** A candle burning in a glass. */
export function candle(ink: Ink, { main, second, accent }: Palette): string {
  const wax = tones(mix(second, '#fff8e8', 0.5));
  const glass = tones(main);
  const jar = 'M254 300 H546 V612 C546 644 524 660 490 660 H310 C276 660 254 644 254 612 Z';
  return [
    disc(
      400,
      250,
      260,
      ink.radial(
        [
          [0, '#ffd88a', 0.6],
          [0.4, '#ffd88a', 0.2],
          [1, '#ffd88a', 0],
        ],
        0.5,
        0.5,
        0.5,
      ),
    ),
    floorShadow(ink, 400, 656, 180),
    shape(jar, ink.turned(glass, true)),
    oval(400, 300, 146, 34, glass.deep) + oval(400, 302, 134, 28, ink.graded([wax.shade, wax.glint, wax.shade])),
    oval(400, 304, 70, 14, '#fff3cf', `opacity="0.9" ${ink.blur(5)}`),
    line('M400 304 C398 290 403 280 400 264', '#3a2f2a', 5),
    shape(
      'M400 270 C366 240 384 200 402 158 C420 200 436 240 400 270 Z',
      ink.linear(
        [
          [0, '#fff7d6'],
          [0.5, '#ffc94d'],
          [1, '#f0872e'],
        ],
        0,
        1,
        0,
        0,
      ),
    ),
    shape('M400 268 C386 254 392 232 401 214 C410 232 416 254 400 268 Z', '#fffdf2', 'opacity="0.9"'),
    box(300, 400, 200, 172, 4, ink.turned(tones(mix(second, '#fffaf0', 0.35)))) +
      box(310, 410, 180, 152, 2, 'none', `stroke="${accent}" stroke-width="2" opacity="0.7"`),
    mark(400, 454, 27, accent),
    smallPrint(400, 506, [110, 74, 50], accent, 16),
    shape('M276 326 C282 420 282 540 278 610 C270 606 266 598 266 586 V330 Z', '#ffffff', 'opacity="0.4"'),
    line('M524 330 V600', '#ffffff', 4, 'opacity="0.25"'),
    line('M288 640 C350 652 450 652 512 640', '#ffffff', 4, 'opacity="0.25"'),
  ].join('');
}

/** A mushroom lamp, switched on. */
export function lamp(ink: Ink, { main, second }: Palette): string {
  const metal = tones(main);
  const foot = tones(mix(second, main, 0.35));
  const dome = 'M182 402 C182 246 282 158 400 158 C518 158 618 246 618 402 C560 424 240 424 182 402 Z';
  return [
    oval(
      400,
      480,
      310,
      250,
      ink.radial(
        [
          [0, '#ffdf9e', 0.75],
          [0.5, '#ffe0a4', 0.25],
          [1, '#ffe0a4', 0],
        ],
        0.5,
        0.4,
        0.5,
      ),
    ),
    floorShadow(ink, 400, 656, 150),
    shape('M372 404 H428 C428 500 432 560 446 612 H354 C368 560 372 500 372 404 Z', ink.turned(foot, true)),
    shape('M372 404 H428 L430 470 C412 480 388 480 371 470 Z', '#fff0c4', 'opacity="0.55"'),
    oval(400, 642, 128, 26, foot.deep) +
      oval(400, 630, 128, 26, foot.shade) +
      oval(400, 626, 122, 22, ink.graded([foot.base, foot.glint, foot.shade])),
    shape('M354 616 C370 632 430 632 446 616 L444 604 H356 Z', foot.base),
    oval(400, 404, 216, 26, '#fff4d2') + oval(400, 408, 150, 14, '#ffffff', `opacity="0.9" ${ink.blur(6)}`),
    shape(dome, ink.domed(metal)),
    line('M184 403 C240 424 560 424 616 403', mix(main, '#ffe2a0', 0.65), 4),
    gleam(ink, 'M226 344 C238 268 286 214 344 196', '#ffffff', 14, 0.4, 6),
    disc(400, 156, 10, metal.shade) + disc(398, 153, 7, metal.glint),
    disc(400, 552, 7, foot.deep) + disc(399, 551, 5, '#c9a75a'),
    line('M530 650 C590 660 640 664 700 690', '#4a4038', 4, 'opacity="0.6"'),
  ].join('');
}

/** A plump cushion with woven stripes. */
export function cushion(ink: Ink, { main, second, accent }: Palette): string {
  const cloth = tones(main);
  const outline =
    'M176 168 C150 150 132 176 148 202 C190 330 190 470 148 602 C134 632 156 654 184 640 C320 602 480 602 616 640 C644 654 666 632 652 602 C610 470 610 330 652 202 C668 176 650 150 624 168 C480 206 320 206 176 168 Z';
  const weave = ink.pattern(7, 7, `<path d="M0 1.5H7M1.5 0V7" stroke="${cloth.line}" stroke-width="1"/>`);
  const stripes = [250, 286, 400, 514, 550].map((x, index) => {
    const bend = (x - 400) * 0.16;
    const width = [14, 5, 34, 5, 14][index] ?? 8;
    return line(
      `M${x} 130 C${x - bend} 330 ${x - bend} 470 ${x} 680`,
      index === 2 ? accent : second,
      width,
      'stroke-linecap="butt"',
    );
  });
  return [
    floorShadow(ink, 400, 642, 250, 26),
    shape(outline, cloth.deep, 'transform="translate(3 6)"'),
    shape(
      outline,
      ink.radial(
        [
          [0, cloth.glint],
          [0.3, cloth.light],
          [0.62, cloth.base],
          [1, cloth.shade],
        ],
        0.36,
        0.32,
        0.75,
      ),
    ),
    group(stripes, ink.clip(outline)),
    woven(outline, weave, 0.2),
    folds(
      ink,
      outline,
      [
        'M160 184 C220 220 260 250 290 290',
        'M640 184 C590 220 550 250 520 290',
        'M160 628 C220 590 260 560 290 520',
        'M640 628 C590 590 550 560 510 510',
        'M640 300 C616 400 620 500 640 590',
        'M240 626 C400 590 500 596 620 630',
      ],
      ['M190 230 C210 320 214 420 200 520', 'M230 214 C340 234 460 232 560 212'],
    ),
    line(outline, mix(accent, main, 0.25), 6),
    stitches('M196 200 C330 230 470 230 604 200', cloth.stitch, 1.8),
  ].join('');
}

/** Three folded blankets, the top one with its fringe. */
export function blanket(ink: Ink, { main, second, accent }: Palette): string {
  const layer = (colour: string, y: number, width: number) => {
    const wool = tones(colour);
    const left = 400 - width / 2;
    const right = 400 + width / 2;
    const path = `M${left + 40} ${y} H${right - 24} C${right + 14} ${y} ${right + 14} ${y + 104} ${right - 24} ${y + 104} H${left + 24} C${left - 16} ${y + 104} ${left - 16} ${y} ${left + 40} ${y} Z`;
    const felt = ink.pattern(18, 14, `<path d="M0 4h9M9 11h9" stroke="${wool.line}" stroke-width="2"/>`);
    return [
      shape(path, ink.graded([wool.light, wool.base, wool.deep], 0.1, 1)),
      woven(path, felt, 0.16),
      line(
        `M${left + 16} ${y + 36} C${left + 200} ${y + 44} ${right - 160} ${y + 28} ${right} ${y + 40}`,
        wool.deep,
        3,
        'opacity="0.7"',
      ),
      line(
        `M${left + 12} ${y + 70} C${left + 200} ${y + 64} ${right - 160} ${y + 78} ${right - 2} ${y + 68}`,
        wool.deep,
        3,
        'opacity="0.7"',
      ),
      gleam(ink, `M${left + 40} ${y + 6} H${right - 40}`, wool.glint, 5, 0.6, 2),
    ].join('');
  };
  const top = tones(main);
  const drape =
    'M282 214 C340 200 470 200 520 214 C530 330 536 440 530 540 C460 556 356 556 290 540 C280 440 276 330 282 214 Z';
  const tile = ink.pattern(
    44,
    44,
    `<rect width="44" height="44" fill="none"/><rect x="4" y="4" width="36" height="36" rx="5" fill="none" stroke="${top.deep}" stroke-width="2.5"/><rect x="9" y="9" width="26" height="26" rx="3" fill="${top.shade}" opacity=".35"/>`,
  );
  return [
    floorShadow(ink, 400, 628, 270),
    layer(mix(second, '#8a7c66', 0.18), 522, 530),
    layer(accent, 418, 508),
    layer(mix(main, second, 0.55), 314, 520),
    layer(main, 210, 500),
    shape(drape, '#2b2320', `opacity="0.28" transform="translate(10 8)" ${ink.blur(9)}`),
    row(21, (index) =>
      line(`M${292 + index * 11.7} 536 q${index % 2 ? 5 : -4} 26 ${index % 3} 48`, index % 2 ? top.base : top.shade, 5),
    ),
    shape(drape, ink.flat(top)),
    woven(drape, tile, 0.5),
    folds(
      ink,
      drape,
      ['M284 316 H530', 'M284 420 H536', 'M282 526 H536', 'M524 220 C534 340 540 440 534 540'],
      ['M284 232 H524', 'M286 336 H530', 'M288 440 H530'],
    ),
    box(486, 486, 34, 44, 3, '#f5efe2') + mark(503, 504, 9, tones(accent).deep),
  ].join('');
}
