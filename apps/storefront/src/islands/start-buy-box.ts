/** Hands the server's drawing of the buying box over to the browser. */
import { h, hydrate, render } from 'preact';
import { BuyBox } from './buy-box.tsx';
import type { BuyProps } from './buy-box-props.ts';

export function startBuyBox(place: HTMLElement): void {
  const box = () => h(BuyBox, JSON.parse(place.dataset.props ?? '{}') as BuyProps);
  hydrate(box(), place);
  // New prices came with a fresh page.
  place.addEventListener('fresh', () => render(box(), place));
}
