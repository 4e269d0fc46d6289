/** What one route of the API is: the one source of validation, serialisation, types and the OpenAPI document. */
import type { Static, TSchema } from 'typebox';
import type { Permission } from './permissions.ts';

/** Who may call: anybody, a shopper of an online store, a paired register, or staff with a permission. */
export type Access = 'public' | 'shopper' | 'register' | 'register_staff' | Permission | 'staff';

export interface Route {
  summary: string;
  access: Access;
  /** The caller names the command in the Idempotency-Key header: required where money or stock moves. */
  idempotency?: 'required' | 'optional';
  params?: TSchema;
  query?: TSchema;
  body?: TSchema;
  answer: TSchema;
  /** What the answer is sent as, JSON unless named. */
  answerType?: 'text/csv';
  /** Success status, 200 unless named. */
  status?: number;
  /** Codes of the refusals that the trade may give, beside the general ones. */
  refusals?: readonly string[];
  /** Largest body in bytes, 64 KiB unless named. */
  bodyLimit?: number;
}

/** Keys are `METHOD /path/:param`. */
export type Routes = Record<string, Route>;

type Part<R, K extends string> = R extends Record<K, infer S extends TSchema> ? Static<S> : undefined;

export type ParamsOf<R> = Part<R, 'params'>;
export type QueryOf<R> = Part<R, 'query'>;
export type BodyOf<R> = Part<R, 'body'>;
export type AnswerOf<R> = R extends { answer: infer S extends TSchema } ? Static<S> : never;
