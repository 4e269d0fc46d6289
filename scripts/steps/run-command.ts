/** Runs a command to its end or to its time limit, whichever comes first; nothing that it started stays behind. */
import { spawn } from 'node:child_process';

export interface Ended {
  readonly ok: boolean;
  readonly output: string;
}

/** Gives all output and whether the command ended with 0. At the limit the whole process group is ended. */
export function runCommand(command: readonly string[], limitSeconds: number): Promise<Ended> {
  const [program = '', ...rest] = command;
  return new Promise((resolve) => {
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    let isLate = false;
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    const limit = setTimeout(() => {
      isLate = true;
      endGroup(child.pid);
    }, limitSeconds * 1000);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => {
      clearTimeout(limit);
      resolve({ ok: false, output: `${output}${error.message}\n` });
    });
    // Not `close`: a grandchild that keeps the pipe open must not keep the step waiting.
    child.on('exit', (status) => {
      clearTimeout(limit);
      setTimeout(() => {
        endGroup(child.pid);
        if (isLate) output += `\nStopped after ${limitSeconds} s, its limit.\n`;
        resolve({ ok: status === 0 && !isLate, output });
      }, 50);
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended already.
  }
}
