/** Pumps, tubes and droppers. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { box, flatShadow, floorShadow, gleam, group, line, mark, row, shape, smallPrint } from './shapes.ts';
import { mix, tones } from './tones.ts';

/** A bottle with a pump. */
export function pump(ink: Ink, { main, second, accent }: Palette): string {
  const glass = tones(main);
  const black = tones('#3a3836');
  const body =
    'M288 340 C288 316 306 304 332 300 H468 C494 304 512 316 512 340 V616 C512 648 494 660 464 660 H336 C306 660 288 648 288 616 Z';
  return [
    floorShadow(ink, 400, 658, 136),
    box(388, 168, 24, 84, 4, ink.turned(black, true)),
    shape(
      'M296 156 C296 136 308 126 328 126 H432 C448 126 454 134 454 146 V172 H346 C336 172 332 178 330 192 H300 C296 180 296 168 296 156 Z',
      ink.graded([black.glint, black.base, black.line], 0.3, 1),
    ),
    box(352, 238, 96, 66, 8, ink.turned(black, true)) +
      row(8, (index) => line(`M${362 + index * 11} 250 V292`, black.line, 3)),
    shape(body, ink.turned(glass, true)),
    shape('M300 420 H500 V612 C500 640 486 648 460 648 H340 C314 648 300 640 300 612 Z', glass.deep, 'opacity="0.3"'),
    box(312, 386, 176, 206, 3, ink.turned(tones(mix(second, '#fffaf0', 0.5)))),
    mark(400, 440, 30, accent) +
      smallPrint(400, 490, [118, 92], accent, 15) +
      line('M336 530 H464', accent, 2, 'opacity="0.6"') +
      smallPrint(400, 546, [70, 46], accent, 14),
    gleam(ink, 'M310 346 V622', '#ffffff', 10, 0.55, 3),
    line('M498 350 V610', '#ffffff', 4, 'opacity="0.25"'),
  ].join('');
}

/** A tube of cream, standing on its lid. */
export function tube(ink: Ink, { main, second, accent }: Palette): string {
  const skin = tones(main);
  const lid = tones(mix(second, '#fffaf0', 0.2));
  const body = 'M262 138 H538 C536 300 520 460 488 560 H312 C280 460 264 300 262 138 Z';
  return [
    floorShadow(ink, 400, 652, 110),
    box(308, 566, 184, 88, 10, ink.turned(lid, true)) +
      row(15, (index) => line(`M${320 + index * 11.5} 580 V642`, lid.deep, 2, 'opacity="0.5"')),
    shape('M312 556 H488 L484 574 H316 Z', skin.deep),
    shape(body, ink.turned(skin, true)),
    shape('M258 118 H542 V158 C460 168 340 168 258 158 Z', ink.graded([skin.light, skin.shade], 0, 1)) +
      row(19, (index) => line(`M${268 + index * 14.7} 122 V156`, skin.deep, 2, 'opacity="0.5"')),
    gleam(ink, 'M306 200 C318 320 340 460 360 540', '#ffffff', 14, 0.4, 5),
    gleam(ink, 'M490 190 C478 330 462 450 446 546', skin.deep, 12, 0.35, 6),
    mark(400, 268, 38, mix(second, '#fffaf0', 0.55)),
    smallPrint(400, 332, [128, 92], mix(second, '#fffaf0', 0.55), 16),
    group([
      line('M400 480 V392', accent, 4),
      ...[-1, 1].flatMap((side) =>
        [0, 1, 2].map((index) =>
          shape(
            `M400 ${470 - index * 28} c${side * 10} -22 ${side * 32} -28 ${side * 44} -24 c${side * -4} 18 ${side * -22} 30 ${side * -44} 24 Z`,
            accent,
          ),
        ),
      ),
      shape('M400 396 c-10 -14 -8 -28 0 -38 c8 10 10 24 0 38 Z', accent),
    ]),
  ].join('');
}

/** A small bottle with a dropper. */
export function dropper(ink: Ink, { main, second, accent }: Palette): string {
  const glass = tones(mix(main, '#7a3f14', 0.25));
  const metal = tones('#cdb06a');
  const body =
    'M282 404 C282 374 306 360 340 350 V330 H460 V350 C494 360 518 374 518 404 V616 C518 646 500 658 472 658 H328 C300 658 282 646 282 616 Z';
  return [
    floorShadow(ink, 400, 656, 140),
    shape('M368 224 C366 150 382 112 400 112 C418 112 434 150 432 224 Z', ink.turned(tones('#35322f'), true)),
    box(344, 220, 112, 116, 8, ink.turned(metal, true)) +
      row(10, (index) => line(`M${354 + index * 10.4} 232 V324`, metal.deep, 2, 'opacity="0.45"')),
    shape(body, ink.turned(glass, true)),
    shape('M294 430 H506 V612 C506 636 492 646 468 646 H332 C308 646 294 636 294 612 Z', glass.deep, 'opacity="0.4"'),
    box(392, 340, 16, 250, 8, '#ffffff', 'opacity="0.22"'),
    box(306, 446, 188, 150, 3, ink.turned(tones(mix(second, '#fffaf0', 0.5)))),
    mark(400, 490, 24, accent) + smallPrint(400, 532, [110, 78, 44], accent, 15),
    gleam(ink, 'M306 404 V622', '#ffffff', 10, 0.55, 3),
    flatShadow(ink, 'M610 640 a18 18 0 1 0 36 0 q-4 -18 -18 -38 q-14 20 -18 38 Z', 0.3),
    shape('M610 640 a18 18 0 1 0 36 0 q-4 -18 -18 -38 q-14 20 -18 38 Z', ink.domed(tones(mix(main, '#e0a83c', 0.5)))),
  ].join('');
}
