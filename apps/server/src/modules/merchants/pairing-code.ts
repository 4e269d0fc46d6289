/** The one-time code that a person reads on one screen and types on another: 40 bits without look-alikes. */
import { randomBytes } from 'node:crypto';

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Eight letters and digits, none of 0, O, 1, I. */
export function newPairingCode(): string {
  return Array.from(randomBytes(8), (byte) => letters[byte % letters.length]).join('');
}

/** The code as it is compared: typed in any case, with or without spaces and hyphens. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '');
}
