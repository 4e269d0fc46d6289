/** A fingerprint of facts that every machine computes alike: four lanes of 32 bits, no library. Not for secrets. */

/**
 * Facts one after the other as words of 32 bits. A number from 0 to `smallMost` is one word; what begins with a word below
 * zero is something else, and texts and lists say their length first, so that no two rows of facts give the same words.
 */
export type Facts = { words: Int32Array; count: number };

const smallMost = 2 ** 31 - 1;
const nothing = -1;
const largeNumber = -2;
const oddNumber = -3;
/** A text of n characters begins with n less than this. */
const text = -4;

export function noFacts(): Facts {
  return { words: new Int32Array(4096), count: 0 };
}

/** Whole numbers go in as they are; what is no safe integer goes in as its text. */
export function addNumber(facts: Facts, value: number): void {
  if (value >= 0 && value <= smallMost && Math.trunc(value) === value) addWord(facts, value);
  else if (Number.isSafeInteger(value)) {
    addWord(facts, largeNumber);
    addWord(facts, value | 0);
    addWord(facts, Math.floor(value / 2 ** 32));
  } else {
    addWord(facts, oddNumber);
    addText(facts, `${value}`);
  }
}

export function addNumberOrNull(facts: Facts, value: number | null): void {
  if (value === null) addWord(facts, nothing);
  else addNumber(facts, value);
}

export function addTextOrNull(facts: Facts, value: string | null): void {
  if (value === null) addWord(facts, nothing);
  else addText(facts, value);
}

/** Two characters a word; beyond the end a character counts as zero. */
export function addText(facts: Facts, value: string): void {
  const { length } = value;
  addWord(facts, text - length);
  const paired = length - (length % 2);
  for (let at = 0; at < paired; at += 2) addWord(facts, value.charCodeAt(at) | (value.charCodeAt(at + 1) << 16));
  if (paired < length) addWord(facts, value.charCodeAt(paired));
}

function addWord(facts: Facts, word: number): void {
  if (facts.count === facts.words.length) {
    const larger = new Int32Array(facts.words.length * 2);
    larger.set(facts.words);
    facts.words = larger;
  }
  facts.words[facts.count] = word;
  facts.count += 1;
}

/** 32 hexadecimal digits; equal facts give equal fingerprints. */
export function fingerprint({ words, count }: Facts): string {
  let a = 1779033703 ^ count;
  let b = 3144134277 | 0;
  let c = 1013904242;
  let d = 2773480762 | 0;
  // Two words a round, and two rounds more so that the last words reach every lane as well.
  for (let at = 0; at < count + 4; at += 2) {
    const x = at < count ? scatter(words[at] as number) : count;
    const y = at + 1 < count ? scatter(words[at + 1] as number) : at;
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
  return hex(all) + hex(b ^ all) + hex(c ^ all) + hex(d ^ all);
}

/** Every bit of a word on every bit of it: facts are mostly small numbers, and the lanes carry bits upwards only. */
function scatter(word: number): number {
  const spread = Math.imul(word ^ (word >>> 15), 739982445);
  return spread ^ (spread >>> 16);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
