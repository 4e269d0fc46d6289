/** Command ids of forms: one act of a shopper may be several commands, each with an id that a repeat makes again. */
import { hash } from 'node:crypto';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A UUID (version 8) made of what names the act and of what it asks for: the same act gives the same id. */
export function deriveId(...parts: readonly unknown[]): string {
  const digest = hash('sha256', JSON.stringify(parts), 'hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

export function isId(text: string | undefined): text is string {
  return text !== undefined && uuid.test(text);
}
