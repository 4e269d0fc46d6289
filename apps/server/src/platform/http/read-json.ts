/** Reads a JSON body: UTF-8 only, no NUL, no half characters, no prototype keys; PostgreSQL could not store them. */
import { isUtf8 } from 'node:buffer';
import { refuse } from '../refusal.ts';

const bad = (detail: string, field?: string): never =>
  refuse('input.invalid', detail, { status: 400, ...(field === undefined ? {} : { field }) });

/** The parsed body. Refuses with the field's path. */
export function readJson(body: Buffer): unknown {
  if (!isUtf8(body)) bad('The body is not valid UTF-8.', 'body');
  const text = body.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    bad('The body is not valid JSON.', 'body');
  }
  // Escapes are rare: only then can a string hold what UTF-8 itself could not, or a key be hidden.
  if (text.includes('\\u') || text.includes('\0') || text.includes('__proto__') || text.includes('constructor'))
    checkText(value, 'body', 0);
  return value;
}

/** Refuses strings that PostgreSQL cannot store and keys that would reach a prototype. */
export function checkText(value: unknown, field: string, depth: number): void {
  if (depth > 20) bad('The body is nested too deeply.', field);
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
    bad('The text holds a character that cannot be stored.', field);
  if (Array.isArray(value)) value.forEach((item, index) => checkText(item, `${field}.${index}`, depth + 1));
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (name === '__proto__' || name === 'constructor' || name === 'prototype')
        bad('A field has a forbidden name.', `${field}.${name}`);
      checkText(name, field, depth + 1);
      checkText(item, `${field}.${name}`, depth + 1);
    }
  }
}
