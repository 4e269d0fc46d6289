/** What the server hands to the pages. Texts stay in all their languages; amounts are minor units, quantities thousandths. */
import type { Answer } from '@tandem/contract/index.ts';

export type Locale = 'en' | 'zh-Hant';
export type LocalisedText = { en?: string; 'zh-Hant'?: string };

/** When goods of a store can be collected, in the store's own time. `day` counts from today. */
export interface PickupTime {
  day: number;
  /** Opening and closing on that day, as HH:MM. */
  from: string;
  to: string;
  /** ISO weekday of that day, 1 is Monday. */
  weekday: number;
}

export interface StoreView {
  id: string;
  name: LocalisedText;
  addressLines: string[];
  openingHours: { day: number; from: string; to: string }[];
  /** Null when the store is never open. */
  pickup: PickupTime | null;
}

export interface CategoryView {
  handle: string;
  name: LocalisedText;
  imageUrl: string | null;
}

/** What every page knows of the shop. */
export interface ShopView {
  merchantName: string;
  currency: string;
  pricesIncludeTax: boolean;
  shippingAmount: number;
  freeShippingFromAmount: number | null;
  categories: CategoryView[];
  /** Stores where goods can be collected. */
  stores: StoreView[];
  /** The country that addresses begin with, ISO 3166. */
  country: string;
  /** The zone in which the ends of offers are told. */
  timeZone: string;
}

export interface Assets {
  style: string;
  script: string;
  /** The part of the script that a product page needs. */
  buyBox: string;
}

/** Where and for whom a page is drawn. `path` has no language prefix. */
export interface Frame {
  locale: Locale;
  /** Scheme and host, e.g. https://shop.example. */
  origin: string;
  path: string;
  assets: Assets;
  shop: ShopView;
  /** Of who signed in; left out on pages that all shoppers share. */
  memberName?: string;
  /** The next instant (UTC) at which a price on the page may be another; an open page asks again then. */
  validUntil?: string | null;
}

/** An offer in the few words of a badge. Amounts are minor units, shares basis points (10,000 is free). */
export type BadgeView =
  | { kind: 'percent'; basisPoints: number }
  | { kind: 'amount'; amount: number }
  | { kind: 'n_for'; count: number; amount: number }
  | { kind: 'buy_get'; buy: number; get: number; basisPoints: number }
  | { kind: 'nth'; n: number; basisPoints: number }
  | { kind: 'breaks'; count: number; reward: { kind: 'percent' | 'amount' | 'price'; value: number } }
  | { kind: 'gift' }
  | { kind: 'name' };

/** A promotion that makes goods cheaper, now or with more of them. */
export interface OfferView {
  promotionId: string;
  name: LocalisedText;
  badge: BadgeView;
  /** UTC; null: no end within the next two days. */
  endsAt: string | null;
  /** It is about the whole basket, whatever is in it: told on the page of a product, not on each tile. */
  isWide: boolean;
}

/** What one piece of a variant costs now, and why. */
export interface PriceView {
  amount: number;
  /** What it costs otherwise; only where that is more. */
  beforeAmount: number | null;
  /** The lowest price of the 30 days before the reduction; only where the price is a reduced one. */
  lowestAmount: number | null;
  offers: OfferView[];
  /** When the reduced price ends, UTC; null: not within the next two days. */
  endsAt: string | null;
  /** What it costs everybody; only where the member who is signed in pays something else. */
  everybodyAmount?: number;
  /** What each piece costs from a number of pieces on. */
  breaks: { count: number; amount: number }[];
}

export interface TileView {
  id: string;
  handle: string;
  name: LocalisedText;
  brand: string;
  imageUrl: string | null;
  fromAmount: number;
  toAmount: number;
  compareAtAmount: number | null;
  /** As of a price. */
  lowestAmount: number | null;
  /** As of a price, about `fromAmount`. */
  everybodyAmount?: number;
  offers: OfferView[];
  endsAt: string | null;
  isAvailable: boolean;
}

export interface MediaView {
  id: string;
  variantId: string | null;
  alt: LocalisedText;
  url: string;
  width: number;
  height: number;
}

export interface VariantView {
  id: string;
  sku: string;
  optionValues: string[];
  price: PriceView;
}

/** What one piece of a bundle holds. */
export interface BundleView {
  variantId: string;
  parts: {
    variantId: string;
    /** Null where the shop does not show it by itself. */
    handle: string | null;
    name: LocalisedText;
    optionNames: LocalisedText[];
    imageUrl: string | null;
    /** Thousandths in one bundle. */
    quantity: number;
    /** What one piece costs on its own now. */
    unitAmount: number;
  }[];
  /** What all of it costs when bought separately. */
  aloneAmount: number;
}

export interface ProductFacts {
  id: string;
  handle: string;
  name: LocalisedText;
  description: LocalisedText;
  brand: string;
  category: { handle: string; name: LocalisedText } | null;
  options: { name: LocalisedText; values: { code: string; name: LocalisedText; swatch?: string | undefined }[] }[];
  variants: VariantView[];
  media: MediaView[];
  /** Of those variants that are bundles. */
  bundles?: BundleView[];
}

export type AvailabilityItem = Answer<'GET /api/shop/products/:id/availability'>['items'][number];

export interface ProductView {
  product: ProductFacts;
  availability: AvailabilityItem[];
  related: TileView[];
  /** Why the last try to add it failed, for browsers without JavaScript. */
  problem?: Problem | undefined;
}

export interface HomeView {
  featured: TileView | null;
  newest: TileView[];
  offers: TileView[];
}

export interface ListView {
  /** Null on a search page. */
  category: { handle: string; name: LocalisedText } | null;
  search: string;
  tiles: TileView[];
  total: number;
  page: number;
  pageCount: number;
}

export type BasketView = Answer<'GET /api/shop/baskets/:id'>;
export type OrderView = Answer<'GET /api/shop/orders/:token'>;

/** A refusal as it is told to a shopper. */
export interface Problem {
  code: string;
  field?: string | undefined;
  params?: Record<string, unknown> | undefined;
}

export interface BasketPageView {
  /** Null before anything was put in. */
  basket: BasketView | null;
  /** Ids for the forms of this page, so that sending one twice counts once. */
  commandIds: { next(): string };
  canShip: boolean;
  problem?: Problem | undefined;
}

/** What was typed into the checkout and refused, so that nobody types it again. */
export type Typed = Readonly<Record<string, string>>;

export interface CheckoutView {
  basket: BasketView;
  commandId: string;
  /** What the basket would cost to ship, null when no place ships. */
  canShip: boolean;
  step: 'details' | 'payment';
  typed: Typed;
  problem?: Problem | undefined;
}

/** Which of the three ways in a page shows open. */
export type AccountForm = 'sign_in' | 'join' | 'claim';

export interface SignInView {
  form: AccountForm;
  /** Where it goes on. */
  next: '/account' | '/basket' | '/checkout';
  commandId: string;
  /** Never a password, never a code. */
  typed: Typed;
  problem?: Problem | undefined;
}

export interface AccountView {
  member: {
    name: string;
    email: string | null;
    phone: string | null;
    tier: string | null;
    reference: string | null;
  };
  /** The newest first. */
  orders: {
    number: string;
    token: string;
    placedAt: string;
    totalAmount: number;
    currency: string;
    headline: OrderView['headline'];
  }[];
  codes: { code: string; name: LocalisedText; state: 'usable' | 'used' | 'expired'; expiresAt: string | null }[];
}

export interface OrderPageView {
  order: OrderView;
  token: string;
  /** Of a payment that may be made from the page. */
  commandId: string;
  problem?: Problem | undefined;
  /** Names of products' pictures by line number are not kept with an order; names of places are. */
  places: Record<string, { name: LocalisedText; addressLines: string[]; timeZone: string }>;
  timeZone: string;
}
