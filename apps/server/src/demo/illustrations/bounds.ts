/** The box around a path, control points included. */

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How many numbers each command takes at a time; of an arc only the last two are a point. */
const arity: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, T: 2, A: 7, Z: 0 };

/** Refuses a path with a command that no drawing here uses. */
export function boundsOf(path: string): Bounds {
  const xs: number[] = [];
  const ys: number[] = [];
  let x = 0;
  let y = 0;
  for (const [, command = '', rest = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const kind = command.toUpperCase();
    const size = arity[kind];
    if (size === undefined) throw new Error(`No bounds for the path command ${command}`);
    const numbers = [...rest.matchAll(/-?\d*\.?\d+/g)].map(Number);
    const isRelative = command !== kind;
    for (let from = 0; size > 0 && from < numbers.length; from += size) {
      const group = numbers.slice(from, from + size);
      const points = pointsOf(kind, group, isRelative, x, y);
      xs.push(...points.map((point) => point[0]));
      ys.push(...points.map((point) => point[1]));
      [x, y] = points.at(-1) ?? [x, y];
    }
  }
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function pointsOf(
  kind: string,
  group: readonly number[],
  isRelative: boolean,
  x: number,
  y: number,
): [number, number][] {
  const [dx, dy] = isRelative ? [x, y] : [0, 0];
  if (kind === 'H') return [[(group[0] ?? 0) + dx, y]];
  if (kind === 'V') return [[x, (group[0] ?? 0) + dy]];
  if (kind === 'A') return arcBox(group, x, y, dx, dy);
  return Array.from({ length: group.length / 2 }, (_, index) => [
    (group[index * 2] ?? 0) + dx,
    (group[index * 2 + 1] ?? 0) + dy,
  ]);
}

/** An arc never leaves its start by more than its diameter. */
function arcBox(group: readonly number[], x: number, y: number, dx: number, dy: number): [number, number][] {
  const [rx = 0, ry = 0] = group;
  const end: [number, number] = [(group[5] ?? 0) + dx, (group[6] ?? 0) + dy];
  return [
    [Math.min(x, end[0]) - rx, Math.min(y, end[1]) - ry],
    [Math.max(x, end[0]) + rx, Math.max(y, end[1]) + ry],
    end,
  ];
}
