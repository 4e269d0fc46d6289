/** Brings the picture of a variant into view, where it has one of its own. */
export function showPicture(variantId: string): void {
  const picture = document.querySelector<HTMLElement>(`[data-picture-of="${variantId}"]`);
  const strip = picture?.parentElement;
  if (picture == null || strip == null) return;
  strip.scrollTo({ left: picture.offsetLeft - strip.offsetLeft, behavior: 'smooth' });
}
