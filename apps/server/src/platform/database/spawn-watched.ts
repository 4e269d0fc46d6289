// Runs a program of PostgreSQL's so that it never outlives Tandem, not even when Tandem is killed with SIGKILL.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Account } from './account.ts';

/**
 * Descriptor 3 is a pipe that only Tandem holds open; nothing is ever written to it. When Tandem ends, however it ends,
 * `cat` reads the end and the program gets the signal. Asking the kernel instead (`prctl PDEATHSIG`) would work on Linux
 * only and is lost when the user changes. What the program leaves in its temporary folder goes with it.
 */
const watchScript = `
signal=$1; leftover=$2; shift 2
"$@" 3<&- </dev/null & program=$!
{ cat <&3 >/dev/null; kill -s "$signal" $program; } & watch=$!
exec 3<&-
wait $program; code=$?
kill $watch 2>/dev/null
[ -z "$leftover" ] || rm -rf "$leftover" 2>/dev/null
exit $code
`;

export interface WatchedOptions {
  readonly account: Account;
  /** A folder that the account can enter. */
  readonly folder: string;
  /** What ends the program in order. */
  readonly signal: 'INT' | 'TERM';
  /** A folder to remove when the program has ended. */
  readonly leftover?: string;
  /** A file descriptor for what the program says. */
  readonly output: number;
}

export interface WatchedProgram {
  /** Settles when the program has ended, with its exit code; a program that could not be started gives 127. */
  readonly ended: Promise<number>;
  /** Sends the signal and waits for the end. */
  stop(): Promise<void>;
}

/** In a session of its own, so that Ctrl-C at the terminal reaches Tandem only, which then stops the program last. */
export function spawnWatched(words: readonly string[], options: WatchedOptions): WatchedProgram {
  const scriptWords = ['-c', watchScript, 'tandem-watch', options.signal, options.leftover ?? '', ...words];
  const child = spawn('/bin/sh', scriptWords, {
    ...options.account,
    cwd: options.folder,
    detached: true,
    // None of the machine's own PG… settings reach the program.
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' },
    stdio: ['ignore', options.output, options.output, 'pipe'],
  });
  const ended = exitOf(child);
  const stop = async () => {
    child.stdio[3]?.destroy();
    await ended;
  };
  return { ended, stop };
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    const settle = (code: number) => {
      // The watch's `cat` ends with the pipe.
      child.stdio[3]?.destroy();
      resolve(code);
    };
    child.on('exit', (code) => settle(code ?? 1));
    child.on('error', () => settle(127));
  });
}
