/** Where the parts that start Tandem write what they do; a pino logger is one. */
export interface StartLog {
  info(message: string): void;
  warn(message: string): void;
}

/** A log that keeps quiet, for tests and for commands whose output is read by a program. */
export const silentLog: StartLog = { info: () => {}, warn: () => {} };
