/** What every page loads: a little life for pages that work without it. */

import { startPieces } from './basket-pieces.ts';
import { startForms } from './forms.ts';
import { freshen, startFresh } from './fresh-page.ts';
import { startPaymentWays } from './payment-ways.ts';
import { watchPokes } from './watch-pokes.ts';

startPieces();
startForms();
startFresh();
startPaymentWays();
const box = document.querySelector<HTMLElement>('[data-island="buy-box"]');
if (box !== null) void import('./start-buy-box.ts').then(({ startBuyBox }) => startBuyBox(box));
else {
  const { watches } = document.body.dataset;
  if (watches !== undefined) watchPokes(watches.startsWith('order=') ? `?${watches}` : '', () => freshen());
}
