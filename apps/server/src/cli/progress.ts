/** How far a command is, on the error stream: one line that is rewritten on a terminal, else a line now and then. */
const pauseMs = 2000;

export interface Progress {
  tell(line: string): void;
  /** Leaves the line. */
  end(): void;
}

export function newProgress(stream: NodeJS.WriteStream): Progress {
  let toldAt = Number.NEGATIVE_INFINITY;
  let isOpen = false;
  return {
    tell(line) {
      const now = performance.now();
      if (!stream.isTTY && now - toldAt < pauseMs) return;
      toldAt = now;
      isOpen = stream.isTTY;
      stream.write(stream.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
    },
    end() {
      if (isOpen) stream.write('\n');
      isOpen = false;
    },
  };
}
