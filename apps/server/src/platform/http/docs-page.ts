/** A readable page of the contract, without any script. */
import { routes } from '@tandem/contract/index.ts';
import type { Route } from '@tandem/contract/route.ts';
import { describeShape, escapeHtml } from './describe-shape.ts';

export function docsPage(): string {
  const groups = new Map<string, string[]>();
  for (const [key, route] of Object.entries(routes as Record<string, Route>)) {
    const name = key.split('/')[2] ?? 'api';
    groups.set(name, [...(groups.get(name) ?? []), articleOf(key, route)]);
  }
  const sections = [...groups].map(
    ([name, articles]) => `<h2 id="${escapeHtml(name)}">${escapeHtml(name)}</h2>${articles.join('')}`,
  );
  const contents = [...groups.keys()].map((name) => `<a href="#${escapeHtml(name)}">${escapeHtml(name)}</a>`).join(' ');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Tandem API</title><link rel="stylesheet" href="/docs/style.css"></head><body><main><h1>Tandem API</h1>
<p>Machine-readable: <a href="/openapi.json">OpenAPI 3.1</a>. Money is in minor units, quantities in thousandths of a piece, instants in UTC. A command carries a UUID in the <code>Idempotency-Key</code> header; the same id with the same body gives the same answer for ever. Errors are problem documents (RFC 9457) with a stable <code>code</code>.</p>
<nav>${contents}</nav>
${sections.join('\n')}</main></body></html>`;
}

function articleOf(key: string, route: Route): string {
  const [method = '', path = ''] = key.split(' ');
  const shown = (['params', 'query', 'body', 'answer'] as const).flatMap((part) => {
    const schema = route[part];
    return schema === undefined
      ? []
      : [`<details><summary>${part}</summary><div>${describeShape(schema)}</div></details>`];
  });
  const refusals =
    route.refusals === undefined
      ? ''
      : `<br><small>Refusals: ${route.refusals.map((code) => `<code>${escapeHtml(code)}</code>`).join(', ')}</small>`;
  return `<article><span class="method">${method}</span> <code>${escapeHtml(path)}</code><br>${escapeHtml(route.summary)} <small>(${escapeHtml(route.access)}${route.idempotency === undefined ? '' : `, Idempotency-Key ${route.idempotency}`})</small>${refusals}${shown.join('')}</article>`;
}
