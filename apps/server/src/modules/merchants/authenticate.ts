/** Works out who asks, for each kind of access; at once when it was worked out in the last seconds. */
import type {} from '@fastify/cookie';
import { type Permission, permissionsOf } from '@tandem/contract/permissions.ts';
import type { Access } from '@tandem/contract/route.ts';
import type { FastifyRequest } from 'fastify';
import type { Authenticate, Principal } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { readToken, registerCookie, staffCookie, tillCookie } from './cookies.ts';
import { readPairedRegister } from './read-paired-register.ts';
import { readSession } from './read-session.ts';
import { ShortCache } from './short-cache.ts';
import type { Tenants } from './tenants.ts';

export interface Doors {
  authenticate: Authenticate;
  /** Forgets who was let in: call when a session ended, a person was changed, a device unpaired. */
  forget(): void;
}

const keptMs = 3000;
const nothing: ReadonlySet<Permission> = new Set();
const missing = (): never => refuse('session.missing', 'Sign in first.', { status: 401 });

export function newDoors({ pool, clock }: Pick<Platform, 'pool' | 'clock'>, tenants: Tenants): Doors {
  const staff = new ShortCache<Principal>(clock, keptMs);
  const registers = new ShortCache<Principal>(clock, keptMs);
  const tills = new ShortCache<Principal>(clock, keptMs);
  const ports = { pool, clock };

  const ofStaff = (request: FastifyRequest): Principal | Promise<Principal> => {
    const cookie = request.cookies[staffCookie];
    if (cookie === undefined) return missing();
    return (
      staff.get(cookie) ??
      staff.load(cookie, () => readStaffPrincipal(ports, cookie)).then((found) => found ?? missing())
    );
  };
  const ofRegister = (request: FastifyRequest): Principal | Promise<Principal> => {
    const token = bearerOf(request) ?? request.cookies[registerCookie];
    if (token === undefined) return missing();
    return (
      registers.get(token) ??
      registers.load(token, () => readRegisterPrincipal(ports, token)).then((found) => found ?? missing())
    );
  };
  const ofTill = async (request: FastifyRequest): Promise<Principal> => {
    const register = await ofRegister(request);
    const cookie = request.cookies[tillCookie];
    if (cookie === undefined) return missing();
    const key = `${register.actor.registerId} ${cookie}`;
    return tills.get(key) ?? (await tills.load(key, () => readTillPrincipal(ports, register, cookie))) ?? missing();
  };
  return {
    authenticate: (request, access) => {
      if (access === 'public') return visitorOf(tenants, request);
      if (access === 'shopper') return shopperOf(tenants, request);
      if (access === 'register') return ofRegister(request);
      if (access === 'register_staff') return ofTill(request);
      const principal = ofStaff(request);
      return principal instanceof Promise
        ? principal.then((known) => allowed(known, access))
        : allowed(principal, access);
    },
    forget: () => [staff, registers, tills].forEach((cache) => cache.clear()),
  };
}

function allowed(
  principal: Principal,
  access: Exclude<Access, 'public' | 'shopper' | 'register' | 'register_staff'>,
): Principal {
  if (access === 'staff' || principal.permissions.has(access)) return principal;
  return refuse('permission.missing', 'Your role does not allow this.', {
    status: 403,
    params: { permission: access },
  });
}

/** Scripts without cookies send the register's token in the Authorization header. */
function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
}

async function visitorOf(tenants: Tenants, request: FastifyRequest): Promise<Principal> {
  const merchantId = (await tenants.merchantOf(request.hostname)) ?? '';
  return { merchantId, actor: { kind: 'shopper' }, permissions: nothing, locationIds: null };
}

function shopperOf(tenants: Tenants, request: FastifyRequest): Principal | Promise<Principal> {
  const principalOf = (shop: { merchantId: string; channelId: string } | undefined): Principal => {
    if (shop === undefined) return refuse('shop.not_found', 'There is no shop at this address.', { status: 404 });
    return {
      merchantId: shop.merchantId,
      actor: { kind: 'shopper', channelId: shop.channelId },
      permissions: nothing,
      locationIds: null,
    };
  };
  const shop = tenants.resolveShop(request.hostname);
  return shop instanceof Promise ? shop.then(principalOf) : principalOf(shop);
}

type Ports = Pick<Platform, 'pool' | 'clock'>;

async function readStaffPrincipal({ pool, clock }: Ports, cookie: string): Promise<Principal | undefined> {
  const token = readToken(cookie);
  if (token === undefined) return undefined;
  const session = await readAs(pool, token.merchantId, (tx) => readSession(tx, token, clock.now()));
  if (session === undefined || session.registerId !== null) return undefined;
  return {
    merchantId: token.merchantId,
    actor: { kind: 'staff', staffId: session.staffId },
    permissions: new Set(permissionsOf[session.role]),
    locationIds: session.locationIds.length === 0 ? null : session.locationIds,
    sessionHash: token.hash,
  };
}

async function readRegisterPrincipal({ pool, clock }: Ports, text: string): Promise<Principal | undefined> {
  const token = readToken(text);
  if (token === undefined) return undefined;
  const register = await readAs(pool, token.merchantId, (tx) => readPairedRegister(tx, token, clock.now()));
  if (register === undefined) return undefined;
  return {
    merchantId: token.merchantId,
    actor: { kind: 'register', ...register },
    permissions: nothing,
    locationIds: [register.locationId],
  };
}

async function readTillPrincipal(
  { pool, clock }: Ports,
  register: Principal,
  cookie: string,
): Promise<Principal | undefined> {
  const token = readToken(cookie);
  if (token === undefined || token.merchantId !== register.merchantId) return undefined;
  const session = await readAs(pool, token.merchantId, (tx) => readSession(tx, token, clock.now()));
  if (session === undefined || session.registerId !== register.actor.registerId) return undefined;
  return {
    ...register,
    actor: { ...register.actor, staffId: session.staffId },
    permissions: new Set(permissionsOf[session.role]),
    sessionHash: token.hash,
  };
}
