/** Merchant, places, channels, registers, staff, sessions. */
import { Type } from 'typebox';
import { permissions, roles } from './permissions.ts';
import type { Routes } from './route.ts';
import {
  Address, Code, Done, Email, Id, IdParams, Instant, Label, LocaleTag, LocalisedText, Nullable, PositiveAmount, Shape,
} from './shapes.ts';

const TimeZone = Type.String({ minLength: 1, maxLength: 60 });
const Currency = Type.String({ pattern: '^[A-Z]{3}$' });
const Password = Type.String({ minLength: 8, maxLength: 128 });
const Pin = Type.String({ pattern: '^[0-9]{4,8}$' });
const OpeningHours = Type.Array(
  Shape({ day: Type.Integer({ minimum: 1, maximum: 7 }), from: Type.String({ pattern: '^\\d\\d:\\d\\d$' }), to: Type.String({ pattern: '^\\d\\d:\\d\\d$' }) }),
  { maxItems: 21 },
);

export const Merchant = Shape({
  id: Id, name: Label, currency: Currency, pricesIncludeTax: Type.Boolean(), timeZone: TimeZone, locale: LocaleTag,
  locales: Type.Array(LocaleTag), dayCutOffHour: Type.Integer({ minimum: 0, maximum: 23 }),
});
export const LocationKind = Type.Enum(['store', 'warehouse', 'concession', 'pop_up']);
const locationFields = {
  code: Code, name: LocalisedText, kind: LocationKind, address: Address, region: Type.String({ maxLength: 20 }), timeZone: TimeZone,
  openingHours: OpeningHours, maySell: Type.Boolean(), mayPickUp: Type.Boolean(), mayShip: Type.Boolean(), isActive: Type.Boolean(),
};
export const Location = Shape({ id: Id, ...locationFields });
export const Safety = Shape({ kind: Type.Enum(['none', 'fixed', 'percent']), amount: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }) });
export const ChannelSource = Shape({ locationId: Id, safety: Safety });
const channelFields = {
  code: Code, name: LocalisedText, hostname: Nullable(Type.String({ maxLength: 253, pattern: '^[a-z0-9.-]+$' })),
  shippingAmount: PositiveAmount, freeShippingFromAmount: Nullable(PositiveAmount), sources: Type.Array(ChannelSource, { maxItems: 200 }), isActive: Type.Boolean(),
};
export const Channel = Shape({ id: Id, kind: Type.Enum(['online', 'till']), locationId: Nullable(Id), ...channelFields });
export const Register = Shape({
  id: Id, code: Code, name: Label, locationId: Id, channelId: Id, isPaired: Type.Boolean(), epoch: Type.Integer(),
  pairedAt: Nullable(Instant), lastSeenAt: Nullable(Instant), isActive: Type.Boolean(),
});
const Role = Type.Enum([...roles]);
export const Staff = Shape({
  id: Id, name: Label, email: Email, role: Role, locationIds: Type.Array(Id), hasPin: Type.Boolean(), hasPassword: Type.Boolean(),
  isActive: Type.Boolean(),
});
export const Session = Shape({
  staff: Staff, merchant: Merchant, permissions: Type.Array(Type.Enum([...permissions])), expiresAt: Instant,
});
export const SessionRow = Shape({
  id: Id, staffId: Id, staffName: Type.String(), userAgent: Type.String(), createdAt: Instant, lastSeenAt: Instant, isCurrent: Type.Boolean(),
});

export const merchantsRoutes = {
  'GET /api/setup': {
    summary: 'Whether Tandem is empty, and how far a running demo fill is', access: 'public',
    answer: Shape({ isEmpty: Type.Boolean(), demo: Nullable(Shape({ state: Type.Enum(['running', 'done', 'failed']), percent: Type.Integer(), step: Type.String() })) }),
  },
  'POST /api/setup': {
    summary: 'Set up the first merchant; signs the owner in', access: 'public', status: 201,
    body: Shape({
      merchantName: Label, currency: Currency, pricesIncludeTax: Type.Boolean(), timeZone: TimeZone, locale: LocaleTag,
      taxRates: Type.Array(Shape({ name: Label, ratePpm: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }), { maxItems: 5 }),
      store: Shape({ code: Code, name: Label, address: Address }), shopName: Label,
      owner: Shape({ name: Label, email: Email, password: Password, pin: Type.Optional(Pin) }),
    }),
    answer: Session, refusals: ['setup.done', 'currency.unknown', 'time_zone.unknown'],
  },
  'POST /api/setup/demo': {
    summary: 'Fill the empty Tandem with the demo merchant', access: 'public', status: 202, answer: Done, refusals: ['setup.done'],
  },
  'POST /api/session': {
    summary: 'Sign in with e-mail and password', access: 'public', body: Shape({ email: Email, password: Type.String({ maxLength: 128 }) }),
    answer: Session, refusals: ['session.refused', 'session.too_many_tries'],
  },
  'GET /api/session': { summary: 'Who is signed in', access: 'staff', answer: Session },
  'DELETE /api/session': { summary: 'Sign out', access: 'staff', answer: Done },
  'GET /api/sessions': { summary: 'Sessions of the signed-in person', access: 'staff', answer: Shape({ items: Type.Array(SessionRow) }) },
  'DELETE /api/sessions/:id': { summary: 'Revoke a session of the signed-in person', access: 'staff', params: IdParams, answer: Done },
  'GET /api/merchant': { summary: 'The merchant', access: 'staff', answer: Merchant },
  'PATCH /api/merchant': {
    summary: 'Change the merchant', access: 'merchant.change', idempotency: 'optional', answer: Merchant, refusals: ['time_zone.unknown'],
    body: Shape({ name: Type.Optional(Label), locale: Type.Optional(LocaleTag), timeZone: Type.Optional(TimeZone), dayCutOffHour: Type.Optional(Type.Integer({ minimum: 0, maximum: 23 })) }),
  },
  'GET /api/locations': { summary: 'All locations', access: 'staff', answer: Shape({ items: Type.Array(Location) }) },
  'POST /api/locations': {
    summary: 'Add a location; a store gets its till channel', access: 'location.change', idempotency: 'optional', status: 201,
    body: Shape({ ...locationFields, isActive: Type.Optional(Type.Boolean()) }), answer: Location, refusals: ['location.code_taken', 'time_zone.unknown'],
  },
  'PATCH /api/locations/:id': {
    summary: 'Change a location', access: 'location.change', idempotency: 'optional', params: IdParams,
    body: Type.Partial(Shape(locationFields), { additionalProperties: false }), answer: Location, refusals: ['location.code_taken', 'time_zone.unknown'],
  },
  'GET /api/channels': { summary: 'All channels with their sourcing lists', access: 'staff', answer: Shape({ items: Type.Array(Channel) }) },
  'POST /api/channels': {
    summary: 'Add an online shop', access: 'location.change', idempotency: 'optional', status: 201, body: Shape(channelFields), answer: Channel,
    refusals: ['channel.code_taken', 'channel.hostname_taken'],
  },
  'PATCH /api/channels/:id': {
    summary: 'Change a channel, its sourcing list and safety stock', access: 'location.change', idempotency: 'optional', params: IdParams,
    body: Type.Partial(Shape(channelFields), { additionalProperties: false }), answer: Channel, refusals: ['channel.code_taken', 'channel.hostname_taken'],
  },
  'GET /api/registers': { summary: 'All registers', access: 'staff', answer: Shape({ items: Type.Array(Register) }) },
  'POST /api/registers': {
    summary: 'Add a register to a store', access: 'register.change', idempotency: 'optional', status: 201,
    body: Shape({ code: Code, name: Label, locationId: Id }), answer: Register, refusals: ['register.code_taken', 'location.may_not_sell'],
  },
  'POST /api/registers/:id/pairing-code': {
    summary: 'A one-time code that pairs a device with the register, good for 10 minutes', access: 'register.change', params: IdParams, status: 201,
    answer: Shape({ code: Type.String(), expiresAt: Instant }),
  },
  'DELETE /api/registers/:id/pairing': { summary: 'Unpair the device of a register', access: 'register.change', params: IdParams, answer: Register },
  'GET /api/staff': { summary: 'All staff', access: 'staff.read', answer: Shape({ items: Type.Array(Staff) }) },
  'POST /api/staff': {
    summary: 'Add a person', access: 'staff.change', idempotency: 'optional', status: 201, answer: Staff, refusals: ['staff.email_taken'],
    body: Shape({ name: Label, email: Email, role: Role, locationIds: Type.Array(Id, { maxItems: 200 }), password: Type.Optional(Password), pin: Type.Optional(Pin) }),
  },
  'PATCH /api/staff/:id': {
    summary: 'Change a person; disabling ends every session', access: 'staff.change', idempotency: 'optional', params: IdParams, answer: Staff,
    refusals: ['staff.email_taken', 'staff.last_owner'],
    body: Shape({
      name: Type.Optional(Label), email: Type.Optional(Email), role: Type.Optional(Role), locationIds: Type.Optional(Type.Array(Id, { maxItems: 200 })),
      password: Type.Optional(Password), pin: Type.Optional(Pin), isActive: Type.Optional(Type.Boolean()),
    }),
  },
  'POST /api/till/pairing': {
    summary: 'Pair this device with a register by its one-time code', access: 'public', body: Shape({ code: Type.String({ minLength: 4, maxLength: 20 }) }),
    answer: Shape({ register: Register, merchant: Merchant, location: Location }), refusals: ['pairing.refused', 'session.too_many_tries'],
  },
  'GET /api/till': {
    summary: 'The register that this device is paired with', access: 'register',
    answer: Shape({
      register: Register, merchant: Merchant, location: Location,
      staff: Type.Array(Shape({ id: Id, name: Label, role: Role })), signedIn: Nullable(Shape({ id: Id, name: Label, role: Role })),
      /** Receipts of the series `series` handed out so far, so that a till that lost its storage never doubles a number. */
      series: Type.String(), lastReceiptNumber: Type.Integer(),
    }),
  },
  'POST /api/till/session': {
    summary: 'Sign in at a paired till with a PIN', access: 'register', body: Shape({ staffId: Id, pin: Pin }),
    answer: Shape({ staff: Shape({ id: Id, name: Label, role: Role }), permissions: Type.Array(Type.Enum([...permissions])) }),
    refusals: ['session.refused', 'session.too_many_tries'],
  },
  'DELETE /api/till/session': { summary: 'Sign out at the till', access: 'register', answer: Done },
  'GET /api/exceptions': {
    summary: 'Facts that were recorded although something is wrong with them', access: 'staff',
    answer: Shape({ items: Type.Array(Shape({ id: Id, kind: Type.String(), subjectId: Nullable(Id), locationId: Nullable(Id), detail: Type.Record(Type.String(), Type.Unknown()), raisedAt: Instant })) }),
  },
  'POST /api/exceptions/:id/resolution': { summary: 'Mark an exception as dealt with', access: 'exception.resolve', params: IdParams, answer: Done },
} as const satisfies Routes;
