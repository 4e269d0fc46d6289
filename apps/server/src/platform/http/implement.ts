/** Ties a route of the contract to the use case that answers it. */
import type { Answer, Body, Params, Query, RouteKey } from '@tandem/contract/index.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from './principal.ts';

export interface Asked<K extends RouteKey> {
  params: Params<K>;
  query: Query<K>;
  body: Body<K>;
  /** The caller's Idempotency-Key, or one made for this request where the route allows to leave it out. */
  commandId: string;
  principal: Principal;
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface Implementation {
  key: RouteKey;
  run(asked: Asked<RouteKey>): Promise<unknown>;
}

/** An implementation whose input and answer have the contract's types. */
export function implement<K extends RouteKey>(key: K, run: (asked: Asked<K>) => Promise<Answer<K>>): Implementation {
  return { key, run: run as unknown as Implementation['run'] };
}

/** What a command needs of a request. */
export function given<B>(asked: { principal: Principal; commandId: string }, body: B) {
  return { merchantId: asked.principal.merchantId, id: asked.commandId, actor: asked.principal.actor, body };
}
