/** Parts of a page that are the same each time for the same thing are drawn once and kept as text, as long as the thing lives. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

interface Texts {
  shop: object;
  texts: Map<string, string>;
}
const kept = new WeakMap<object, Texts>();
const textsMax = 60;

/**
 * For an element's `dangerouslySetInnerHTML`: safe, because it is drawn by Preact like all the rest. What is drawn may
 * depend on the thing, on the shop and on what `variant` names, and on nothing else.
 */
export function fixed(thing: object, shop: object, variant: string, draw: () => VNode): { __html: string } {
  let known = kept.get(thing);
  if (known === undefined || known.shop !== shop) {
    known = { shop, texts: new Map() };
    kept.set(thing, known);
  }
  let html = known.texts.get(variant);
  if (html === undefined) {
    html = renderToString(draw());
    if (known.texts.size < textsMax) known.texts.set(variant, html);
  }
  return { __html: html };
}
