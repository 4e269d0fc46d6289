/** The three cookies and the token inside: the merchant, so that the tenant is known before anything is read, and a secret. */
import type {} from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { secretHash } from '../../platform/ids.ts';

export const staffCookie = '__Host-tandem-staff';
export const registerCookie = '__Host-tandem-register';
export const tillCookie = '__Host-tandem-till';

export const sessionHours = 12;
const registerDays = 400;

export interface Token {
  merchantId: string;
  hash: Buffer;
}

export function tokenOf(merchantId: string, secret: string): string {
  return `${merchantId.replaceAll('-', '')}.${secret}`;
}

/** What a token says; undefined for anything that cannot be one. */
export function readToken(text: string | undefined): Token | undefined {
  const match = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/.exec(
    text ?? '',
  );
  if (match === null) return undefined;
  return { merchantId: match.slice(1, 6).join('-'), hash: secretHash(match[6] as string) };
}

/** Sets one of the cookies: never readable by a script, never sent from another site. */
export function putCookie(reply: FastifyReply, name: string, token: string): void {
  const maxAge = name === registerCookie ? registerDays * 86_400 : sessionHours * 3600;
  reply.setCookie(name, token, { path: '/', secure: true, httpOnly: true, sameSite: 'strict', maxAge });
}

export function dropCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(name, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' });
}
