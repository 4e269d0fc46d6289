/** Errors as RFC 9457 problem documents with a stable code. */
import type { FastifyReply } from 'fastify';
import type { Refusal } from '../refusal.ts';

export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  field?: string;
  incident?: string;
  params?: Record<string, unknown>;
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not now',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Refused',
  429: 'Too many tries',
  500: 'Internal error',
  503: 'Busy',
};

export function problemOf(refusal: Omit<Refusal, 'status'> & { status: number; incident?: string }): ProblemDocument {
  return { type: `urn:tandem:${refusal.code}`, title: titles[refusal.status] ?? 'Error', ...refusal };
}

export function sendProblem(reply: FastifyReply, problem: ProblemDocument): FastifyReply {
  if (problem.status === 503 || problem.status === 429)
    reply.header('retry-after', problem.status === 503 ? '1' : '60');
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}
