/** PINs that were right on this device, kept so that it can be locked and opened again without the network. */
import { keepFact, readFact, type TillDatabase } from './open-database.ts';

/** A proof of a PIN: nothing without this device's own key, which no script can read out. */
export interface KeptPin {
  readonly proof: ArrayBuffer;
  /** Milliseconds; older than two weeks it opens nothing any more. */
  readonly at: number;
}
export interface PinTries {
  readonly wrong: number;
  readonly since: number;
}
export type PinAnswer = 'right' | 'wrong' | 'unknown' | 'too_many';

const rounds = 200_000;
const keptMs = 14 * 86_400_000;
const wrongMax = 5;
const restMs = 15 * 60_000;

/** Keeps the proof of a PIN that the server has just found right. Does nothing where the browser has no such keys. */
export async function keepPin(database: TillDatabase, staffId: string, pin: string, nowMs: number): Promise<void> {
  if (!globalThis.crypto?.subtle) return;
  const key = (await readFact(database, 'deviceKey')) ?? (await makeKey(database));
  const proof = await proofOf(key, staffId, pin);
  const pins = (await readFact(database, 'pins')) ?? {};
  await keepFact(database, 'pins', { ...pins, [staffId]: { proof, at: nowMs } });
  await keepFact(database, 'pinTries', undefined);
}

/** Has this person's PIN been right here within two weeks? */
export async function isPinKept(database: TillDatabase, staffId: string, nowMs: number): Promise<boolean> {
  const kept = (await readFact(database, 'pins'))?.[staffId];
  return kept !== undefined && nowMs - kept.at < keptMs;
}

/** Checks a PIN without the network; five wrong ones close this way for 15 minutes. */
export async function checkPin(
  database: TillDatabase,
  staffId: string,
  pin: string,
  nowMs: number,
): Promise<PinAnswer> {
  const key = await readFact(database, 'deviceKey');
  const kept = (await readFact(database, 'pins'))?.[staffId];
  if (!key || !kept || nowMs - kept.at >= keptMs) return 'unknown';
  const before = await readFact(database, 'pinTries');
  const tries = before && nowMs - before.since < restMs ? before : { wrong: 0, since: nowMs };
  if (tries.wrong >= wrongMax) return 'too_many';
  // Counted before it is looked at, so that closing the page undoes nothing.
  await keepFact(database, 'pinTries', { ...tries, wrong: tries.wrong + 1 });
  const proof = new Uint8Array(await proofOf(key, staffId, pin));
  const isRight = new Uint8Array(kept.proof).every((byte, index) => byte === proof[index]);
  if (!isRight) return 'wrong';
  await keepFact(database, 'pinTries', undefined);
  return 'right';
}

async function makeKey(database: TillDatabase): Promise<CryptoKey> {
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  await keepFact(database, 'deviceKey', key);
  return key;
}

async function proofOf(key: CryptoKey, staffId: string, pin: string): Promise<ArrayBuffer> {
  const encoder = new TextEncoder();
  const typed = await crypto.subtle.importKey('raw', encoder.encode(pin), 'PBKDF2', false, ['deriveBits']);
  const salt = encoder.encode(staffId);
  const slow = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    typed,
    256,
  );
  return crypto.subtle.sign('HMAC', key, slow);
}
