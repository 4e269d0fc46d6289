/**
 * Keeps the prices of an open page true: at the instant at which one of them may change, and when the shop says that
 * something moved, the page is asked for again and what differs takes the place of what was there. Nothing is reloaded.
 */
import { startCountdown } from './countdown.ts';
import { forgetShopClock, shopNow } from './shop-clock.ts';

const pauseMs = 250;
const triesMax = 20;
/** Timers of browsers hold no more than 24 days. */
const waitMax = 43_200_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let isAsking = false;
let again = false;

/** Waits for the instant that the page names. */
export function startFresh(): void {
  startCountdown();
  void wait(0);
}

/** Asks for the page now; while an answer is under way, once more after it. */
export function freshen(tries = 0): void {
  if (isAsking) {
    again = true;
    return;
  }
  isAsking = true;
  void ask(tries).finally(() => {
    setTimeout(() => {
      isAsking = false;
      if (!again) return;
      again = false;
      freshen();
    }, pauseMs);
  });
}

let chosen = '';

/** The shopper chose what may cost another amount: its address is asked for, and nothing warns of what was wished. */
export function askFor(address: string): void {
  history.replaceState(null, '', address);
  chosen = location.href;
  freshen();
}

async function wait(tries: number): Promise<void> {
  clearTimeout(timer);
  const until = document.body.dataset.validUntil ?? '';
  if (until === '') return;
  const left = Date.parse(until) - (await shopNow());
  clearTimeout(timer);
  if (left > waitMax) timer = setTimeout(() => void wait(0), waitMax);
  // A page that is already over was asked for a moment too early.
  else if (left > 0) timer = setTimeout(() => freshen(1), left);
  else if (tries < triesMax) timer = setTimeout(() => freshen(tries + 1), pauseMs);
}

async function ask(tries: number): Promise<void> {
  if (tries === 0) forgetShopClock();
  const address = location.href;
  const response = await fetch(address.split('#')[0] ?? '', { headers: { accept: 'text/html' } }).catch(
    () => undefined,
  );
  if (response?.ok) {
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    document.body.dataset.validUntil = page.body.dataset.validUntil ?? '';
    takeOver(page, address === chosen);
    if (address === chosen) chosen = '';
    startCountdown();
  }
  await wait(tries);
}

/** Puts what differs in its place, part by part. */
function takeOver(page: Document, isWished: boolean): void {
  const note = document.querySelector<HTMLElement>('[data-live-note]');
  const total = page.querySelector<HTMLElement>('[data-live-note]')?.dataset.total;
  const held = document.querySelector('[data-live="hold"]');
  const heldNow = page.querySelector('[data-live="hold"]');
  if (held !== null && heldNow !== null) replaceParts(held, heldNow);
  // What a shopper is filling in is left alone as long as it costs the same.
  if (note !== null && note.dataset.total === total) return;
  for (const fresh of page.querySelectorAll<HTMLElement>('[data-live]')) {
    const shown = document.querySelector(`[data-live="${fresh.dataset.live}"]`);
    if (shown !== null) replaceParts(shown, fresh);
  }
  const island = document.querySelector<HTMLElement>('[data-island]');
  const props = page.querySelector<HTMLElement>('[data-island]')?.dataset.props;
  if (island !== null && props !== undefined && props !== island.dataset.props) {
    island.dataset.props = props;
    island.dispatchEvent(new Event('fresh'));
  }
  if (note === null) return;
  note.dataset.total = total ?? '';
  if (!isWished) note.hidden = false;
}

function replaceParts(shown: Element, fresh: Element): void {
  const before = [...shown.children];
  const after = [...fresh.children];
  if (before.length !== after.length) {
    shown.replaceChildren(...after);
    return;
  }
  after.forEach((part, index) => {
    const old = before[index];
    if (old === undefined || old.isEqualNode(part)) return;
    const focused = old.contains(document.activeElement) ? placeOf(document.activeElement as Element, old) : undefined;
    old.replaceWith(part);
    if (focused !== undefined) part.querySelectorAll<HTMLElement>('a, button, input')[focused]?.focus();
  });
}

/** Where the focus stands among what can have it. */
function placeOf(focused: Element, part: Element): number {
  return [...part.querySelectorAll('a, button, input')].indexOf(focused);
}
