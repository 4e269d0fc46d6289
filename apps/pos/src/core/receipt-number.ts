/** Numbers of receipts: 1, 2, 3 … per series, handed out by the device itself, so that it never waits for the network. */

/** The next number: above all that this device gave, and above all that the server has seen of the series. */
export function nextReceiptNumber(lastHere: number, lastAtServer: number): number {
  return Math.max(lastHere, lastAtServer) + 1;
}

/** How the number stands on paper, as the server writes it: series and six digits at least. */
export function printedNumber(series: string, number: number): string {
  return `${series}-${String(number).padStart(6, '0')}`;
}
