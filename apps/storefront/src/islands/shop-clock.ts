/** What time it is for the shop: offers begin and end by its clock, not by that of the shopper's device. */

let ahead: Promise<number> | undefined;

/** Milliseconds of now by the shop's clock; asked for once a page. Without an answer the device's own clock must do. */
export async function shopNow(): Promise<number> {
  ahead ??= askAhead();
  return Date.now() + (await ahead);
}

/** The clock may have been set, or the device have slept. */
export function forgetShopClock(): void {
  ahead = undefined;
}

async function askAhead(): Promise<number> {
  const sent = Date.now();
  const answer = await fetch('/api/shop/time')
    .then((response) => (response.ok ? (response.json() as Promise<{ at: string }>) : undefined))
    .catch(() => undefined);
  // Half of the way there and back is the way back.
  return answer === undefined ? 0 : Date.parse(answer.at) - (sent + Date.now()) / 2;
}
