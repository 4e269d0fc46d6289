/** Follows the stock of an open product page: a poke says that it moved, a pull says what it is now. */
import type { AvailabilityItem } from '../views.ts';

const pauseMs = 250;

/** Calls back with new figures; gives the way to stop. Without a connection the page simply stays as it is. */
export function watchStock(productId: string, tell: (items: AvailabilityItem[]) => void): () => void {
  let pulling = false;
  let again = false;
  const pull = async () => {
    if (pulling) {
      again = true;
      return;
    }
    pulling = true;
    const response = await fetch(`/api/shop/products/${productId}/availability`).catch(() => undefined);
    const answer = response?.ok ? await response.json().catch(() => undefined) : undefined;
    if (answer !== undefined) tell(answer.items);
    setTimeout(() => {
      pulling = false;
      if (!again) return;
      again = false;
      void pull();
    }, pauseMs);
  };
  let source: EventSource | undefined;
  // Also what happened between the drawing of the page and now.
  let wasLost = true;
  const open = () => {
    source = new EventSource(`/api/shop/pokes?product=${productId}`);
    source.onmessage = () => void pull();
    source.onerror = () => {
      wasLost = true;
    };
    // What happened while nobody listened is fetched once.
    source.onopen = () => {
      if (wasLost) void pull();
      wasLost = false;
    };
  };
  // A page in the background costs the shop nothing, and is fresh again before it is seen.
  const turn = () => {
    source?.close();
    source = undefined;
    if (document.visibilityState !== 'visible') return;
    open();
    void pull();
  };
  open();
  document.addEventListener('visibilitychange', turn);
  return () => {
    source?.close();
    document.removeEventListener('visibilitychange', turn);
  };
}
