/** An offer as lists of goods tell it. */
import { Type } from 'typebox';
import { Id, Instant, LocalisedText, Nullable, PositiveAmount, Shape } from './shapes.ts';

const BasisPoints = Type.Integer({ minimum: 0, maximum: 10_000 });
const Count = Type.Integer({ minimum: 1 });

/** The few figures of a badge: amounts are minor units, shares basis points (10,000 is free). `name`: only the name says it. */
export const ShopBadge = Type.Union([
  Shape({ kind: Type.Literal('percent'), basisPoints: BasisPoints }),
  Shape({ kind: Type.Literal('amount'), amount: PositiveAmount }),
  Shape({ kind: Type.Literal('n_for'), count: Count, amount: PositiveAmount }),
  Shape({ kind: Type.Literal('buy_get'), buy: Count, get: Count, basisPoints: BasisPoints }),
  Shape({ kind: Type.Literal('nth'), n: Count, basisPoints: BasisPoints }),
  Shape({
    kind: Type.Literal('breaks'),
    count: Count,
    reward: Shape({ kind: Type.Enum(['percent', 'amount', 'price']), value: PositiveAmount }),
  }),
  Shape({ kind: Type.Literal('gift') }),
  Shape({ kind: Type.Literal('name') }),
]);

export const ShopOffer = Shape({
  promotionId: Id,
  name: LocalisedText,
  badge: ShopBadge,
  /** Null: no end within the next 48 hours. */
  endsAt: Nullable(Instant),
  /** It is about the whole basket, whatever is in it. */
  isWide: Type.Boolean(),
});
