/** What an address says after its question mark; nothing in it is trusted. */
import type { Problem } from '@tandem/storefront/views.ts';
import type { FastifyRequest } from 'fastify';

export function queryOf(request: FastifyRequest): URLSearchParams {
  const url = request.raw.url ?? '';
  const mark = url.indexOf('?');
  const query = new URLSearchParams(mark === -1 ? '' : url.slice(mark + 1));
  for (const [name, value] of query)
    if (value.includes('\0') || !value.isWellFormed()) query.set(name, value.toWellFormed().replaceAll('\0', ''));
  return query;
}

/** 1 when none is named; undefined for what is no page. */
export function pageNumber(text: string | null, most: number): number | undefined {
  if (text === null) return 1;
  const page = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return page >= 1 && page <= most ? page : undefined;
}

/** A refusal that a form's answer carries to the next page, e.g. `?problem=stock.short&left=2`. */
export function problemInQuery(query: URLSearchParams): Problem | undefined {
  const code = query.get('problem');
  if (code === null || !/^[a-z_.]{1,60}$/.test(code)) return undefined;
  const left = query.get('left');
  return { code, ...(left !== null && /^\d{1,9}$/.test(left) ? { params: { available: Number(left) * 1000 } } : {}) };
}

/** The other way round. */
export function queryWithProblem(path: string, problem: Problem): string {
  const query = new URLSearchParams({ problem: problem.code });
  const left = problem.params?.available;
  if (typeof left === 'number') query.set('left', String(Math.floor(left / 1000)));
  return `${path}?${query}`;
}
