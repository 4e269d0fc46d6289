/** Lets dates at which an offer ends count down. The date itself stands in the page for browsers without JavaScript. */
import { shopNow } from './shop-clock.ts';

const selector = 'time[data-countdown]';
let timer: ReturnType<typeof setInterval> | undefined;

/** Begins to count where there is something to count; call it again when the page has changed. */
export function startCountdown(): void {
  if (timer !== undefined || document.querySelector(selector) === null) return;
  timer = setInterval(() => void tick(), 1000);
  void tick();
}

async function tick(): Promise<void> {
  const now = await shopNow();
  const places = document.querySelectorAll<HTMLTimeElement>(selector);
  if (places.length === 0) {
    clearInterval(timer);
    timer = undefined;
  }
  for (const place of places) {
    const left = Math.ceil((Date.parse(place.dateTime) - now) / 1000);
    // The text itself is changed, not its place: whoever drew it still holds it.
    const text = place.firstChild as Text | null;
    if (text !== null && left > 0) text.data = (place.dataset.countdown ?? '').replace('{time}', clock(left));
  }
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
