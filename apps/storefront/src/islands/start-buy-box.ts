/** Hands the server's drawing of the buying box over to the browser. */
import { h, hydrate } from 'preact';
import { BuyBox } from './buy-box.tsx';
import type { BuyProps } from './buy-box-props.ts';

export function startBuyBox(place: HTMLElement): void {
  const props = JSON.parse(place.dataset.props ?? '{}') as BuyProps;
  hydrate(h(BuyBox, props), place);
}
