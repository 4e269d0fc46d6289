/** Some promotions ask how it is paid: choosing a way that costs another amount shows that amount. */
import { askFor } from './fresh-page.ts';

/** Listens for the choice; without the script the order is refused once, with the amount of the way that was chosen. */
export function startPaymentWays(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.checked) ask(target);
  });
  // Chosen before the script was there, or brought back by the browser.
  for (const way of document.querySelectorAll<HTMLInputElement>('input[data-asks]'))
    if (way.checked && !way.defaultChecked) ask(way);
}

function ask({ dataset: { asks } }: HTMLInputElement): void {
  if (asks !== undefined) askFor(asks);
}
