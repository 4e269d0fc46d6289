// Asks again for what changed: soon after the first word of it, then at most once in a while, and always at the end.

export interface Refresher {
  ask(key: string): void;
  stop(): void;
}

const firstMs = 120;

/** Calls `refresh(key)` 120 ms after the first ask, so that roll-ups have followed, and then at most every `pauseMs`. */
export function refresher(refresh: (key: string) => void, pauseMs: number): Refresher {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const again = new Set<string>();
  const wait = (key: string, ms: number): void => {
    timers.set(
      key,
      setTimeout(() => {
        if (ms === firstMs || again.delete(key)) {
          refresh(key);
          wait(key, pauseMs);
        } else {
          timers.delete(key);
        }
      }, ms),
    );
  };
  return {
    ask(key) {
      if (timers.has(key)) again.add(key);
      else wait(key, firstMs);
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
