/** Ids and secrets: UUIDv7 for what is recorded (order of ids is nearly order of time), 256 random bits for secrets. */
import { hash, randomBytes, randomFillSync } from 'node:crypto';

const pool = new Uint8Array(16 * 256);
let used = pool.length;

/** A new UUIDv7. Never used for order: clocks lie. */
export function newId(now: number = Date.now()): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  const time = now.toString(16).padStart(12, '0');
  const tail = Buffer.from(random.buffer, random.byteOffset, 10).toString('hex');
  const variant = (((random[2] ?? 0) & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(6, 8)}-${tail.slice(8)}`;
}

/** An unguessable secret for cookies, receipts and tokens (base64url). */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** What is stored of a secret. */
export function secretHash(secret: string): Buffer {
  return hash('sha256', secret, 'buffer') as unknown as Buffer;
}
