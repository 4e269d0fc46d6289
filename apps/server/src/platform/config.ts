// What Tandem is told by its environment: checked whole at start, so that a slip of the pen is never silently ignored.
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { nearestName } from './nearest-name.ts';

export type LogLevel = (typeof logLevels)[number];

export interface Config {
  /** The address to listen on; this machine only, unless told otherwise. */
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** Where the embedded database lives: an absolute path. Not used with `databaseUrl`. */
  readonly home: string;
  readonly databaseUrl: string | undefined;
  readonly logLevel: LogLevel;
  /** Connections that one server opens for requests. */
  readonly poolMax: number;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** All variables that begin with TANDEM_ and mean something. */
const knownKeys = ['TANDEM_HOME', 'TANDEM_LOG_LEVEL', 'TANDEM_POOL_MAX'];

/**
 * Beside the program, so that two checkouts never share (and migrate) one database. Git ignores it; `git clean -x`
 * would delete it, so a shop gives TANDEM_HOME a folder of its own.
 */
const homeByDefault = path.resolve(import.meta.dirname, '../../../../.tandem');

/** Reads the environment. Refuses unknown TANDEM_ variables and values that cannot be meant. An empty value is none. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  refuseUnknown(environment);
  const given = (key: string) => environment[key]?.trim() || undefined;
  return {
    host: given('HOST') ?? '127.0.0.1',
    port: wholeNumber('PORT', given('PORT') ?? '8080', 0, 65_535),
    home: path.resolve(given('TANDEM_HOME') ?? homeByDefault),
    databaseUrl: given('DATABASE_URL'),
    logLevel: oneOf('TANDEM_LOG_LEVEL', given('TANDEM_LOG_LEVEL') ?? 'info', logLevels),
    poolMax: wholeNumber('TANDEM_POOL_MAX', given('TANDEM_POOL_MAX') ?? '12', 2, 50),
  };
}

function refuseUnknown(environment: NodeJS.ProcessEnv): void {
  for (const key of Object.keys(environment).toSorted()) {
    if (!key.startsWith('TANDEM_') || knownKeys.includes(key)) continue;
    throw new CannotStart(
      `There is no setting ${key}: did you mean ${nearestName(key, knownKeys)}? Correct or unset it.`,
    );
  }
}

function wholeNumber(key: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new CannotStart(`${key} is "${text}": give a whole number from ${least} to ${most}.`);
}

function oneOf<T extends string>(key: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (found !== undefined) return found;
  throw new CannotStart(`${key} is "${text}": give one of ${allowed.join(', ')}.`);
}
