// Starts the real server as a program of its own, for tests of starting and stopping.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const mainFile = path.resolve(import.meta.dirname, '../../main.ts');

export interface StartedTandem {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  /** The exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Runs `main.ts` with only these settings; as another user of the machine where `uid` is given. */
export function startTandem(
  settings: Record<string, string>,
  user: { uid?: number; gid?: number } = {},
): StartedTandem {
  const child = spawn(process.execPath, [mainFile], {
    ...user,
    env: { PATH: process.env.PATH, TANDEM_LOG_LEVEL: 'fatal', NODE_NO_WARNINGS: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return { child, said, ended };
}

/** Waits for `/readyz`; gives the milliseconds since the call. Fails with what the server said when it ends instead. */
export async function waitUntilReady(tandem: StartedTandem, port: number): Promise<number> {
  const begun = performance.now();
  let over: number | string | undefined;
  void tandem.ended.then((how) => {
    over = how;
  });
  for (;;) {
    if (over !== undefined) throw new Error(`Tandem ended with ${over}: ${tandem.said.err}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return performance.now() - begun;
    await sleep(20);
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The numbers of all programs on this machine whose command line has this text in it. */
export function programsWith(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        return false;
      }
    });
}

/** Waits until no program has this text in its command line; gives those that are left after 10 seconds. */
export async function programsLeftWith(text: string): Promise<number[]> {
  for (const end = Date.now() + 10_000; Date.now() < end && programsWith(text).length > 0; ) await sleep(20);
  return programsWith(text);
}
