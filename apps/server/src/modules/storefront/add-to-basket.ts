/** Puts pieces of a variant into the shopper's basket, opening one where there is none. */
import type { BasketView, Typed } from '@tandem/storefront/views.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../../platform/ids.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { basketIdOf, keepBasket } from './basket-cookie.ts';
import { deriveId, isId } from './derive-id.ts';
import { nameMember } from './name-member.ts';
import type { KeptProduct } from './page-memory.ts';
import { readProductPage } from './read-product-page.ts';
import type { Site, Visit } from './site.ts';

/** A second press of a button within this time is the same press: a shared page's form has no id of its own. */
const pressMs = 3000;
const piecesMax = 9999;

/** The basket after it. Refuses what orders refuse, and a product that is not named clearly. */
export async function addToBasket(
  site: Site,
  visit: Visit,
  form: Typed,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<BasketView> {
  const variantId = await variantOf(site, visit, form);
  const offered = isId(form.offeredBy) ? { offeredBy: form.offeredBy } : {};
  const body = { variantId, quantity: piecesOf(form.quantity ?? '1') * 1000, ...offered };
  const known = basketIdOf(request);
  const commandFor = (basketId: string) =>
    isId(form.command)
      ? deriveId(form.command, basketId, body)
      : deriveId(basketId, body, Math.floor(site.platform.clock.now() / pressMs));
  if (known !== undefined) {
    try {
      return await site.baskets.addLine(visit.principal, commandFor(known), known, body);
    } catch (error) {
      // An ordered or forgotten basket is no reason to turn a shopper away.
      if (!(error instanceof RefusalError) || !['basket.ordered', 'basket.not_found'].includes(error.refusal.code))
        throw error;
    }
  }
  const opened = await site.baskets.open(visit.principal, newId(), { locale: visit.locale });
  if (visit.member !== undefined) await nameMember(site, visit, opened.id);
  const basket = await site.baskets.addLine(visit.principal, commandFor(opened.id), opened.id, body);
  keepBasket(reply, basket.id);
  return basket;
}

/** The product that a form of a product page is about; undefined when the shop does not show it. */
export async function productOf(
  { memory, platform }: Site,
  { shop }: Visit,
  form: Typed,
): Promise<KeptProduct | undefined> {
  const id = form.product;
  if (!isId(id)) return undefined;
  return memory.load(memory.products, 'product', `${shop.channelId} ${id}`, shop.merchantId, () =>
    readAs(platform.pool, shop.merchantId, (tx) => readProductPage(tx, shop, { id }, memory.now())),
  );
}

/** Browsers with JavaScript name the variant, the others the product and one value of each option. */
async function variantOf(site: Site, visit: Visit, form: Typed): Promise<string> {
  if (isId(form.variant)) return form.variant;
  const product = await productOf(site, visit, form);
  if (product === undefined)
    return refuse('variant.not_sold_here', 'This article is not sold here.', { field: 'product' });
  const { options, variants } = product.facts;
  const chosen = variants.find((variant) =>
    options.every((_, index) => variant.optionValues[index] === form[`option.${index}`]),
  );
  return chosen?.id ?? refuse('variant.not_chosen', 'Choose one value of each option.', { field: 'option' });
}

/** Whole pieces, 0 to 9999; refuses anything else. */
export function piecesOf(text: string): number {
  const pieces = /^\d{1,4}$/.test(text) ? Number(text) : -1;
  if (pieces < 0 || pieces > piecesMax)
    refuse('input.invalid', 'A quantity is a whole number up to 9999.', { status: 400, field: 'quantity' });
  return pieces;
}
