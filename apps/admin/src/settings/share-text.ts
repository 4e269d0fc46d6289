// Shares as a person types them: percent with at most two decimals, kept in parts per ten thousand.

/** Parts per ten thousand, 0 to 10,000; undefined for what is no such percentage. */
export function parseShare(typed: string): number | undefined {
  const written = typed.trim().replace(/\s*%$/, '');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(written)) return undefined;
  const share = Math.round(Number(written) * 100);
  return share <= 10_000 ? share : undefined;
}

/** The percentage without needless zeros: 1250 is '12.5'. */
export function shareText(basisPoints: number): string {
  return String(basisPoints / 100);
}
