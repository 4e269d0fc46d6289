/**
 * Tandem cannot start, for a reason that its operator can cure. The message is one line with the reason and the cure;
 * `main.ts` prints it and exits with code 1. Anything else that is thrown at start is a bug and keeps its stack.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';

  constructor(message: string, options?: ErrorOptions) {
    super(message.replace(/\s*\n\s*/g, ' '), options);
  }
}

/** The code of a system or PostgreSQL error (`EACCES`, `28P01`), or '' for anything without one. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}

/** The first line of what an error says. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n')[0] ?? '';
}
