// The merchant around every screen: who is signed in, where it sells, and which part of it is looked at.
import type { Answer } from '@tandem/contract/index.ts';
import type { Permission } from '@tandem/contract/permissions.ts';
import { createContext, useContext } from 'react';

export type Session = Answer<'GET /api/session'>;
export type Merchant = Session['merchant'];
export type Location = Answer<'GET /api/locations'>['items'][number];
export type Channel = Answer<'GET /api/channels'>['items'][number];

/** The part of the trade that is looked at: everything, one location, or one channel. */
export type Scope = { kind: 'all' } | { kind: 'location'; id: string } | { kind: 'channel'; id: string };

export interface Shop {
  readonly session: Session;
  readonly merchant: Merchant;
  readonly locations: readonly Location[];
  readonly channels: readonly Channel[];
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  readonly may: (permission: Permission) => boolean;
}

export const ShopContext = createContext<Shop | null>(null);

/** The shop of the person who is signed in. Only inside the frame. */
export function useShop(): Shop {
  const shop = useContext(ShopContext);
  if (!shop) throw new Error('useShop is used outside the frame');
  return shop;
}

/** The scope as the query of a report or list takes it. */
export function scopeQuery(scope: Scope): { locationId?: string; channelId?: string } {
  if (scope.kind === 'location') return { locationId: scope.id };
  return scope.kind === 'channel' ? { channelId: scope.id } : {};
}
