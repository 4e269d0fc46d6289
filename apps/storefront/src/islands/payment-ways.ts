/** Some promotions ask how it is paid: choosing a way that costs another amount shows that amount. */
import { askFor } from './fresh-page.ts';

/** Listens for the choice; without the script the order is refused once, with the amount of the way that was chosen. */
export function startPaymentWays(): void {
  document.addEventListener('change', ({ target }) => {
    const asks = target instanceof HTMLInputElement && target.checked ? target.dataset.asks : undefined;
    if (asks !== undefined) askFor(asks);
  });
}
