// How long something is still good.

/** Time left until an instant as m:ss; undefined when it is over. */
export function timeLeft(untilIso: string, nowMs: number): string | undefined {
  const seconds = Math.ceil((Date.parse(untilIso) - nowMs) / 1000);
  if (!(seconds > 0)) return undefined;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
