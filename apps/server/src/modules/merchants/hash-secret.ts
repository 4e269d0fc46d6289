/** Passwords and PINs: argon2id off the main thread, at most two at once, since each takes 19 MiB. */
import { hash, verify } from '@node-rs/argon2';
import { newGate } from '../../platform/gate.ts';
import { newSecret } from '../../platform/ids.ts';

const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const gate = newGate(2, 200);

/** What is stored of a password or PIN. */
export function hashSecret(secret: string): Promise<string> {
  return gate.run(() => hash(secret.normalize('NFKC'), options));
}

/** Is it the secret that was stored? With nothing stored it takes the same time and is never right. */
export async function isSecret(stored: string | null | undefined, secret: string): Promise<boolean> {
  decoy ??= hashSecret(newSecret());
  const against = stored ?? (await decoy);
  const isRight = await gate.run(() => verify(against, secret.normalize('NFKC')));
  return isRight && stored !== null && stored !== undefined;
}

let decoy: Promise<string> | undefined;
