// The one live connection of the page: server-sent pokes, and a poll every 15 s when they fail.
import { call } from '@tandem/contract/client.ts';
import { feedReader } from './feed-reader.ts';

const pollMs = 15_000;

const reader = feedReader((after) => call('GET /api/feed', { query: { after, limit: 500 } }));
const watchers = new Set<() => void>();
let source: EventSource | undefined;
let poll: ReturnType<typeof setInterval> | undefined;
let isLive = false;

export const liveFeed = {
  ...reader,
  isLive: () => isLive,
  onState(watcher: () => void) {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  /** Opens the connection for these streams; gives the way to close it. */
  open(streams: readonly string[], onPoll: () => void): () => void {
    if (streams.length > 0) connect(streams);
    poll = setInterval(() => {
      if (isLive) return;
      void reader.catchUp();
      onPoll();
      if (streams.length > 0 && source?.readyState === EventSource.CLOSED) connect(streams);
    }, pollMs);
    return () => {
      clearInterval(poll);
      source?.close();
      tellState(false);
    };
  },
};

function connect(streams: readonly string[]): void {
  source?.close();
  source = new EventSource(`/api/feed/pokes?streams=${encodeURIComponent(streams.join(','))}`);
  source.onopen = () => {
    tellState(true);
    void reader.catchUp();
  };
  source.onerror = () => tellState(false);
  source.onmessage = (event) => void reader.poked(JSON.parse(event.data) as Record<string, number>);
}

function tellState(next: boolean): void {
  if (next === isLive) return;
  isLive = next;
  for (const watcher of watchers) watcher();
}
