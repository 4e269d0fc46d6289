/** Follows the stock of an open product page: a poke says that it moved, a pull says what it is now. */
import type { AvailabilityItem } from '../views.ts';
import { freshen } from './fresh-page.ts';
import { watchPokes } from './watch-pokes.ts';

const pauseMs = 250;

/** Calls back with new figures; gives the way to stop. New prices come with the page. */
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
  // Also what happened between the drawing of the page and now.
  void pull();
  return watchPokes(`?product=${productId}`, (moved) => {
    if (moved === undefined || moved.includes('catalog')) freshen();
    if (moved === undefined || moved.some((stream) => stream !== 'catalog')) void pull();
  });
}
