/** The room in which every picture is taken: one sheet of paper, one lamp at the upper left. */
import type { Ink } from './ink.ts';
import { mix } from './tones.ts';

/** The ground of the whole sheet. */
export function studio(ink: Ink, ground: string): string {
  const wall = ink.radial(
    [
      [0, mix(ground, '#fffdf8', 0.75)],
      [0.5, ground],
      [1, mix(ground, '#6f6252', 0.24)],
    ],
    0.32,
    0.22,
    1.05,
  );
  return `<rect width="800" height="800" fill="${wall}"/>`;
}
