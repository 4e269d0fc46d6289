/** The typed call that every face uses. Imports types only, so that no schema reaches a browser. */
import type { Answer, Body, Params, Query, RouteKey } from './index.ts';

/** A refusal, a bad request or an outage as the server told it (RFC 9457). */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly params: Record<string, unknown>;

  constructor(problem: {
    status: number;
    code: string;
    detail?: string;
    title?: string;
    field?: string;
    params?: Record<string, unknown>;
  }) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.status = problem.status;
    this.code = problem.code;
    this.field = problem.field;
    this.params = problem.params ?? {};
  }
}

type Given<K extends RouteKey> = (Params<K> extends undefined ? object : { params: Params<K> }) &
  (Query<K> extends undefined ? object : { query?: Query<K> }) &
  (Body<K> extends undefined ? object : { body: Body<K> }) & {
    /** The caller's id of the command (UUIDv7); send it again unchanged when no answer came. */
    commandId?: string;
    signal?: AbortSignal;
  };

/**
 * Calls a route by its key, e.g. `call('GET /api/orders/:id', { params: { id } })`.
 * Throws ProblemError for every answer that is no success, code `network` when none came or it is not Tandem's.
 */
export async function call<K extends RouteKey>(key: K, given: Given<K>): Promise<Answer<K>> {
  const { params, query, body, commandId, signal } = given as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
    commandId?: string;
    signal?: AbortSignal;
  };
  const [method = 'GET', path = '/'] = key.split(' ');
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (commandId !== undefined) headers['idempotency-key'] = commandId;
  let response: Response;
  try {
    response = await fetch(address(path, params, query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError({ status: 0, code: 'network', detail: 'No answer from the server' });
  }
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  // A captive portal answers 200 with its own page: that is no answer of Tandem's.
  if (!isJson)
    throw new ProblemError({ status: response.status, code: 'network', detail: 'The answer is not from Tandem' });
  const answer = await response.json().catch(() => undefined);
  if (answer === undefined)
    throw new ProblemError({ status: response.status, code: 'network', detail: 'The answer was cut off' });
  if (!response.ok) throw new ProblemError({ ...answer, status: response.status });
  return answer as Answer<K>;
}

function address(path: string, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return text === '' ? filled : `${filled}?${text}`;
}
