/** What every page loads: a little life for pages that work without it. */

import { startPieces } from './basket-pieces.ts';
import { startForms } from './forms.ts';

startPieces();
startForms();
const box = document.querySelector<HTMLElement>('[data-island="buy-box"]');
if (box !== null) void import('./start-buy-box.ts').then(({ startBuyBox }) => startBuyBox(box));
