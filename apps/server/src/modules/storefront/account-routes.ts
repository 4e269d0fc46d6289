/** A shopper's account: join, sign in and out, claim with a code, and the page of what is theirs. Plain forms, no script. */
import type { AccountForm, SignInView, Typed } from '@tandem/storefront/views.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../../platform/ids.ts';
import { RefusalError } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import {
  claimMember,
  endAccountSession,
  joinAsMember,
  type Opened,
  requireMember,
  signInMember,
  type Visitor,
} from '../members/index.ts';
import { ordersOfMember } from '../orders/index.ts';
import { couponsOfMember } from '../promotions/index.ts';
import { claimForm, joinForm, signInForm } from './account-forms.ts';
import { basketIdOf } from './basket-cookie.ts';
import { seeOther } from './basket-routes.ts';
import { deriveId, isId } from './derive-id.ts';
import { dropMember, keepMember, memberTokenOf } from './member-cookie.ts';
import { nameMember } from './name-member.ts';
import { sendPersonal } from './page.ts';
import { formOf } from './read-form.ts';
import { queryOf } from './read-query.ts';
import type { Site, Visit } from './site.ts';

type Visited = (request: FastifyRequest) => Promise<Visit>;
type Open = (site: Site, visitor: Visitor, form: Typed) => Promise<Opened>;
const ordersMax = 50;

/** Where somebody who signed in may be sent on to. */
const nextPages = ['/account', '/basket', '/checkout'] as const;

export function addAccountRoutes(app: FastifyInstance, site: Site, prefix: string, visited: Visited): void {
  app.get(`${prefix}/account`, async (request, reply) => {
    const visit = await visited(request);
    const query = queryOf(request);
    const next = nextOf(query.get('next'));
    if (visit.member === undefined)
      return showSignIn(site, visit, reply, { form: formNamed(query.get('form')), next, typed: {} });
    const { memberId } = visit.member;
    const view = await readAs(site.platform.pool, visit.shop.merchantId, async (tx) => {
      const { name, email, phone, tier, reference } = await requireMember(tx, memberId);
      const at = new Date(site.platform.clock.now()).toISOString();
      return {
        member: { name, email, phone, tier, reference },
        orders: await ordersOfMember(tx, memberId, ordersMax),
        codes: await couponsOfMember(tx, memberId, at),
      };
    });
    return sendPersonal(reply, site.loaded.pages.account(visit.frame('/account'), view));
  });
  const add = (path: string, form: AccountForm, open: Open) =>
    app.post(`${prefix}${path}`, (request, reply) => enter(site, visited, request, reply, form, open));
  add('/account/session', 'sign_in', (ports, visitor, form) => signInMember(ports.platform, visitor, signInForm(form)));
  add('/account/joining', 'join', (ports, visitor, form) => {
    const asked = joinForm({ ...form, id: deriveId(isId(form.command) ? form.command : newId(), 'join') });
    return joinAsMember(ports.platform, visitor, asked);
  });
  add('/account/claim', 'claim', (ports, visitor, form) => claimMember(ports.platform, visitor, claimForm(form)));
  app.post(`${prefix}/account/signing-out`, async (request, reply) => {
    const visit = await visited(request);
    const hash = memberTokenOf(request, visit.shop.merchantId);
    if (hash !== undefined)
      await readAs(site.platform.pool, visit.shop.merchantId, (tx) => endAccountSession(tx, hash));
    dropMember(reply);
    const basketId = basketIdOf(request);
    if (basketId !== undefined) await nameMember(site, { ...visit, member: undefined }, basketId);
    return seeOther(reply, visit.at('/account'));
  });
}

/** Lets somebody in, or shows the same form again with what was typed, but for secrets. */
async function enter(
  site: Site,
  visited: Visited,
  request: FastifyRequest,
  reply: FastifyReply,
  form: AccountForm,
  open: Open,
): Promise<FastifyReply> {
  const visit = await visited(request);
  const { merchantId, channelId } = visit.shop;
  const given = formOf(request);
  const next = nextOf(given.next ?? null);
  const userAgent = request.headers['user-agent'] ?? '';
  try {
    const opened = await open(site, { merchantId, channelId, address: request.ip, userAgent }, given);
    // The session that this browser had before is not left behind.
    const before = memberTokenOf(request, merchantId);
    if (before !== undefined) await readAs(site.platform.pool, merchantId, (tx) => endAccountSession(tx, before));
    keepMember(reply, opened.token);
    const basketId = basketIdOf(request);
    const member = { memberId: opened.memberId, name: '', email: null, phone: null };
    if (basketId !== undefined) await nameMember(site, { ...visit, member }, basketId);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { name = '', email = '', login = '' } = given;
    const isKnown = error.refusal.code === 'member.email_taken';
    // Whose e-mail is known already needs the code of the shop.
    const again: AccountForm = isKnown ? 'claim' : form;
    const typed = { name, email, login: isKnown ? email : login };
    const status = error.refusal.status === 429 ? 429 : 422;
    return showSignIn(site, visit, reply, { form: again, next, typed, problem: error.refusal }, status);
  }
  return seeOther(reply, visit.at(next));
}

function showSignIn(
  site: Site,
  visit: Visit,
  reply: FastifyReply,
  view: Omit<SignInView, 'commandId'>,
  status = 200,
): FastifyReply {
  const html = site.loaded.pages.signIn(visit.frame('/account'), { ...view, commandId: newId() });
  return sendPersonal(reply, html, status);
}

function nextOf(text: string | null): SignInView['next'] {
  return nextPages.find((page) => page.slice(1) === text) ?? '/account';
}

function formNamed(text: string | null): AccountForm {
  return text === 'join' || text === 'claim' ? text : 'sign_in';
}
