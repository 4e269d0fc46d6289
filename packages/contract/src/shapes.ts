/** Shapes that many routes share. Limits stand on everything. */
import { type TProperties, Type } from 'typebox';

/** An object that refuses unknown fields. */
export const Shape = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false });

export const Id = Type.String({ format: 'uuid' });
export const IdParams = Shape({ id: Id });
/** Minor units of the merchant's currency. */
export const Amount = Type.Integer({ minimum: -1_000_000_000_000, maximum: 1_000_000_000_000 });
export const PositiveAmount = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
/** Of one piece, as somebody gives it: small enough that no sum of lines leaves what is counted exactly. */
export const UnitAmount = Type.Integer({ minimum: 0, maximum: 10_000_000_000 });
/** Thousandths of a piece: at most a million pieces. */
export const Quantity = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });
/** The same as somebody adds or takes away. */
export const GivenChange = Type.Integer({ minimum: -1_000_000_000, maximum: 1_000_000_000 });
/** What is there, which sums up. */
export const QuantityChange = Type.Integer({ minimum: -1_000_000_000_000, maximum: 1_000_000_000_000 });
export const Instant = Type.String({ format: 'date-time' });
export const DateOnly = Type.String({ format: 'date' });
export const Code = Type.String({ minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]*$' });
export const Handle = Type.String({ minLength: 1, maxLength: 120, pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*$' });
export const Label = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
export const Note = Type.String({ maxLength: 2000 });
export const Email = Type.String({ format: 'email', maxLength: 254 });
export const LocaleTag = Type.Enum(['en', 'zh-Hant']);
/** A text per language, at least one. */
export const LocalisedText = Type.Object(
  { en: Type.Optional(Type.String({ maxLength: 4000 })), 'zh-Hant': Type.Optional(Type.String({ maxLength: 4000 })) },
  { additionalProperties: false, minProperties: 1 },
);
export const OptionalText = Type.Object(
  { en: Type.Optional(Type.String({ maxLength: 4000 })), 'zh-Hant': Type.Optional(Type.String({ maxLength: 4000 })) },
  { additionalProperties: false },
);
export const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
};
/** A page of a list; `nextCursor` is null on the last. */
export const Page = <T extends Parameters<typeof Type.Array>[0]>(item: T) =>
  Shape({ items: Type.Array(item), nextCursor: Nullable(Type.String()) });
export const Done = Shape({ ok: Type.Literal(true) });
export const Address = Shape({
  lines: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 4 })),
  district: Type.Optional(Type.String({ maxLength: 100 })),
  city: Type.Optional(Type.String({ maxLength: 100 })),
  region: Type.Optional(Type.String({ maxLength: 100 })),
  postcode: Type.Optional(Type.String({ maxLength: 20 })),
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
});
export const TaxAmount = Shape({ rateId: Type.String(), name: Type.String(), ratePpm: Type.Integer(), amount: Amount });
/** RFC 9457 problem document with a stable code. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  field: Type.Optional(Type.String()),
  incident: Type.Optional(Type.String()),
  params: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});
