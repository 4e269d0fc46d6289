/** The trade says no: a typed code that faces translate, never a bug and never an outage. */
export interface Refusal {
  code: string;
  /** 404 not there, 409 not now, 422 not like this, 401/403 not you. */
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  detail: string;
  field?: string;
  params?: Record<string, unknown>;
}

export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.detail}`);
    this.refusal = refusal;
  }
}

/** Throws a refusal; 422 unless the status says otherwise. */
export function refuse(code: string, detail: string, more: Partial<Omit<Refusal, 'code' | 'detail'>> = {}): never {
  throw new RefusalError({ code, detail, status: 422, ...more });
}

/** Nothing with this id is there for the caller: the same answer whether it is another merchant's or nobody's. */
export function notFound(what: string): never {
  return refuse(`${what}.not_found`, `There is no such ${what.replaceAll('_', ' ')}.`, { status: 404 });
}
