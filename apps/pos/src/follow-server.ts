/** Pokes of the server over the whole page's life: each leads to a pull, and a lost one costs at most a poll. */
import type { pokePaths } from '@tandem/contract/feeds.ts';
import { type Follower, keepFollowing } from './core/follow-feed.ts';
import { realClock } from './core/ports.ts';

// Typed by the contract, written here: its schemas must not reach a browser.
const pokesPath = '/api/till/feed/pokes' satisfies typeof pokePaths.register;

interface Heard {
  /** The server answered. */
  reached: () => void;
  lost: () => void;
  /** The server does not know this device any more. */
  unknown: () => void;
}

/** Follows catalogue and stock of a place; gives the way to look at once. */
export function followServer(follower: Follower, locationId: string, heard: Heard): () => void {
  const streams = ['catalog', `store:${locationId}`];
  const watch = keepFollowing(follower, realClock, hear);
  let pokes = listen();
  window.addEventListener('pagehide', () => pokes.close());

  function listen(): EventSource {
    const source = new EventSource(`${pokesPath}?streams=${streams.join(',')}`);
    source.onmessage = () => watch.wake();
    source.onopen = () => heard.reached();
    source.onerror = () => watch.wake();
    return source;
  }

  function hear(failure: unknown): void {
    if (failure === undefined) {
      // A browser gives up after an answer that is no stream, such as one of a proxy while the server restarts.
      if (pokes.readyState === EventSource.CLOSED) pokes = listen();
      heard.reached();
    } else if ((failure as { status?: number }).status === 401) {
      heard.unknown();
    } else {
      heard.lost();
    }
  }
  return () => watch.wake();
}
