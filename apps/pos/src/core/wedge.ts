/** A barcode scanner that types like a keyboard, only faster than any person, and ends with Enter or Tab. */

const gapMs = 35;
const charactersMin = 4;

export interface Wedge {
  /** Takes a key and its time in milliseconds; gives the code when the key ended one. */
  press(key: string, atMs: number): string | undefined;
}

/** Recognises scans among key presses; slower keys are a person's and are forgotten. */
export function createWedge(): Wedge {
  let typed = '';
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    press(key, atMs) {
      const isQuick = atMs - lastMs < gapMs;
      if (key === 'Enter' || key === 'Tab') {
        const code = isQuick && typed.length >= charactersMin ? typed : undefined;
        typed = '';
        return code;
      }
      // Shift and its like come between the characters of a code and are none themselves.
      if (key.length !== 1) return undefined;
      typed = isQuick ? typed + key : key;
      lastMs = atMs;
      return undefined;
    },
  };
}
