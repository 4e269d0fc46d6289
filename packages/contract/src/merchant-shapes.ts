/** Merchant, places, channels, registers, staff and sessions as they cross the wire. */
import { Type } from 'typebox';
import { permissions, roles } from './permissions.ts';
import {
  Address,
  Code,
  Email,
  Id,
  Instant,
  Label,
  LocaleTag,
  LocalisedText,
  Nullable,
  PositiveAmount,
  Shape,
} from './shapes.ts';

export const TimeZone = Type.String({ minLength: 1, maxLength: 60 });
export const Currency = Type.String({ pattern: '^[A-Z]{3}$' });
export const Password = Type.String({ minLength: 8, maxLength: 128 });
export const Pin = Type.String({ pattern: '^[0-9]{4,8}$' });
export const OpeningHours = Type.Array(
  Shape({
    day: Type.Integer({ minimum: 1, maximum: 7 }),
    from: Type.String({ pattern: '^\\d\\d:\\d\\d$' }),
    to: Type.String({ pattern: '^\\d\\d:\\d\\d$' }),
  }),
  { maxItems: 21 },
);

/** The most that a role may take off by hand at a till, in parts per ten thousand; owners are not limited. */
export const DiscountLimits = Shape({
  cashier: Type.Integer({ minimum: 0, maximum: 10_000 }),
  manager: Type.Integer({ minimum: 0, maximum: 10_000 }),
});
export const Merchant = Shape({
  id: Id,
  name: Label,
  currency: Currency,
  pricesIncludeTax: Type.Boolean(),
  timeZone: TimeZone,
  locale: LocaleTag,
  locales: Type.Array(LocaleTag),
  dayCutOffHour: Type.Integer({ minimum: 0, maximum: 23 }),
  discountLimits: DiscountLimits,
});
export const LocationKind = Type.Enum(['store', 'warehouse', 'concession', 'pop_up']);
export const locationFields = {
  code: Code,
  name: LocalisedText,
  kind: LocationKind,
  address: Address,
  region: Type.String({ maxLength: 20 }),
  timeZone: TimeZone,
  openingHours: OpeningHours,
  maySell: Type.Boolean(),
  mayPickUp: Type.Boolean(),
  mayShip: Type.Boolean(),
  isActive: Type.Boolean(),
};
export const Location = Shape({ id: Id, ...locationFields });
export const Safety = Shape({
  kind: Type.Enum(['none', 'fixed', 'percent']),
  amount: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
});
export const ChannelSource = Shape({ locationId: Id, safety: Safety });
export const channelFields = {
  code: Code,
  name: LocalisedText,
  hostname: Nullable(Type.String({ maxLength: 253, pattern: '^[a-z0-9.-]+$' })),
  shippingAmount: PositiveAmount,
  freeShippingFromAmount: Nullable(PositiveAmount),
  sources: Type.Array(ChannelSource, { maxItems: 200 }),
  isActive: Type.Boolean(),
};
export const Channel = Shape({
  id: Id,
  kind: Type.Enum(['online', 'till']),
  locationId: Nullable(Id),
  ...channelFields,
});
export const Register = Shape({
  id: Id,
  code: Code,
  name: Label,
  locationId: Id,
  channelId: Id,
  isPaired: Type.Boolean(),
  epoch: Type.Integer(),
  pairedAt: Nullable(Instant),
  lastSeenAt: Nullable(Instant),
  isActive: Type.Boolean(),
});
export const Role = Type.Enum([...roles]);
export const Staff = Shape({
  id: Id,
  name: Label,
  email: Email,
  role: Role,
  locationIds: Type.Array(Id),
  hasPin: Type.Boolean(),
  hasPassword: Type.Boolean(),
  isActive: Type.Boolean(),
});
export const Session = Shape({
  staff: Staff,
  merchant: Merchant,
  permissions: Type.Array(Type.Enum([...permissions])),
  expiresAt: Instant,
});
export const SessionRow = Shape({
  id: Id,
  staffId: Id,
  staffName: Type.String(),
  userAgent: Type.String(),
  createdAt: Instant,
  lastSeenAt: Instant,
  isCurrent: Type.Boolean(),
});
