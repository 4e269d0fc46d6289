/** Parts of a page that are the same each time for the same thing are drawn once and kept as text, as long as the thing lives. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

interface Texts {
  within: object | undefined;
  texts: Map<string, string>;
}
const kept = new WeakMap<object, Texts>();
const textsMax = 60;

/**
 * For an element's `dangerouslySetInnerHTML`: safe, because it is drawn by Preact like all the rest. What is drawn may
 * depend on the thing, on `within` (the shop) and on what `variant` names, and on nothing else.
 */
export function fixed(thing: object, variant: string, draw: () => VNode, within?: object): { __html: string } {
  let texts = kept.get(thing);
  if (texts === undefined || texts.within !== within) {
    texts = { within, texts: new Map() };
    kept.set(thing, texts);
  }
  let html = texts.texts.get(variant);
  if (html === undefined) {
    html = renderToString(draw());
    if (texts.texts.size < textsMax) texts.texts.set(variant, html);
  }
  return { __html: html };
}
