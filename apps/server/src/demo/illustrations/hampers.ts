/** Gift sets: an open box with what is in it. */
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { box, disc, floorShadow, line, oval, row, shape } from './shapes.ts';
import { mix, tones } from './tones.ts';

/** An open gift box: a tin, a bottle with a label and a round box look out of shredded paper; a ribbon lies around it. */
export function hamper(ink: Ink, { main, second, accent }: Palette): string {
  const paper = tones(main);
  const ribbon = tones(accent);
  const pale = tones(mix(second, '#fffaf0', 0.35));
  const warm = tones(mix(accent, second, 0.45));
  const straw = (index: number) => {
    const x = 190 + index * 21;
    const bend = index % 3 === 0 ? -16 : 14;
    return line(
      `M${x} 428 C${x + bend} 396 ${x + 30} ${386 + (index % 4) * 8} ${x + 26 - bend} 424`,
      index % 2 === 0 ? pale.base : pale.shade,
      7,
    );
  };
  return [
    floorShadow(ink, 400, 656, 250),
    // The lid leans behind the box.
    shape('M150 236 L332 176 L354 420 L176 420 Z', ink.graded([paper.shade, paper.deep], 0.2, 1)),
    shape('M166 250 L320 200 L338 408 L190 408 Z', paper.line, 'opacity="0.35"'),
    // A tin.
    box(222, 214, 132, 250, 14, ink.graded([warm.light, warm.base, warm.deep])),
    oval(288, 216, 66, 17, warm.glint) + oval(288, 212, 54, 12, warm.shade),
    box(222, 280, 132, 92, 0, pale.base) + disc(288, 326, 26, paper.base),
    line('M276 328 C282 312 296 312 300 324', pale.light, 5),
    // A bottle.
    shape(
      'M402 168 H450 V226 C450 246 478 256 478 292 V470 H374 V292 C374 256 402 246 402 226 Z',
      ink.graded([paper.light, paper.base, paper.deep]),
    ),
    box(398, 142, 56, 40, 8, ribbon.base) + box(398, 164, 56, 8, 0, ribbon.deep),
    box(374, 314, 104, 92, 0, pale.light) + box(392, 336, 68, 8, 4, ribbon.base) + box(392, 356, 46, 6, 3, paper.base),
    // A round box.
    shape('M486 322 H622 V470 H486 Z', ink.graded([pale.light, pale.base, pale.deep])),
    oval(554, 322, 68, 20, pale.glint) + oval(554, 318, 52, 13, warm.base),
    box(486, 360, 136, 26, 0, ribbon.base),
    // Shredded paper.
    row(22, straw),
    // The box in front.
    shape('M146 424 H654 L632 646 C631 652 626 656 620 656 H180 C174 656 169 652 168 646 Z', ink.flat(paper)),
    shape('M146 424 H654 L651 452 H149 Z', paper.glint, 'opacity="0.55"'),
    shape('M146 424 H654 L652 438 H148 Z', paper.light),
    shape('M360 424 H440 V656 H360 Z', ink.graded([ribbon.light, ribbon.base, ribbon.shade])),
    // The bow.
    shape(
      'M396 520 C330 456 262 476 270 520 C276 560 340 562 396 530 Z',
      ink.graded([ribbon.light, ribbon.deep], 0.8, 1),
    ),
    shape(
      'M404 520 C470 456 538 476 530 520 C524 560 460 562 404 530 Z',
      ink.graded([ribbon.light, ribbon.deep], 0.8, 1),
    ),
    shape('M388 536 L336 626 L372 612 L388 640 L406 542 Z', ribbon.shade),
    shape('M412 536 L464 626 L428 612 L412 640 L394 542 Z', ribbon.base),
    disc(400, 524, 26, ink.domed(ribbon)),
  ].join('');
}
