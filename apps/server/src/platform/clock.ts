/** The clock as a port: the only place where the server asks for the time. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The instant as it goes over the wire. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
