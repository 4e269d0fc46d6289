/** The amounts that a shopper is likely to hand over in notes. */

/** Notes in use, in main units, smallest first; elsewhere the usual 1-2-5. */
const notesOf: Readonly<Record<string, readonly number[]>> = {
  HKD: [10, 20, 50, 100, 500, 1000],
  TWD: [100, 500, 1000],
  CNY: [5, 10, 20, 50, 100],
  JPY: [1000, 5000, 10_000],
  KRW: [1000, 5000, 10_000, 50_000],
  USD: [1, 5, 10, 20, 50, 100],
  EUR: [5, 10, 20, 50, 100, 200],
  GBP: [5, 10, 20, 50],
};
const usualNotes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const suggestionsMax = 5;

/** Up to five amounts above what is due (minor units), each payable with notes of one kind, smallest first. */
export function suggestCash(dueAmount: number, currency: string, digits: number): number[] {
  const notes = (Object.hasOwn(notesOf, currency) ? notesOf[currency] : undefined) ?? usualNotes;
  const sums = notes.map((note) => {
    const size = note * 10 ** digits;
    return Math.ceil(dueAmount / size) * size;
  });
  return [...new Set(sums)]
    .filter((sum) => sum > dueAmount)
    .sort((a, b) => a - b)
    .slice(0, suggestionsMax);
}
