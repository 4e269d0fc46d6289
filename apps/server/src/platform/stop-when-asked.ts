// Stopping in order when the operator, the system or the terminal asks for it.

export interface StopWatch {
  /** Whether stopping has begun. */
  readonly isStopping: () => boolean;
}

/**
 * Calls `stop` at the first SIGTERM, SIGINT or SIGHUP, or when the `npm start` that this program belongs to has been
 * killed; then exits with 0. Exits with 1 at once at a second signal, and when stopping takes longer than
 * `milliseconds`. What is left running then ends with this program's pipes.
 */
export function stopWhenAsked(milliseconds: number, stop: () => Promise<void>): StopWatch {
  let hasBegun = false;
  const ask = () => {
    if (hasBegun) process.exit(1);
    hasBegun = true;
    const limit = setTimeout(
      () => giveUp(`Stopping took longer than ${milliseconds / 1000} s: Tandem ends at once.`),
      milliseconds,
    );
    limit.unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) =>
        giveUp(`Tandem could not stop in order: ${error instanceof Error ? error.stack : String(error)}`),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, ask);
  if (process.env.npm_lifecycle_event === 'start') followParent(ask);
  return { isStopping: () => hasBegun };
}

/** `npm start` that is killed cannot pass on a signal; a server that nobody sees must not stay behind it. */
function followParent(ask: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    ask();
  }, 500);
  timer.unref();
}

function giveUp(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
