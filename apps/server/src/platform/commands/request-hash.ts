/** Tells whether a command that comes again is the same: a hash of its kind and its body in canonical form. */
import { hash } from 'node:crypto';

/** SHA-256 over the kind and the body with sorted keys. */
export function requestHash(kind: string, body: unknown): Buffer {
  return Buffer.from(hash('sha256', `${kind}\n${canonical(body)}`, 'hex'), 'hex');
}

/** JSON with keys in sorted order and without undefined fields. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
