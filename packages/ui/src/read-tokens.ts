// Reads tokens.css as plain values, so that tests can measure what people will see.

import { readFileSync } from 'node:fs';

export type Scheme = 'light' | 'dark';

/** The variables of one selector of tokens.css, by name without the dashes. Refuses a selector that is not there. */
export function readTokens(selector: string): Record<string, string> {
  const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no rule for ${selector}`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  const found = body.matchAll(/--([\w-]+):\s*([^;]+);/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value?.replaceAll(/\s+/g, ' ').trim()]));
}

/** The colours of a scheme as hex, by name without the dashes. */
export function schemeTokens(scheme: Scheme): Record<string, string> {
  return readTokens(`[data-mantine-color-scheme="${scheme}"]`);
}
