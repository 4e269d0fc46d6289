/** A person's password and PIN on their way into a command: hashed first, and carried so that no trace of them is kept. */
import { Carried } from '../../platform/commands/carried.ts';
import { hashSecret } from './hash-secret.ts';

export interface SecretHashes {
  passwordHash: string | null;
  pinHash: string | null;
}

/** The body without its secrets, their hashes carried beside it; null where none is given. */
export async function withHashedSecrets<B extends { password?: string; pin?: string }>(
  body: B,
): Promise<Omit<B, 'password' | 'pin'> & { secrets: Carried<SecretHashes> }> {
  const { password, pin, ...rest } = body;
  const passwordHash = password === undefined ? null : await hashSecret(password);
  const pinHash = pin === undefined ? null : await hashSecret(pin);
  return { ...rest, secrets: new Carried({ passwordHash, pinHash }) };
}
