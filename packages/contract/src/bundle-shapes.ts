/** What a bundle is made of. */
import { Type } from 'typebox';
import { Id, LocalisedText, Quantity, Shape } from './shapes.ts';

export const Sku = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' });
/** What one piece of a bundle holds of another variant, as it is shown; thousandths. */
export const BundleComponent = Shape({
  variantId: Id,
  productId: Id,
  sku: Sku,
  name: LocalisedText,
  optionValues: Type.Array(Type.String()),
  quantity: Quantity,
});
/** The same as somebody sets it. */
export const BundlePart = Shape({ variantId: Id, quantity: Type.Integer({ minimum: 1, maximum: 100_000 }) });
/** The most components that a bundle may have. */
export const componentsMax = 20;
