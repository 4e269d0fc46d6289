/** JSON logs, one line an event; secrets and personal fields never reach them. */
import pino, { type Logger } from 'pino';

export type Log = Logger;

const secretFields = [
  'password',
  'pin',
  'code',
  'token',
  'card',
  'authorization',
  'cookie',
  'email',
  'phone',
  'address',
  'contact',
];

/** A logger with redaction; level is a pino level or `silent`. */
export function newLog(level = 'info'): Log {
  return pino({
    level,
    redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[redacted]' },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
