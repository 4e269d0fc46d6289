/** Ids that follow from what they stand for, so that bringing the same thing in again finds the same id. */
import { hash } from 'node:crypto';

/** A UUID (version 8, made from a SHA-256) of the parts in their order. */
export function derivedId(...parts: readonly string[]): string {
  const hex = hash('sha256', parts.join('\u0000'), 'hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
