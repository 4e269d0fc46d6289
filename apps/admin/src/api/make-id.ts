// Ids that the caller makes: UUIDv7, so that they sort by time.

/** A UUIDv7 of the instant `now` (milliseconds since 1970) with these 10 random bytes. */
export function idOf(now: number, random: Uint8Array): string {
  const time = now.toString(16).padStart(12, '0');
  const bytes = random.slice(0, 10);
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  const rest = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}

/** A fresh UUIDv7. */
export function makeId(): string {
  return idOf(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
