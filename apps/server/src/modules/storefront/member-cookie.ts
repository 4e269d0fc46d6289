/** The cookie of a shopper who signed in: no script can read it, and no other site's request carries it but a link that is followed. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { memberSessionDays } from '../members/index.ts';
import { readToken } from '../merchants/index.ts';

const memberCookie = '__Host-tandem-member';
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** The hash of the session's token; undefined for none, and for another merchant's. */
export function memberTokenOf(request: FastifyRequest, merchantId: string): Buffer | undefined {
  const token = readToken(request.cookies[memberCookie]);
  return token?.merchantId === merchantId ? token.hash : undefined;
}

/** Might somebody be signed in? Looks at nothing but the header, so that shared pages cost no more for it. */
export function carriesMember({ raw }: Pick<FastifyRequest, 'raw'>): boolean {
  return raw.headers.cookie?.includes(memberCookie) === true;
}

export function keepMember(reply: FastifyReply, token: string): void {
  reply.setCookie(memberCookie, token, { ...attributes, maxAge: memberSessionDays * 86_400 });
}

export function dropMember(reply: FastifyReply): void {
  reply.clearCookie(memberCookie, attributes);
}
