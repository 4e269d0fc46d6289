/** What a command of `npm run tandem` is, and how the words after it are read. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { nearestName } from '../platform/nearest-name.ts';
import type { Session } from './open-session.ts';

/** The words cannot be understood; told in one line, exit code 2. */
export class UsageError extends Error {}

export interface Given {
  positionals: string[];
  values: Record<string, string | boolean | undefined>;
  /** Writes one line of the answer. */
  print(line: string): void;
  /** Tells how far it is, on the error stream; rewrites its line on a terminal. */
  progress(line: string): void;
  /** Connects to the database, starting the embedded one if no server runs. */
  open(): Promise<Session>;
}

export interface CliCommand {
  /** The words that call it, e.g. `import products`. */
  name: string;
  /** What follows the words, for the help. */
  usage: string;
  summary: string;
  /** One line an option. */
  help: readonly string[];
  options: ParseArgsOptionsConfig;
  positionals: number;
  /** The exit code: 0 done, 1 not. */
  run(given: Given): Promise<number>;
}

export interface Asked {
  command: CliCommand;
  wantsHelp: boolean;
  positionals: string[];
  values: Given['values'];
}

/** Finds the command and its options. Throws UsageError with the nearest name for what is not known. */
export function readCommandLine(commands: readonly CliCommand[], words: readonly string[]): Asked {
  const command = commands.find((one) => one.name.split(' ').every((word, index) => words[index] === word));
  if (command === undefined) throw new UsageError(unknownCommand(commands, words));
  const rest = words.slice(command.name.split(' ').length);
  const options: ParseArgsOptionsConfig = { ...command.options, help: { type: 'boolean' } };
  const { tokens } = parseArgs({ args: rest, options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens ?? []) {
    if (token.kind === 'option' && !Object.hasOwn(options, token.name)) {
      throw new UsageError(
        `${command.name} has no option --${token.name}. Did you mean --${nearestName(token.name, Object.keys(options))}?`,
      );
    }
  }
  const { positionals, values } = parseStrictly(command, rest, options);
  if (values.help !== true && positionals.length !== command.positionals)
    throw new UsageError(`Use it as: npm run tandem -- ${command.name} ${command.usage}`);
  return { command, wantsHelp: values.help === true, positionals, values };
}

function parseStrictly(
  command: CliCommand,
  args: string[],
  options: ParseArgsOptionsConfig,
): { positionals: string[]; values: Given['values'] } {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    return { positionals, values: values as Given['values'] };
  } catch (error) {
    throw new UsageError(`${command.name}: ${(error as Error).message.split('\n')[0] ?? ''}`);
  }
}

function unknownCommand(commands: readonly CliCommand[], words: readonly string[]): string {
  const names = commands.map((one) => one.name);
  const asked = words
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ');
  if (asked === '') return 'Name a command: npm run tandem -- --help lists them.';
  return `There is no command "${asked}". Did you mean "${nearestName(asked, names)}"?`;
}

/** The list of commands. */
export function overview(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map((one) => one.name.length));
  const lines = commands.map((one) => `  ${one.name.padEnd(width)}  ${one.summary}`);
  return [
    'npm run tandem -- <command>',
    '',
    ...lines,
    '',
    '<command> --help tells more. DATABASE_URL or TANDEM_HOME say where the books are.',
  ].join('\n');
}

/** The help of one command. */
export function helpOf(command: CliCommand): string {
  return [
    `npm run tandem -- ${`${command.name} ${command.usage}`.trim()}`,
    '',
    command.summary,
    ...(command.help.length > 0 ? ['', ...command.help.map((line) => `  ${line}`)] : []),
  ].join('\n');
}
