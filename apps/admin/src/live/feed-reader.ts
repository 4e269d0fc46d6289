// Follows streams: a poke says that a position moved, a pull brings what happened. Pure: its ports come from outside.
import type { Answer } from '@tandem/contract/index.ts';

type Pulled = Answer<'GET /api/feed'>;
/** `rows` is empty when only the move is known. */
export type Listener = (stream: string, rows: readonly unknown[], at: string) => void;

export interface FeedReader {
  /** Names the position from which a stream is read, unless it is known already. */
  startAt(stream: string, position: number): void;
  /** A poke came: pull what is new. */
  poked(positions: Readonly<Record<string, number>>): Promise<void>;
  /** Pull every known stream, after a time without pokes. */
  catchUp(): Promise<void>;
  listen(listener: Listener): () => void;
}

/** Reads each stream in order, never the same entry twice, one pull at a time. */
export function feedReader(pull: (after: string) => Promise<Pulled>): FeedReader {
  const known = new Map<string, number>();
  const wanted = new Map<string, number>();
  const listeners = new Set<Listener>();
  let pulling: Promise<void> | undefined;

  const behind = () => [...wanted].filter(([stream, position]) => position > (known.get(stream) ?? 0));

  async function pullOnce(streams: readonly string[]): Promise<number> {
    const { entries } = await pull(streams.map((stream) => `${stream}:${known.get(stream) ?? 0}`).join(','));
    for (const { stream, position, rows, at } of entries) {
      if (position <= (known.get(stream) ?? 0)) continue;
      known.set(stream, position);
      for (const listener of listeners) listener(stream, rows, at);
    }
    return entries.length;
  }

  async function pullAll(): Promise<void> {
    for (let streams = behind(); streams.length > 0; streams = behind()) {
      if ((await pullOnce(streams.map(([stream]) => stream))) > 0) continue;
      // A poke ahead of what can be read yet: the next poke or the next catch-up brings it.
      for (const [stream] of streams) wanted.delete(stream);
    }
  }

  const run = (work: () => Promise<void>): Promise<void> => {
    pulling = (pulling ?? Promise.resolve()).then(work).catch(() => undefined);
    return pulling;
  };

  return {
    startAt(stream, position) {
      if (!known.has(stream)) known.set(stream, position);
    },
    poked(positions) {
      for (const [stream, position] of Object.entries(positions)) {
        if (!known.has(stream)) known.set(stream, position - 1);
        wanted.set(stream, Math.max(position, wanted.get(stream) ?? 0));
      }
      return run(pullAll);
    },
    catchUp: () => run(async () => void (known.size > 0 && (await pullOnce([...known.keys()])))),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
