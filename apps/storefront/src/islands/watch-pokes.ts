/** Hears what moved in the shop while the page is seen. */

/** What moved; undefined when nobody listened for a while and anything may have. */
export type Moved = readonly string[] | undefined;

/** Calls back for each move; gives the way to stop. Without a connection the page simply stays as it is. */
export function watchPokes(query: string, tell: (moved: Moved) => void): () => void {
  let source: EventSource | undefined;
  let wasLost = false;
  const open = () => {
    source = new EventSource(`/api/shop/pokes${query}`);
    source.onmessage = (event) => tell(Object.keys(JSON.parse(event.data)));
    source.onerror = () => {
      wasLost = true;
    };
    // What happened while nobody listened is fetched once.
    source.onopen = () => {
      if (wasLost) tell(undefined);
      wasLost = false;
    };
  };
  // A page in the background costs the shop nothing, and is fresh again before it is seen.
  const turn = () => {
    source?.close();
    source = undefined;
    if (document.visibilityState !== 'visible') return;
    open();
    tell(undefined);
  };
  open();
  document.addEventListener('visibilitychange', turn);
  return () => {
    source?.close();
    document.removeEventListener('visibilitychange', turn);
  };
}
