/** Puts a variant into the basket without leaving the page; the command's id is made here, so that a repeat counts once. */
import { fill } from '../messages/fill.ts';
import type { Problem } from '../views.ts';
import { rememberPieces } from './basket-pieces.ts';
import type { BuyBoxWords } from './buy-box-words.ts';

interface Added {
  isAdded: boolean;
  problem?: string;
}

/** Adds pieces; the answer tells what went wrong in the shopper's words. One repeat when no answer came. */
export async function addToBasket(
  action: string,
  variantId: string,
  quantity: number,
  words: BuyBoxWords,
): Promise<Added> {
  const body = new URLSearchParams({ variant: variantId, quantity: String(quantity), command: commandId() });
  const send = () => fetch(action, { method: 'POST', headers: { accept: 'application/json' }, body });
  try {
    const response = await send().catch(send);
    const answer = (await response.json()) as {
      pieces?: number;
      notices?: Problem[];
      code?: string;
      params?: Record<string, unknown>;
    };
    if (!response.ok)
      return { isAdded: false, problem: inWords({ code: answer.code ?? '', params: answer.params }, words) };
    rememberPieces(answer.pieces ?? 0);
    const notice = answer.notices?.[0];
    return notice === undefined ? { isAdded: true } : { isAdded: true, problem: inWords(notice, words) };
  } catch {
    return { isAdded: false, problem: words['problem.network'] };
  }
}

function inWords({ code, params }: Problem, words: BuyBoxWords): string {
  const left = params?.available;
  const count = typeof left === 'number' ? Math.floor(left / 1000) : 0;
  if (code === 'stock.short' && count > 0) return fill(words['basket.short'], { count });
  const text = (words as Record<string, string>)[`problem.${code}`] ?? words['problem.other'];
  return fill(text, { count });
}

/** A UUID of version 7. Not crypto.randomUUID: a shop in a home network has no https. */
function commandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Date.now().toString(16).padStart(12, '0');
  const random = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}
