/** A fingerprint of text that every machine computes alike: four lanes of 32 bits, no library. Not for secrets. */

/** 32 hexadecimal digits; equal texts give equal fingerprints. */
export function fingerprint(text: string): string {
  let a = 1779033703 ^ text.length;
  let b = 3144134277 | 0;
  let c = 1013904242;
  let d = 2773480762 | 0;
  // Four characters a round; beyond the end a character counts as zero, and the length tells such texts apart. The end is
  // read apart: a loop that once reads beyond it is several times as slow from then on.
  const whole = text.length - (text.length % 4);
  const end = `${text.slice(whole)}\0\0\0\0`;
  for (let index = 0; index < text.length; index += 4) {
    const isWhole = index < whole;
    const x = isWhole
      ? text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16)
      : end.charCodeAt(0) | (end.charCodeAt(1) << 16);
    const y = isWhole
      ? text.charCodeAt(index + 2) | (text.charCodeAt(index + 3) << 16)
      : end.charCodeAt(2) | (end.charCodeAt(3) << 16);
    a = b ^ Math.imul(a ^ x, 597399067);
    b = c ^ Math.imul(b ^ y, 2869860233);
    c = d ^ Math.imul(c ^ x, 951274213);
    d = a ^ Math.imul(d ^ y, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  const all = a ^ b ^ c ^ d;
  return [all, b ^ all, c ^ all, d ^ all].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
