/** The number at the basket. Pages are shared by all shoppers, so each browser remembers its own. */
const key = 'tandem.pieces';

/** Keeps the number for the pages to come and shows it on this one. */
export function rememberPieces(pieces: number): void {
  try {
    localStorage.setItem(key, String(pieces));
  } catch {
    // Without storage the number is shown on this page only.
  }
  showPieces(pieces);
}

/** Pages that know the basket tell the number; the others show what is remembered. */
export function startPieces(): void {
  const told = document.body.dataset.pieces;
  if (told !== undefined) rememberPieces(Number(told));
  else showPieces(remembered());
  addEventListener('storage', (event) => {
    if (event.key === key) showPieces(remembered());
  });
}

function remembered(): number {
  try {
    return Number(localStorage.getItem(key) ?? 0) || 0;
  } catch {
    return 0;
  }
}

function showPieces(pieces: number): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-basket-pieces]')) {
    place.textContent = String(pieces);
    place.hidden = pieces === 0;
  }
}
